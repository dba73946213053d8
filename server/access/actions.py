"""Who is on an action, and how long they keep it: the only writer of these rows."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from server.access.models import ActionAgency, ActionPerson, ActionWindow
from server.core.database import bulk


class Place(NamedTuple):
    """A person's place on an action: in a team, or without one as its lead."""

    team: UUID | None
    member: UUID
    agency: UUID
    role: str


def settle_people(session: Session, action: UUID, places: Collection[Place], now: datetime) -> None:
    """Let exactly these people be on the action from now on: who is new begins, who is gone ends, the rest
    stays."""
    present = session.scalars(
        select(ActionPerson)
        .where(ActionPerson.action == action)
        .where(or_(ActionPerson.until.is_(None), ActionPerson.until > now))
    ).all()
    held = {Place(one.team, one.member, one.agency, one.role): one for one in present}
    for place, row in held.items():
        if place not in places:
            row.until = now
    for place in sorted(set(places) - held.keys(), key=str):
        session.add(ActionPerson(action=action, since=now, until=None, **place._asdict()))
    session.flush()


def settle_agencies(session: Session, action: UUID, agencies: Collection[UUID]) -> None:
    """Let exactly these agencies take part in the action."""
    present = set(session.scalars(select(ActionAgency.agency).where(ActionAgency.action == action)))
    for agency in present - set(agencies):
        session.delete(session.get_one(ActionAgency, (action, agency)))
    rows = [(action, agency) for agency in sorted(set(agencies) - present)]
    bulk(session, ActionAgency.__table__, rows, "ignore")  # type: ignore[arg-type]


def set_window(session: Session, action: UUID, *, closed_at: datetime | None, retention: timedelta) -> None:
    """Say when an action closed, and how long its people keep what they read by assignment."""
    row = (action, closed_at, retention // timedelta(milliseconds=1))
    bulk(session, ActionWindow.__table__, [row], "upsert")  # type: ignore[arg-type]


def leads(session: Session, *, action: UUID, member: UUID, agency: UUID, now: datetime) -> bool:
    """Whether this person, acting for this agency, leads the action now."""
    found = session.scalar(
        select(ActionPerson.id)
        .where(ActionPerson.action == action, ActionPerson.team.is_(None))
        .where(ActionPerson.member == member, ActionPerson.agency == agency)
        .where(ActionPerson.role == "operational_lead", ActionPerson.since <= now)
        .where(or_(ActionPerson.until.is_(None), ActionPerson.until > now))
        .limit(1)
    )
    return found is not None
