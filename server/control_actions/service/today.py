"""Who can sign in to the demo, and what is theirs today: the list that the sign-in screen shows."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from server.access.models import DossierAssignment
from server.control_actions.models import ControlAction, Target, Team, TeamMember
from server.control_actions.states import is_published
from server.identity.models import Agency, Member, Membership
from server.identity.roles import Role
from server.identity.service import agency_json

LOCAL = ZoneInfo("Europe/Amsterdam")
Pair = tuple[UUID, UUID]

_OTHERWISE = (
    (Role.OPERATIONAL_LEAD, "leidt acties", "leads actions"),
    (Role.TRIAGE, "leest als enige signalen", "alone reads signals"),
    (Role.PRIVACY_OFFICER, "leest geen dossiers", "reads no dossiers"),
    (Role.ADMINISTRATOR, "leden, apparaten", "members, devices"),
    (Role.CASE_WORKER, "taken van de dienst", "tasks of the agency"),
    (Role.COORDINATOR, "taken van de dienst", "tasks of the agency"),
    (Role.INSPECTOR, "vandaag geen bezoeken", "no visits today"),
)


def demo_people(session: Session, now: datetime) -> list[dict[str, Any]]:
    """Everyone who can sign in, by agency and name, with today's visits and one line; four queries.

    For the demo alone: it tells anybody who works where, so the route is there only with the demo's sign-in.
    """
    rows = session.execute(
        select(Membership, Member.name, Agency)
        .join(Member, Member.id == Membership.member)
        .join(Agency, Agency.id == Membership.agency)
        .where(Membership.since <= now, or_(Membership.until.is_(None), Membership.until > now))
        .order_by(Agency.name, Member.name, Membership.id)
    )
    day = now.astimezone(LOCAL).replace(hour=0, minute=0, second=0, microsecond=0)
    actions = session.scalars(
        select(ControlAction)
        .where(ControlAction.since < day + timedelta(days=1), ControlAction.until > day)
        .order_by(ControlAction.number)
    ).all()
    today = {action.id for action in actions if is_published(action.state) and action.state != "closed"}
    visits, teams = _visits(session, today, now), _teams(session, today)
    led = {(action.lead_member, action.lead_agency) for action in actions if action.id in today}
    return [
        {
            "membership": str(one.id),
            "member": str(one.member),
            "name": name,
            "agency": agency_json(agency),
            "roles": sorted(one.roles),
            "today": _today((one.member, one.agency), one.roles, visits, teams, led),
        }
        for one, name, agency in rows
    ]


def _visits(session: Session, actions: Iterable[UUID], now: datetime) -> dict[Pair, int]:
    """How many visits of today's actions each person is assigned to."""
    rows = session.execute(
        select(DossierAssignment.member, DossierAssignment.agency)
        .join(Target, Target.dossier == DossierAssignment.dossier)
        .where(Target.action.in_(sorted(actions)))
        .where(or_(DossierAssignment.until.is_(None), DossierAssignment.until > now))
    )
    found: dict[Pair, int] = {}
    for row in rows:
        found[row.member, row.agency] = found.get((row.member, row.agency), 0) + 1
    return found


def _teams(session: Session, actions: Iterable[UUID]) -> dict[Pair, str]:
    """The label of each person's team today."""
    rows = session.execute(
        select(TeamMember.member, TeamMember.agency, Team.label)
        .join(Team, Team.id == TeamMember.team)
        .where(Team.action.in_(sorted(actions)))
        .order_by(Team.label.desc())
    )
    return {(row.member, row.agency): row.label for row in rows}


def _today(
    pair: Pair, roles: list[str], visits: dict[Pair, int], teams: dict[Pair, str], led: set[Pair]
) -> dict[str, Any]:
    count = visits.get(pair, 0)
    if pair in teams:
        nl = f"Team {teams[pair]}, {count} {'bezoek' if count == 1 else 'bezoeken'}"
        en = f"Team {teams[pair]}, {count} {'visit' if count == 1 else 'visits'}"
    elif pair in led:
        nl, en = "leidt de actie", "leads the action"
    else:
        nl, en = next(((nl, en) for role, nl, en in _OTHERWISE if role in roles), ("", ""))
    return {"visits": count, "summary": {"nl": nl, "en": en}}
