"""An action as the API tells of it."""

from typing import Any

from server.control_actions.missing import Lists, Missing, missing
from server.control_actions.models import ControlAction, Target
from server.control_actions.plan import Plan, order_in_team
from server.control_actions.states import NEXT
from server.core.clock import to_wire
from server.identity.service import agency_json
from server.sites.service import site_json


def plan_json(
    plan: Plan, lists: Lists, *, leads: bool, elsewhere: dict[Any, list[dict[str, str]]]
) -> dict[str, Any]:
    """The whole plan. `leads`: whether the reader may change it; `elsewhere`: other actions at the same
    site."""
    action = plan.action
    return {
        **action_json(action),
        "lead": {
            "agency": str(action.lead_agency),
            "member": str(action.lead_member),
            "name": plan.people[action.lead_member].name,
        },
        "agencies": [
            {
                "agency": agency_json(plan.agencies[one.agency]),
                "answer": one.answer,
                "note": one.note,
                "people": sum(1 for member in plan.members if member.agency == one.agency),
            }
            for one in plan.requests
        ],
        "teams": [
            {"id": str(team.id), "label": team.label, "members": _members(plan, team.id)}
            for team in plan.teams
        ],
        "targets": [
            target_json(plan, one) | {"elsewhere": elsewhere.get(one.site, [])} for one in plan.targets
        ],
        "missing": [missing_json(one) for one in missing(plan, lists)],
        "may": {
            "edit": leads and action.state != "closed",
            "states": list(NEXT[action.state]) if leads else [],
        },
    }


def action_json(action: ControlAction) -> dict[str, Any]:
    """What lists and the whole plan have in common."""
    return {
        "id": str(action.id),
        "number": action.number,
        "title": action.title,
        "goal": action.goal,
        "legalBasis": action.legal_basis,
        "state": action.state,
        "window": {"from": to_wire(action.since), "until": to_wire(action.until)},
        "closedAt": None if action.closed_at is None else to_wire(action.closed_at),
        "retentionDays": action.retention_days,
        "version": action.version,
    }


def target_json(plan: Plan, target: Target) -> dict[str, Any]:
    """A target with its site."""
    slot = None
    if target.since is not None and target.until is not None:
        slot = {"from": to_wire(target.since), "until": to_wire(target.until)}
    return {
        "id": str(target.id),
        "dossier": str(target.dossier),
        "site": site_json(plan.sites[target.site]),
        "team": None if target.team is None else str(target.team),
        "order": order_in_team(plan, target),
        "slot": slot,
        "reason": target.reason,
        "origin": target.origin,
        "agencies": target.agencies,
        "entryOrder": target.entry_order,
        "warning": target.warning,
    }


def missing_json(one: Missing) -> dict[str, Any]:
    """What is missing, with the ids it is missing of."""
    return {
        "code": one.code,
        "blocks": one.blocks,
        "target": None if one.target is None else str(one.target),
        "team": None if one.team is None else str(one.team),
        "agency": None if one.agency is None else str(one.agency),
        "checklist": one.checklist,
        "laws": list(one.laws),
    }


def _members(plan: Plan, team: Any) -> list[dict[str, str]]:
    return [
        {
            "member": str(one.member),
            "agency": str(one.agency),
            "name": plan.people[one.member].name,
            "role": one.role,
        }
        for one in plan.of_team(team)
    ]
