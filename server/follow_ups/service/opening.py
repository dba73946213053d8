"""The one door to a follow-up: whoever reads the inbox of its agency; for all others it does not exist."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.access.service import Viewer, readable_scopes
from server.core.clock import to_wire
from server.core.database import lock, reading, writing
from server.core.jobs import Ask, enqueue
from server.core.problems import Problem
from server.follow_ups import states
from server.follow_ups.models import FollowUp, FollowUpEvent
from server.follow_ups.service.telling import names_of, tell_receiver

Change = Callable[[Session, FollowUp], dict[str, Any]]
"""Alters the row and answers the details of the event: codes and ids, no words that people wrote."""


def in_inbox(viewer: Viewer, now: datetime) -> Select[FollowUp]:
    """The follow-ups that this person reads."""
    inbox = and_(Scope.kind == "inbox", Scope.agency == FollowUp.receiver)
    return select(FollowUp).join(Scope, inbox).where(Scope.id.in_(readable_scopes(viewer, now)))


def find(session: Session, viewer: Viewer, id: UUID, now: datetime) -> FollowUp:
    """The follow-up, if this person reads it. Raises `not-found`."""
    row = session.scalar(in_inbox(viewer, now).where(FollowUp.id == id))
    if row is None:
        raise Problem("not-found")
    return row


def change(viewer: Viewer, id: UUID, version: int, what: str, now: datetime, alter: Change) -> int:
    """Let a person alter a follow-up that is still at `version`; its new version.

    In one transaction: the row, an event that says who did what, the receiver's document, and the job that
    tells the others. Raises `not-found`, and `follow-up-changed` with what a colleague decided meanwhile.
    """
    with reading() as session:
        dossier = find(session, viewer, id, now).dossier
    with writing() as session:
        lock(session, Dossier.id, [dossier])
        row = find(session, viewer, id, now)
        if row.version != version:
            raise Problem("follow-up-changed", field="If-Match", version=row.version, current=current(row))
        before = row.state
        details = alter(session, row)
        row.version += 1
        row.at = now
        event = FollowUpEvent(follow_up=row.id, version=row.version, what=what, at=now)
        event.member, event.agency, event.device = viewer.member, viewer.agency, viewer.device
        event.details = {"from": before, **details}
        session.add(event)
        tell_receiver(session, row, now)
        subject = {"scope": str(row.scope), "entity": str(row.finding)}
        key = f"follow_ups.finding|{row.scope}|{row.finding}"
        enqueue(session, now, Ask("follow_ups.finding", subject, key=key))
        return row.version


def current(row: FollowUp) -> dict[str, Any]:
    """What stands now, for the person who came second."""
    return {
        "state": row.state,
        "withdrawn": row.withdrawn,
        "at": to_wire(row.at),
        "acceptance": row.decided.get("acceptance"),
        "refusal": row.decided.get("refusal"),
        "closure": row.decided.get("closure"),
    }


def move(row: FollowUp, verb: str) -> None:
    """Bring the row to the state that `verb` leads to. Raises `follow-up-move`, `follow-up-withdrawn`."""
    if row.withdrawn is not None and verb != "close":
        raise Problem("follow-up-withdrawn")
    try:
        row.state = states.move(verb, row.state)
    except states.MoveForbidden as error:
        raise Problem("follow-up-move", state=row.state) from error


def by(session: Session, viewer: Viewer, now: datetime) -> dict[str, Any]:
    """Who decides, and when, as documents say it."""
    name = names_of(session, [viewer.member]).get(viewer.member, "?")
    return {"by": {"member": str(viewer.member), "name": name}, "at": to_wire(now)}


def move_open(row: FollowUp) -> None:
    """Raises `follow-up-move` unless somebody still has to do something, and `follow-up-withdrawn`."""
    if row.withdrawn is not None:
        raise Problem("follow-up-withdrawn")
    if row.state not in states.OPEN:
        raise Problem("follow-up-move", state=row.state)
