"""Asking for work, in the transaction that makes it necessary."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import uuid4

from flask import current_app
from sqlalchemy import Table, event
from sqlalchemy.orm import Session

from server.core.database import db
from server.core.database.upsert import upsert
from server.core.jobs.models import WAITING, Job
from server.core.jobs.registry import Subject

#: The extension of an app whose worker can be told at once that there is work.
NUDGE = "glashelder.nudge"


@dataclass(frozen=True)
class Ask:
    """A piece of work to ask for.

    `subject` says what it is about, in ids, never in content. `key` makes it one with an equal request that
    still waits (default: never one). `due` is when it may run (default: at once).
    """

    kind: str
    subject: Subject
    key: str | None = None
    due: datetime | None = None


def enqueue(session: Session, now: datetime, *asks: Ask) -> None:
    """Write the work into the outbox: done if and only if this transaction commits."""
    if not asks:
        return
    table = cast(Table, Job.__table__)
    upsert(
        session,
        table,
        _rows(now, asks),
        key=["key"],
        change=lambda new: {
            "subject": new.subject,
            "asked": table.c.asked + 1,
            "due": new.due,
            "attempts": 0,
            "state": WAITING,
        },
    )
    session.info[NUDGE] = True


def _rows(now: datetime, asks: tuple[Ask, ...]) -> list[dict[str, object]]:
    keyed = {ask.key or uuid4().hex: ask for ask in asks}
    return [
        {
            "kind": ask.kind,
            "key": key,
            "subject": ask.subject,
            "asked": 1,
            "made": now,
            "due": ask.due or now,
            "attempts": 0,
            "state": WAITING,
        }
        for key, ask in sorted(keyed.items())
    ]


@event.listens_for(db.session, "after_commit")
def _after_commit(session: Session) -> None:
    """Tell the worker; after a rollback the next commit of this session does, which is harmless."""
    if not session.info.pop(NUDGE, False):
        return
    nudge = cast("Callable[[], None] | None", current_app.extensions.get(NUDGE))
    if nudge is not None:
        nudge()
