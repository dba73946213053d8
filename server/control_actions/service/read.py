"""Read actions: a page of them, one whole, and the people who could go."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from server.access import service as access
from server.control_actions.lists import lists_by_kind
from server.control_actions.models import ControlAction, Target, Team
from server.control_actions.plan import Plan, load_plan
from server.control_actions.service.doors import to_read
from server.control_actions.telling import action_json, plan_json
from server.core import paging
from server.core.clock import to_ms
from server.core.database import among
from server.identity import service as identity
from server.identity.models import Member
from server.identity.viewer import Viewer


def list_actions(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    state: str | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of the actions the viewer may read, latest day first; five queries. Raises `cursor-unknown`."""
    query = select(ControlAction).where(ControlAction.scope.in_(access.readable_scopes(viewer, now)))
    if state is not None:
        query = query.where(ControlAction.state == state)
    place = paging.read(after, paging.instant, paging.id)
    if place is not None:
        since, id = place
        query = query.where(
            or_(ControlAction.since < since, and_(ControlAction.since == since, ControlAction.id > id))
        )
    order = (ControlAction.since.desc(), ControlAction.id)
    rows = session.scalars(query.order_by(*order).limit(limit + 1)).all()
    page, last = rows[:limit], rows[limit - 1] if len(rows) > limit else None
    return {
        "actions": _lines(session, page),
        "after": None if last is None else paging.write(to_ms(last.since), str(last.id)),
    }


def read_action(session: Session, viewer: Viewer, id: UUID, now: datetime) -> tuple[dict[str, Any], int]:
    """One action whole, and its version. Raises `not-found`."""
    action = to_read(session, viewer, id, now)
    plan = load_plan(session, action)
    leads = access.leads(session, action=id, member=viewer.member, agency=viewer.agency, now=now)
    elsewhere = _elsewhere(session, viewer, plan, now)
    return plan_json(plan, lists_by_kind(session), leads=leads, elsewhere=elsewhere), action.version


def _lines(session: Session, actions: Sequence[ControlAction]) -> list[dict[str, Any]]:
    ids = [action.id for action in actions]
    agencies = identity.agencies_by_id(session, {action.lead_agency for action in actions})
    leads = {action.lead_member for action in actions}
    names = {
        one.id: one.name for one in session.scalars(select(Member).where(among(session, Member.id, leads)))
    }
    targets, reasons = _counted(session, ids)
    teams = _count_teams(session, ids)
    return [
        {
            **action_json(action),
            "lead": {
                "agency": identity.agency_json(agencies[action.lead_agency]),
                "name": names[action.lead_member],
            },
            "targets": targets.get(action.id, 0),
            "withoutReason": reasons.get(action.id, 0),
            "teams": teams.get(action.id, 0),
        }
        for action in actions
    ]


def _counted(session: Session, actions: Sequence[UUID]) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Targets of each action, and those without a reason."""
    without = func.count().filter(func.trim(Target.reason) == "")
    rows = session.execute(
        select(Target.action, func.count(), without)
        .where(among(session, Target.action, actions))
        .group_by(Target.action)
    ).all()
    return {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows}


def _count_teams(session: Session, actions: Sequence[UUID]) -> dict[UUID, int]:
    rows = session.execute(
        select(Team.action, func.count()).where(among(session, Team.action, actions)).group_by(Team.action)
    )
    return {row[0]: row[1] for row in rows}


def _elsewhere(
    session: Session, viewer: Viewer, plan: Plan, now: datetime
) -> dict[UUID, list[dict[str, str]]]:
    """Other actions the viewer may read that go to one of these sites at the same time, by site."""
    action = plan.action
    rows = session.execute(
        select(Target.site, ControlAction.number, ControlAction.title)
        .join(ControlAction, ControlAction.id == Target.action)
        .where(ControlAction.scope.in_(access.readable_scopes(viewer, now)))
        .where(ControlAction.id != action.id, ControlAction.state != "closed")
        .where(ControlAction.since < action.until, ControlAction.until > action.since)
        .where(among(session, Target.site, list(plan.sites)))
        .order_by(ControlAction.number)
        .distinct()
    )
    found: dict[UUID, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row.site, []).append({"number": row.number, "title": row.title})
    return found
