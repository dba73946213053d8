"""Who may handle follow-ups for an agency: its case workers and coordinators of the moment."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from server.core.problems import Problem
from server.identity.models import Member, Membership
from server.identity.roles import DESK


def handlers(session: Session, agency: UUID, now: datetime) -> list[dict[str, str]]:
    """Members who may handle, by name."""
    rows = session.execute(
        select(Member.id, Member.name, Membership.roles)
        .join(Membership, Membership.member == Member.id)
        .where(Membership.agency == agency, Membership.since <= now)
        .where(or_(Membership.until.is_(None), Membership.until > now))
        .order_by(Member.name, Member.id)
    )
    found = {
        id: name for id, name, roles in rows if not DESK.isdisjoint(roles)
    }  # roles are JSON, so they are told apart here; an agency has dozens of members
    return [{"member": str(id), "name": name} for id, name in found.items()]


def handler(session: Session, agency: UUID, member: UUID, now: datetime) -> dict[str, str]:
    """One of them. Raises `handler-unknown`."""
    for one in handlers(session, agency, now):
        if one["member"] == str(member):
            return one
    raise Problem("handler-unknown", field="handler")
