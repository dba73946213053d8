"""The demo's actions, planned through the services that a lead's screen uses."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.control_actions.models import ControlAction
from server.control_actions.service.change import change
from server.control_actions.service.create import create
from server.control_actions.service.move import move
from server.control_actions.service.targets import set_targets
from server.control_actions.service.teams import set_teams
from server.core.ids import derive
from server.identity.roles import Role
from server.identity.viewer import Viewer
from server.seeding.people import agency_id, member_id
from server.seeding.places import site_id

LOCAL = ZoneInfo("Europe/Amsterdam")
AGENCY_OF_LEAD = "GEM-WESTLAND"


def moment(day: date, clock: str) -> datetime:
    """A local time such as `08:40` of a day."""
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(day, time(hour, minute), LOCAL)


def local_day(now: datetime) -> date:
    """The day it is where the demo plays."""
    return now.astimezone(LOCAL).date()


def lead(key: str) -> Viewer:
    """The lead of an action as services know them."""
    roles = frozenset({Role.OPERATIONAL_LEAD})
    return Viewer(member_id(key), agency_id(AGENCY_OF_LEAD), roles, derive("demo-device", key))


def plan(
    session: Session, wanted: dict[str, Any], *, id: UUID, day: date, now: datetime, retention_days: int
) -> None:
    """Plan an action as a seed file writes it, and take it to `approved`; inside `writing()`, at `now`."""
    viewer = lead(wanted["lead"])
    window = {"since": moment(day, wanted["hours"][0]), "until": moment(day, wanted["hours"][1])}
    fields = {name: wanted[name] for name in ("title", "goal", "legalBasis")} | {"window": window}
    action = create(session, viewer, fields, retention_days=retention_days, now=now, id=id)
    asked = [{"agency": agency_id(code), "answer": answer} for code, answer in wanted["agencies"].items()]
    change(session, viewer, id, {**fields, "agencies": asked}, version=action.version, now=now)
    teams = [_team(id, label, people) for label, people in wanted["teams"].items()]
    set_teams(session, viewer, id, teams, version=action.version, now=now)
    targets = [_target(id, day, one) for one in wanted["targets"]]
    set_targets(session, viewer, id, targets, version=action.version, now=now)
    move(session, viewer, id, "approved", version=action.version, now=now)


def advance(session: Session, key: str, id: UUID, state: str, now: datetime) -> None:
    """Move an action on, state by state, until it is in `state`; inside `writing()`."""
    viewer = lead(key)
    action = session.get_one(ControlAction, id)
    order = ("approved", "briefed", "active", "debriefing", "closed")
    while order.index(action.state) < order.index(state):
        following = order[order.index(action.state) + 1]
        move(session, viewer, id, following, version=action.version, now=now)


def open_before(session: Session, day: date) -> list[ControlAction]:
    """Demo actions "of today" of an earlier day that nobody closed."""
    begins = moment(day, "00:00")
    rows = session.scalars(
        select(ControlAction).where(ControlAction.until < begins, ControlAction.state != "closed")
    )
    return [one for one in rows if one.id == today_id(local_day(one.since))]


def today_id(day: date) -> UUID:
    """The id of the demo's action of a day."""
    return derive("demo-action", "today", day.isoformat())


def target_id(action: UUID, site: str) -> UUID:
    """The id of a demo action's target at a site."""
    return derive("demo-target", action, site)


def dossier_id(action: UUID, site: str) -> UUID:
    """The dossier of a demo action's visit to a site."""
    return derive("dossier", target_id(action, site))


def team_id(action: UUID, label: str) -> UUID:
    """The id of a demo action's team."""
    return derive("demo-team", action, label)


def _team(action: UUID, label: str, people: list[dict[str, str]]) -> dict[str, Any]:
    members = [
        {
            "member": member_id(one["key"]),
            "agency": agency_id(one["agency"]),
            "role": one.get("role", "inspector"),
        }
        for one in people
    ]
    return {"id": team_id(action, label), "label": label, "members": members}


def _target(action: UUID, day: date, one: dict[str, Any]) -> dict[str, Any]:
    agencies = one.get("agencies")
    since = moment(day, one["at"])
    return {
        "id": target_id(action, one["site"]),
        "site": site_id(one["site"]),
        "team": team_id(action, one["team"]),
        "reason": one["reason"],
        "origin": one["origin"],
        "slot": {"since": since, "until": since + timedelta(minutes=one.get("minutes", 75))},
        "agencies": None if agencies is None else [agency_id(code) for code in agencies],
        "entryOrder": one.get("entry", []),
        "warning": one.get("warning"),
    }
