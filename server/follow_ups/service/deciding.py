"""What an agency decides on a follow-up of its own: take it up, refuse it, work on it, close it, take that
back.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.service import Viewer
from server.core.clock import to_wire
from server.core.problems import Problem
from server.follow_ups import states
from server.follow_ups.models import FollowUp, FollowUpEvent
from server.follow_ups.service.handlers import handler
from server.follow_ups.service.opening import by, change, move

UNDO = timedelta(seconds=30)
"""The screen offers it for ten seconds; the rest is for the way there."""


def accept(
    viewer: Viewer, id: UUID, version: int, now: datetime, *, measure: str, due: date, handled_by: UUID | None
) -> int:
    """Take it up: with what measure, until when, by whom. Raises `handler-unknown` and those of `change`."""

    def alter(session: Session, row: FollowUp) -> dict[str, Any]:
        move(row, "accept")
        who = None if handled_by is None else handler(session, viewer.agency, handled_by, now)
        row.handler, row.due = handled_by, due.isoformat()
        acceptance = {"measure": measure, "dueOn": row.due, "handler": who, **by(session, viewer, now)}
        row.decided = {**row.decided, "acceptance": acceptance}
        return {"measure": measure, "dueOn": row.due, "handler": handled_by and str(handled_by)}

    return change(viewer, id, version, "accepted", now, alter)


def refuse(viewer: Viewer, id: UUID, version: int, now: datetime, *, reason: str, text: str | None) -> int:
    """Leave it to the source, for one of five reasons; the words beside it stay with this agency."""

    def alter(session: Session, row: FollowUp) -> dict[str, Any]:
        move(row, "refuse")
        row.decided = {
            **row.decided,
            "refusal": {"reason": reason, "text": text, **by(session, viewer, now)},
        }
        return {"reason": reason}

    return change(viewer, id, version, "refused", now, alter)


def start(viewer: Viewer, id: UUID, version: int, now: datetime) -> int:
    """Say that the work on it has begun."""

    def alter(session: Session, row: FollowUp) -> dict[str, Any]:
        move(row, "start")
        row.decided = {**row.decided, "startedAt": to_wire(now)}
        return {}

    return change(viewer, id, version, "started", now, alter)


def close(viewer: Viewer, id: UUID, version: int, now: datetime, *, outcome: str, text: str | None) -> int:
    """Close it with an outcome, which the source and the lead see; the words stay here. Raises
    `outcome-unfit`.
    """

    def alter(session: Session, row: FollowUp) -> dict[str, Any]:
        allowed = states.OUTCOMES[row.task]
        if outcome not in allowed:
            raise Problem("outcome-unfit", field="outcome", allowed=", ".join(allowed))
        move(row, "close")
        row.decided = {
            **row.decided,
            "closure": {"outcome": outcome, "text": text, **by(session, viewer, now)},
        }
        return {"outcome": outcome}

    return change(viewer, id, version, "closed", now, alter)


_TAKEN_BACK = {"accepted": "acceptance", "refused": "refusal", "started": "startedAt", "closed": "closure"}


def undo(viewer: Viewer, id: UUID, version: int, now: datetime) -> int:
    """Take back one's own last decision, while nothing followed on it. Raises `undo-late`."""

    def alter(session: Session, row: FollowUp) -> dict[str, Any]:
        last = session.scalars(
            select(FollowUpEvent)
            .where(FollowUpEvent.follow_up == row.id)
            .order_by(FollowUpEvent.version.desc())
            .limit(1)
        ).one()
        mine = last.member == viewer.member and last.what in _TAKEN_BACK and now - last.at <= UNDO
        if not mine or row.withdrawn is not None:
            raise Problem("undo-late", seconds=UNDO // timedelta(seconds=1))
        part = _TAKEN_BACK[last.what]
        row.decided = {name: said for name, said in row.decided.items() if name != part}
        row.state = last.details["from"]
        if last.what == "accepted":
            row.handler, row.due = None, row.proposed_due
        return {"undid": last.what}

    return change(viewer, id, version, "undone", now, alter)
