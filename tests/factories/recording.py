"""Recording for tests: the cast writes operations, which are accepted and folded, and jobs that follow are
run."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.checklists.service import contents
from server.core.database import lock, reading, writing
from server.core.jobs import run_due
from server.core.jobs.models import Job
from server.dossiers.service import Accepted, decide_follow_ups, fold
from server.operations.operation import Operation, read_operation
from tests import cast
from tests.factories.record import Author, Wire
from tests.factories.stored import enrol, store


def author(key: str) -> Author:
    """Somebody of the cast as a signer; each call begins a chain anew, so keep what you got."""
    who = cast.person(key)
    return Author(key, member=str(who.member), agency=str(who.agency), device=str(who.device))


def enrolled(session: Session, key: str) -> Author:
    """The same, known to the server."""
    found = author(key)
    enrol(session, found)
    return found


def record(who: Author, scope: str, wires: Sequence[Wire], now: datetime, *, jobs: bool = True) -> None:
    """Take a batch of one scope as accepted, fold it, and do the work that follows."""
    operations = [read_operation(wire.head, wire.fields, who.agency) for wire in wires]
    with writing() as session:
        dossier = UUID(operations[0].head.dossier)
        lock(session, Dossier.id, [dossier])
        decided = decide_follow_ups(session, dossier, operations, contents(session, _lists(operations)))
        number = store(session, who, scope, wires)
        accepted = [
            Accepted(one, number, now, {"follow_ups": decided[one.id]} if one.id in decided else {})
            for one in operations
        ]
        fold(session, dossier, accepted, now)
    if jobs:
        work()


def work() -> None:
    """Do all work that is due; a job that fails is a test that fails."""
    run_due()
    with reading() as session:
        failed = session.execute(select(Job.kind, Job.error).where(Job.error.is_not(None))).all()
    assert not failed, failed


def _lists(operations: Sequence[Operation]) -> list[tuple[str, str]]:
    named = {
        (one.values["checklist"], one.values["version"]) for one in operations if "checklist" in one.values
    }
    return sorted(named)
