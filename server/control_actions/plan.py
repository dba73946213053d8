"""A plan as a value: an action with all that belongs to it, loaded in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.control_actions.models import ActionRequest, ControlAction, Target, Team, TeamMember
from server.core.database import among
from server.identity import service as identity
from server.identity.models import Agency, Mandate, Member
from server.sites import service as sites
from server.sites.models import Site


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything of one action. Lists are in the order they are shown in."""

    action: ControlAction
    requests: Sequence[ActionRequest]
    teams: Sequence[Team]
    members: Sequence[TeamMember]
    targets: Sequence[Target]
    agencies: dict[UUID, Agency]
    """Those that are asked, lead, or have people in a team."""
    people: dict[UUID, Member]
    sites: dict[UUID, Site]
    mandates: Sequence[Mandate]
    """Of the people in teams, of any time."""

    def of_team(self, team: UUID | None) -> list[TeamMember]:
        """The people of a team, by agency and name."""
        return [one for one in self.members if one.team == team]

    def agencies_at(self, target: Target) -> list[UUID]:
        """The agencies that go to a target: those it names, else all of its team; by code."""
        present = {one.agency for one in self.of_team(target.team)}
        wanted = present if target.agencies is None else {UUID(text) for text in target.agencies}
        return self.by_code(wanted)

    def people_at(self, target: Target) -> list[TeamMember]:
        """The people of the target's team whose agency goes there."""
        going = set(self.agencies_at(target))
        return [one for one in self.of_team(target.team) if one.agency in going]

    def participants(self) -> list[UUID]:
        """The agencies that take part: the lead's, those that said yes, those with people in a team; by
        code."""
        said_yes = {one.agency for one in self.requests if one.answer == "yes"}
        return self.by_code({self.action.lead_agency} | said_yes | {one.agency for one in self.members})

    def by_code(self, agencies: set[UUID]) -> list[UUID]:
        """Agencies in the order of their codes."""
        known = [self.agencies[agency] for agency in agencies if agency in self.agencies]
        return [agency.id for agency in sorted(known, key=lambda one: one.code)]


def load_plan(session: Session, action: ControlAction) -> Plan:
    """Load a plan; eight queries, however large it is."""
    requests = session.scalars(select(ActionRequest).where(ActionRequest.action == action.id)).all()
    teams = session.scalars(select(Team).where(Team.action == action.id).order_by(Team.label, Team.id)).all()
    members = session.scalars(
        select(TeamMember).where(among(session, TeamMember.team, [team.id for team in teams]))
    ).all()
    targets = session.scalars(
        select(Target).where(Target.action == action.id).order_by(Target.place, Target.id)
    ).all()
    asked = {one.agency for one in requests} | {one.agency for one in members} | {action.lead_agency}
    named = {UUID(text) for target in targets for text in target.agencies or ()}
    agencies = identity.agencies_by_id(session, asked | named)
    ids = {one.member for one in members} | {action.lead_member}
    people = {one.id: one for one in session.scalars(select(Member).where(among(session, Member.id, ids)))}
    mandates = session.scalars(select(Mandate).where(among(session, Mandate.member, ids))).all()
    return Plan(
        action=action,
        requests=sorted(requests, key=lambda one: agencies[one.agency].code),
        teams=teams,
        members=sorted(members, key=lambda one: (agencies[one.agency].code, people[one.member].name)),
        targets=targets,
        agencies=agencies,
        people=people,
        sites=sites.by_id(session, {target.site for target in targets}),
        mandates=mandates,
    )


def order_in_team(plan: Plan, target: Target) -> int:
    """The target's place in its team's route, from 1."""
    return 1 + sum(1 for one in plan.targets if one.team == target.team and one.place < target.place)


def holds(mandate: Mandate, moment: datetime) -> bool:
    """Whether a mandate is valid at a moment."""
    return mandate.since <= moment and (mandate.until is None or moment < mandate.until)
