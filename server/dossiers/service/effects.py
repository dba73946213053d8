"""What a fold causes elsewhere: jobs, written in the same transaction, told only which entity to look at."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from server.core.jobs import Ask, enqueue
from server.dossiers.service.accepted import Accepted

JOBS = {
    "dossier.open": "control_actions.link",
    "finding.add": "follow_ups.finding",
    "finding.decide": "follow_ups.finding",
    "follow_up.reply": "follow_ups.reply",
    "agency.follow_up": "follow_ups.word",
}
"""Kind → the job that an operation of it, or a withdrawal of one, causes."""


def caused(accepted: Iterable[Accepted]) -> list[tuple[str, int, str]]:
    """The jobs that a fold causes, each once: kind, scope, entity, in order. Pure."""
    found = set()
    for one in accepted:
        head = one.operation.head
        kind = one.operation.values["of"] if head.kind == "withdraw" else head.kind
        if kind in JOBS:
            found.add((JOBS[kind], one.scope, head.entity))
    return sorted(found)


def request_effects(session: Session, accepted: Iterable[Accepted], now: datetime) -> None:
    """Write the jobs that these operations cause."""
    asks = [
        Ask(kind, {"scope": str(scope), "entity": entity}, key=f"{kind}|{scope}|{entity}")
        for kind, scope, entity in caused(accepted)
    ]
    enqueue(session, now, *asks)
