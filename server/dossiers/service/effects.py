"""What a fold causes elsewhere: jobs, written in the same transaction, told only which entity to look at."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from server.core.jobs import Ask, enqueue
from server.dossiers.service.accepted import Accepted
from server.operations.fold import family_of

JOBS = {"finding": "follow_ups.finding", "reply": "follow_ups.reply"}
"""Family → the job that its entities cause."""


def caused(accepted: Iterable[Accepted]) -> list[tuple[str, int, str]]:
    """The jobs that a fold causes, each once: kind, scope, entity, in order. Pure."""
    found = {
        (JOBS[family], one.scope, one.operation.head.entity)
        for one in accepted
        if (family := family_of(one.operation)) in JOBS
    }
    return sorted(found)


def request_effects(session: Session, accepted: Iterable[Accepted], now: datetime) -> None:
    """Write the jobs that these operations cause."""
    asks = [
        Ask(kind, {"scope": str(scope), "entity": entity}, key=f"{kind}|{scope}|{entity}")
        for kind, scope, entity in caused(accepted)
    ]
    enqueue(session, now, *asks)
