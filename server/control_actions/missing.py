"""What approval still needs. Pure; the same list stands beside the plan and in the refusal of an approval."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from server.control_actions.plan import Plan, holds
from server.identity.models import Agency

Lists = Mapping[str, Sequence[tuple[str, Sequence[str]]]]
"""Kind of agency → its checklists: code, and the laws of which a mandate is asked (none: no mandate
needed)."""

CODES = (
    "goal",
    "legal_basis",
    "window",
    "targets",
    "reason",
    "team",
    "team_empty",
    "agency_waiting",
    "agency_no",
    "mandate",
)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, where, and whether it stops the approval."""

    code: str
    """One of CODES."""
    blocks: bool
    target: UUID | None = None
    team: UUID | None = None
    agency: UUID | None = None
    checklist: str | None = None
    laws: tuple[str, ...] = ()


def missing(plan: Plan, lists: Lists) -> list[Missing]:
    """All that is missing, in the order of the page; what does not block is told and may stay."""
    return [
        *_of_action(plan),
        *_of_targets(plan),
        *_of_teams(plan),
        *_of_agencies(plan),
        *_of_mandates(plan, lists),
    ]


def _of_action(plan: Plan) -> Iterator[Missing]:
    action = plan.action
    if not action.goal.strip():
        yield Missing("goal", True)
    if not action.legal_basis.strip():
        yield Missing("legal_basis", True)
    if action.until <= action.since:
        yield Missing("window", True)
    if not plan.targets:
        yield Missing("targets", True)


def _of_targets(plan: Plan) -> Iterator[Missing]:
    for target in plan.targets:
        if not target.reason.strip():
            yield Missing("reason", True, target=target.id)
        if target.team is None:
            yield Missing("team", True, target=target.id)


def _of_teams(plan: Plan) -> Iterator[Missing]:
    for team in plan.teams:
        visits = [target for target in plan.targets if target.team == team.id]
        if visits and not plan.of_team(team.id):
            yield Missing("team_empty", True, team=team.id)


def _of_agencies(plan: Plan) -> Iterator[Missing]:
    for request in plan.requests:
        if request.answer == "waiting":
            yield Missing("agency_waiting", False, agency=request.agency)
        elif request.answer == "no" and any(one.agency == request.agency for one in plan.members):
            yield Missing("agency_no", False, agency=request.agency)


def _of_mandates(plan: Plan, lists: Lists) -> Iterator[Missing]:
    """An agency in the teams of whom nobody holds a mandate for one of its lists on the day of the action."""
    present = {one.agency for one in plan.members}
    for agency in plan.by_code(present):
        for checklist, laws in lists.get(plan.agencies[agency].kind, ()):
            if laws and not _held(plan, plan.agencies[agency], laws):
                yield Missing("mandate", False, agency=agency, checklist=checklist, laws=tuple(laws))


def _held(plan: Plan, agency: Agency, laws: Sequence[str]) -> bool:
    going = {one.member for one in plan.members if one.agency == agency.id}
    return any(
        mandate.law in laws
        and mandate.agency == agency.id
        and mandate.member in going
        and holds(mandate, plan.action.since)
        for mandate in plan.mandates
    )
