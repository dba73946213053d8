"""Replace the teams of an action and who is in them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from server.access import service as access
from server.access.models import Scope
from server.control_actions.models import ActionRequest, ControlAction, Target, Team, TeamMember
from server.control_actions.plan import load_plan
from server.control_actions.publishing import publish
from server.control_actions.service.doors import note, to_change
from server.core.database import among
from server.core.ids import uuid7
from server.core.problems import FieldError, Problem
from server.identity.models import Membership
from server.identity.viewer import Viewer
from server.sync.documents import remove_document


def set_teams(
    session: Session, viewer: Viewer, id: UUID, wanted: list[dict[str, Any]], *, version: int, now: datetime
) -> ControlAction:
    """Let exactly these be the teams and their people; targets of a team that goes have none; inside
    `writing()`.

    Who leaves loses the team's visits, who joins gets all of them. Raises as `doors.to_change`, and
    `fields-invalid` naming the row.
    """
    action = to_change(session, viewer, id, version, now)
    present = {team.id: team for team in session.scalars(select(Team).where(Team.action == id))}
    _check(session, action, wanted, present, now)
    kept = {one["id"] for one in wanted if one.get("id") in present}
    for team in present.keys() - kept:
        _take_off(session, present[team], now)
    for one in wanted:
        team = one.get("id") or uuid7(now)
        if team in present:
            present[team].label = one["label"]
        else:
            scope = access.ensure_scope(session, f"team:{team}", action=id)
            session.add(Team(id=team, scope=action.scope, action=id, label=one["label"]))
            assert scope
        session.flush()
        _staff(session, team, one["members"])
    note(session, viewer, action, "teams", now, teams=len(wanted))
    publish(session, load_plan(session, action), now)
    return action


def _staff(session: Session, team: UUID, members: list[dict[str, Any]]) -> None:
    session.execute(delete(TeamMember).where(TeamMember.team == team))
    for one in members:
        session.add(TeamMember(team=team, member=one["member"], agency=one["agency"], role=one["role"]))
    session.flush()


def _take_off(session: Session, team: Team, now: datetime) -> None:
    visits = session.scalars(select(Target).where(Target.published == team.id)).all()
    for target in visits:
        remove_document(session, scope=f"team:{team.id}", id=target.dossier, now=now)
        target.published = None
    session.flush()
    session.execute(update(Target).where(Target.team == team.id).values(team=None))
    session.execute(delete(TeamMember).where(TeamMember.team == team.id))
    for scope in (f"action:{team.action}", f"team:{team.id}"):
        remove_document(session, scope=scope, id=team.id, now=now)
    session.delete(team)
    session.flush()


def _check(
    session: Session,
    action: ControlAction,
    wanted: list[dict[str, Any]],
    present: dict[UUID, Team],
    now: datetime,
) -> None:
    """Labels once, ids new or of this action, people who are members of an agency that was asked."""
    asked = set(session.scalars(select(ActionRequest.agency).where(ActionRequest.action == action.id)))
    pairs = _memberships(session, {one["member"] for team in wanted for one in team["members"]}, now)
    ids = [one["id"] for one in wanted if one.get("id")]
    foreign = _foreign(session, action.id, ids)
    wrong: list[FieldError] = []
    labels: set[str] = set()
    for place, team in enumerate(wanted):
        at = f"teams.{place}"
        if team["label"] in labels:
            wrong.append(FieldError(f"{at}.label", "Two teams bear this label.", "Give one another letter."))
        if team.get("id") in foreign or ids.count(team.get("id")) > 1:
            wrong.append(FieldError(f"{at}.id", "This id is taken.", "Leave it out, or take a new UUIDv7."))
        labels.add(team["label"])
        seen: set[UUID] = set()
        for row, one in enumerate(team["members"]):
            where = f"{at}.members.{row}"
            if (one["member"], one["agency"]) not in pairs:
                mend = "Take people from GET /control-actions/{id}/people."
                wrong.append(FieldError(f"{where}.member", "Nobody like this acts for this agency.", mend))
            elif one["agency"] not in asked:
                mend = "Ask the agency first, in PUT /control-actions/{id}."
                wrong.append(FieldError(f"{where}.agency", "This agency was not asked.", mend))
            if one["member"] in seen:
                mend = "Name a person once in a team, for one agency."
                wrong.append(FieldError(f"{where}.member", "This person is in the team twice.", mend))
            seen.add(one["member"])
    if wrong:
        raise Problem("fields-invalid", errors=wrong, field=wrong[0].field, count=len(wrong))


def _foreign(session: Session, action: UUID, ids: list[UUID]) -> set[UUID]:
    """Those ids under which another action has a team or had one: the `team:` scope stays with the action
    that made it, and so does what was published there.
    """
    teams = select(Team.id).where(among(session, Team.id, ids), Team.action != action)
    scopes = select(Scope.subject).where(Scope.kind == "team", Scope.action != action)
    old = session.scalars(scopes.where(among(session, Scope.subject, ids)))
    return {*session.scalars(teams), *(id for id in old if id is not None)}


def _memberships(session: Session, members: set[UUID], now: datetime) -> set[tuple[UUID, UUID]]:
    """Member and agency, of memberships that run now."""
    rows = session.execute(
        select(Membership.member, Membership.agency)
        .where(among(session, Membership.member, list(members)))
        .where(Membership.since <= now, or_(Membership.until.is_(None), Membership.until > now))
    )
    return {(row.member, row.agency) for row in rows}
