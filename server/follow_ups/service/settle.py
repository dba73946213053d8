"""A finding's follow-ups, brought to what they should be: the job behind every change of a finding.

It is told only the finding, reads the present state under the dossier's lock and writes what should be there,
so that it may run twice or late. Decisions of the receiving agency are never overwritten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.core.clock import local_day
from server.core.database import among, lock, reading, writing
from server.core.ids import uuid7
from server.core.jobs import Ask, enqueue
from server.dossiers.service import FindingFacts, finding_facts
from server.follow_ups import states
from server.follow_ups.dates import due_on
from server.follow_ups.models import FollowUp, FollowUpEvent
from server.follow_ups.numbers import next_numbers
from server.follow_ups.plan import Wanted, proposed_of, wanted
from server.follow_ups.service.content import Around, content_of, load_around
from server.follow_ups.service.shares import decide_shares
from server.follow_ups.service.telling import tell


@dataclass(frozen=True, slots=True)
class Settling:
    """What the rows are brought to: the finding, what surrounds it, the tasks it should have."""

    facts: FindingFacts
    around: Around
    tasks: list[Wanted]


def settle(scope: int, entity: UUID, now: datetime) -> None:
    """Bring the follow-ups of one finding to what they should be, and tell all who may know."""
    with reading() as session:
        dossier = session.scalar(select(Scope.dossier).where(Scope.id == scope))
    if dossier is None:
        return
    with writing() as session:
        lock(session, Dossier.id, [dossier])
        facts = finding_facts(session, scope, entity)
        if facts is None:
            return
        rows = bring(session, facts, now)
        session.flush()
        tell(session, facts.scope_name, rows, now)
        action = str(session.get_one(Dossier, dossier).action)
        enqueue(session, now, Ask("follow_ups.counts", {"action": action}, key=f"follow_ups.counts|{action}"))


def bring(session: Session, facts: FindingFacts, now: datetime) -> list[FollowUp]:
    """Make, renew and withdraw rows; all of the finding's, in the order of their keys."""
    query = select(FollowUp).where(FollowUp.scope == facts.scope, FollowUp.finding == facts.entity)
    rows = {row.key: row for row in session.scalars(query)}
    if facts.stands:
        settling = Settling(facts, load_around(session, facts), _tasks(facts))
        _make(session, settling, rows, now)
        for task in settling.tasks:
            _renew(session, settling, rows[task.key], task, now)
        gone = rows.keys() - {task.key for task in settling.tasks}
        _withdraw(session, [rows[key] for key in sorted(gone)], "changed", now)
        decide_shares(session, facts, [(rows[task.key], task) for task in settling.tasks], now)
    elif facts.withdrawn or (facts.dismissed and not facts.conflict):
        why = "withdrawn" if facts.withdrawn else "dismissed"
        _withdraw(session, [rows[key] for key in sorted(rows)], why, now)
    elif facts.said is not None and not facts.conflict:
        _withdraw(session, [rows[key] for key in sorted(rows)], "changed", now)
    else:
        _dispute(session, [rows[key] for key in sorted(rows)], now)
    return [rows[key] for key in sorted(rows)]


def _tasks(facts: FindingFacts) -> list[Wanted]:
    assert facts.said is not None
    fields = facts.said["fields"]
    proposed = proposed_of(facts.decided, fields.get("referrals") or ())
    return wanted(facts.entity, fields.get("rule"), facts.data_class, facts.owner, proposed)


def _make(session: Session, settling: Settling, rows: dict[UUID, FollowUp], now: datetime) -> None:
    """A row for each task that has none, with the next number of its agency."""
    new = [task for task in settling.tasks if task.key not in rows]
    numbers = next_numbers(session, [task.receiver for task in new], local_day(now).year)
    facts = settling.facts
    taken = _taken(session, [task.key for task in new])
    for task, number in zip(new, numbers, strict=True):
        kind, agency = task.about or (None, None)
        row = FollowUp(
            # Where readers may not read the finding, an id derived from it would let them guess its rule.
            id=task.key if task.open and task.key not in taken else uuid7(now),
            key=task.key,
            number=number,
            version=0,
            receiver=task.receiver,
            source=facts.owner,
            task=task.task,
            origin=task.origin,
            about_kind=kind,
            about_agency=agency,
            action=task.action,
            control_action=settling.around.action,
            dossier=facts.dossier,
            scope=facts.scope,
            finding=facts.entity,
            basis=[],
            content={},
            state=states.PROPOSED,
            decided={},
            made=now,
            at=now,
        )
        session.add(row)
        rows[task.key] = row


def _taken(session: Session, keys: Sequence[UUID]) -> set[UUID]:
    """Ids that are given already: the same finding may stand in two scopes, each with tasks of its own."""
    return (
        set(session.scalars(select(FollowUp.id).where(among(session, FollowUp.id, keys)))) if keys else set()
    )


def _renew(session: Session, settling: Settling, row: FollowUp, task: Wanted, now: datetime) -> None:
    """Write what the finding now says. A refused task that its source confirms anew is proposed again."""
    facts = settling.facts
    told = content_of(facts, settling.around, task, disputed=False)
    due = due_on(facts.at, facts.received, task.due_days)
    again = row.state == states.REFUSED and row.basis != list(facts.basis)
    if not again and row.withdrawn is None and (row.content, row.proposed_due) == (told, due):
        row.basis = list(facts.basis)
        return
    what = "proposed" if row.version == 0 else "renewed"
    if again:
        row.state = states.PROPOSED
        row.decided = {name: said for name, said in row.decided.items() if name != "refusal"}
    row.content, row.basis, row.proposed_due, row.withdrawn = told, list(facts.basis), due, None
    if row.state == states.PROPOSED:
        row.due = due
    _show(row)
    touch(session, row, what, now)


def _show(row: FollowUp) -> None:
    """The columns that lists show and search, from what the document tells."""
    finding, site = row.content.get("finding"), row.content.get("site")
    row.title = " ".join(dict.fromkeys(finding["title"].values())) if finding else None
    row.severity = finding["severity"] if finding else None
    row.site = " ".join(filter(None, (site["name"], site["address"], site["town"]))) if site else None


def _withdraw(session: Session, rows: list[FollowUp], why: str, now: datetime) -> None:
    """The row stays as a line without content, with the reason; what the agency decided stays."""
    for row in rows:
        if row.withdrawn is None:
            row.withdrawn, row.content, row.basis = why, {}, []
            _show(row)
            touch(session, row, "withdrawn", now, {"why": why})


def _dispute(session: Session, rows: list[FollowUp], now: datetime) -> None:
    """Two decisions stand side by side, or another agency wrote over the owner's: nothing new, nothing lost.

    It is marked only where the readers see the finding itself; elsewhere it would tell of another scope.
    """
    for row in rows:
        finding = row.content.get("finding")
        if finding is not None and not finding["disputed"]:
            row.content = {**row.content, "finding": {**finding, "disputed": True}}
            touch(session, row, "disputed", now)


def touch(
    session: Session, row: FollowUp, what: str, now: datetime, details: dict[str, Any] | None = None
) -> None:
    """A new version, and an event of the service's own."""
    row.version += 1
    row.at = now
    session.add(
        FollowUpEvent(follow_up=row.id, version=row.version, what=what, at=now, details=details or {})
    )
