"""The people who could be put in a team: field members of the agencies asked, with their mandates on that
day."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from server.access import service as access
from server.control_actions.models import ActionRequest, ControlAction, Team, TeamMember
from server.control_actions.service.doors import to_read
from server.core.clock import to_wire
from server.core.database import among
from server.core.problems import Problem
from server.identity.models import Agency, Mandate, Member, Membership
from server.identity.roles import Role
from server.identity.viewer import Viewer

FIELD = {Role.INSPECTOR.value, Role.TEAM_LEAD.value}


def candidates(session: Session, viewer: Viewer, id: UUID, now: datetime) -> list[dict[str, Any]]:
    """By agency and name, for the lead; five queries. Raises `not-found` and `not-the-lead`."""
    action = to_read(session, viewer, id, now)
    if not access.leads(session, action=id, member=viewer.member, agency=viewer.agency, now=now):
        raise Problem("not-the-lead")
    rows = session.execute(
        select(Membership, Member.name)
        .join(Member, Member.id == Membership.member)
        .join(Agency, Agency.id == Membership.agency)
        .where(Membership.agency.in_(select(ActionRequest.agency).where(ActionRequest.action == id)))
        .where(Membership.since <= now, or_(Membership.until.is_(None), Membership.until > now))
        .order_by(Agency.code, Member.name, Member.id)
    ).all()
    people = [(one, name) for one, name in rows if FIELD & set(one.roles)]
    members = {one.member for one, _ in people}
    held = session.scalars(
        select(Mandate).where(among(session, Mandate.member, members)).order_by(Mandate.law)
    ).all()
    busy = _busy(session, viewer, action, members, now)
    return [
        {
            "member": str(one.member),
            "agency": str(one.agency),
            "name": name,
            "roles": sorted(FIELD & set(one.roles)),
            "mandates": [_mandate(mandate, action.since) for mandate in held if _is_of(mandate, one)],
            "busy": busy.get(one.member, []),
        }
        for one, name in people
    ]


def _is_of(mandate: Mandate, one: Membership) -> bool:
    return (mandate.member, mandate.agency) == (one.member, one.agency)


def _mandate(mandate: Mandate, day: datetime) -> dict[str, Any]:
    until = mandate.until
    valid = mandate.since <= day and (until is None or day < until)
    return {"law": mandate.law, "until": None if until is None else to_wire(until), "valid": valid}


def _busy(
    session: Session, viewer: Viewer, action: ControlAction, members: set[UUID], now: datetime
) -> dict[UUID, list[str]]:
    """Numbers of other actions the viewer may read that a person is in at the same time."""
    rows = session.execute(
        select(TeamMember.member, ControlAction.number)
        .join(Team, Team.id == TeamMember.team)
        .join(ControlAction, ControlAction.id == Team.action)
        .where(ControlAction.scope.in_(access.readable_scopes(viewer, now)))
        .where(ControlAction.id != action.id, ControlAction.state != "closed")
        .where(ControlAction.since < action.until, ControlAction.until > action.since)
        .where(among(session, TeamMember.member, members))
        .order_by(ControlAction.number)
        .distinct()
    )
    found: dict[UUID, list[str]] = {}
    for row in rows:
        found.setdefault(row.member, []).append(row.number)
    return found
