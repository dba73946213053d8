"""The only writer of the documents that tablets plan by: action, team, visit, directory and member."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from shapely.geometry import mapping
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import ActionPerson
from server.checklists import service as checklists
from server.control_actions.models import Target, Team
from server.control_actions.plan import Plan, order_in_team
from server.control_actions.states import is_published
from server.core.clock import local_day, to_wire
from server.core.database import among
from server.identity.models import Agency, Mandate, Membership
from server.identity.roles import Role
from server.sites.models import Site
from server.sites.service import site_json
from server.sync.documents import Put


def documents_of(session: Session, plan: Plan) -> list[Put]:
    """All documents of an action as they should be now. A draft has one, for its lead."""
    action = plan.action
    home = f"action:{action.id}"
    puts = [Put(home, "action", action.id, _action(plan))]
    if not is_published(action.state):
        return puts
    history = _history(session, action.id)
    for team in plan.teams:
        body = _team(team, history)
        puts += [Put(home, "team", team.id, body), Put(f"team:{team.id}", "team", team.id, body)]
    puts += [
        Put(f"team:{target.team}", "visit", target.dossier, _visit(plan, target))
        for target in plan.targets
        if target.team is not None
    ]
    puts.append(Put(f"directory:{action.id}", "directory", action.id, _directory(session, plan)))
    return [*puts, *member_documents(session, plan.people)]


def member_documents(session: Session, members: Sequence[UUID] | dict[UUID, Any]) -> list[Put]:
    """What these people may do, a document for each membership."""
    ids = sorted(members)
    rows = session.scalars(select(Membership).where(among(session, Membership.member, ids)))
    held = session.scalars(select(Mandate).where(among(session, Mandate.member, ids))).all()
    return [
        Put(f"member:{one.member}", "member", one.id, _member(one, held))
        for one in sorted(rows, key=lambda one: one.id)
    ]


def _action(plan: Plan) -> dict[str, Any]:
    action = plan.action
    return {
        "id": str(action.id),
        "number": action.number,
        "title": action.title,
        "goal": action.goal,
        "legalBasis": action.legal_basis,
        "state": action.state,
        "lead": {"agency": str(action.lead_agency), "member": str(action.lead_member)},
        "agencies": [str(agency) for agency in plan.participants()],
        "window": {"from": to_wire(action.since), "until": to_wire(action.until)},
        "closedAt": None if action.closed_at is None else to_wire(action.closed_at),
        "retentionDays": action.retention_days,
        "draft": not is_published(action.state),
    }


def _team(team: Team, history: Sequence[ActionPerson]) -> dict[str, Any]:
    members = [
        {
            "member": str(one.member),
            "agency": str(one.agency),
            "role": one.role,
            "from": to_wire(one.since),
            "until": None if one.until is None else to_wire(one.until),
        }
        for one in history
        if one.team == team.id
    ]
    return {"id": str(team.id), "action": str(team.action), "label": team.label, "members": members}


def _visit(plan: Plan, target: Target) -> dict[str, Any]:
    return {
        "id": str(target.dossier),
        "action": str(target.action),
        "team": str(target.team),
        "target": str(target.id),
        "order": order_in_team(plan, target),
        "slot": _slot(target),
        "reason": target.reason,
        "site": _site(plan.sites[target.site]),
        "agencies": [str(agency) for agency in plan.agencies_at(target)],
        "entryOrder": target.entry_order,
        "warning": target.warning,
        "state": "planned",
    }


def _slot(target: Target) -> dict[str, str] | None:
    if target.since is None or target.until is None:
        return None
    return {"from": to_wire(target.since), "until": to_wire(target.until)}


def _site(site: Site) -> dict[str, Any]:
    told = site_json(site)
    kept = ("id", "name", "address", "town", "municipality", "lon", "lat", "fictitious")
    return {name: told[name] for name in kept} | {"plot": None if site.plot is None else mapping(site.plot)}


def _directory(session: Session, plan: Plan) -> dict[str, Any]:
    roles: dict[tuple[UUID, UUID], set[str]] = {
        (plan.action.lead_member, plan.action.lead_agency): {Role.OPERATIONAL_LEAD.value}
    }
    for one in plan.members:
        roles.setdefault((one.member, one.agency), set()).add(one.role)
    present = plan.by_code({*plan.participants(), *(agency for _, agency in roles)})
    ids = sorted({member for member, _ in roles})
    mandates = session.scalars(select(Mandate).where(among(session, Mandate.member, ids))).all()
    return {
        "agencies": [_agency(plan.agencies[agency]) for agency in present],
        "members": [
            {
                "id": str(member),
                "name": plan.people[member].name,
                "agency": str(agency),
                "roles": sorted(held),
                "mandates": [_mandate(one) for one in _held(member, agency, mandates)],
            }
            for (member, agency), held in sorted(roles.items())
        ],
        "checklists": list(_checklists(session, {plan.agencies[agency].kind for agency in present})),
        "parameters": _parameters(session, local_day(plan.action.since)),
    }


def _agency(agency: Agency) -> dict[str, Any]:
    return {
        "id": str(agency.id),
        "code": agency.code,
        "kind": agency.kind,
        "name": agency.name,
        "short": agency.short,
        "glyph": agency.glyph,
        "public": agency.public,
    }


def _checklists(session: Session, kinds: set[str]) -> Iterator[dict[str, str]]:
    """The lists of the kinds present and those that all may fill, in their newest version."""
    for content in checklists.newest(session):
        everybody = checklists.writers(content) == "all_on_action"
        if everybody or checklists.owner_kind(content) in kinds:
            yield {"code": content.code, "version": content.version}


def _parameters(session: Session, day: date) -> list[dict[str, Any]]:
    """The norms of the action's day: of each the last value that was valid by then."""
    valid = {row.name: row for row in checklists.every_parameter(session) if row.valid_from <= day}
    return [
        {
            "name": row.name,
            "value": row.value,
            "validFrom": row.valid_from.isoformat(),
            "unit": row.unit or None,
        }
        for row in valid.values()
    ]


def _member(one: Membership, mandates: Sequence[Mandate]) -> dict[str, Any]:
    return {
        "member": str(one.member),
        "agency": str(one.agency),
        "roles": sorted(one.roles),
        "mandates": [
            _mandate(held) | {"number": held.number} for held in _held(one.member, one.agency, mandates)
        ],
    }


def _held(member: UUID, agency: UUID, mandates: Sequence[Mandate]) -> list[Mandate]:
    mine = [held for held in mandates if (held.member, held.agency) == (member, agency)]
    return sorted(mine, key=lambda held: (held.law, held.number))


def _mandate(held: Mandate) -> dict[str, Any]:
    """Under which law somebody may act and how long: an appointment is public, its number is the person's."""
    return {
        "law": held.law,
        "from": to_wire(held.since),
        "until": None if held.until is None else to_wire(held.until),
    }


def _history(session: Session, action: UUID) -> Sequence[ActionPerson]:
    """Who is in a team or was, by member."""
    rows = select(ActionPerson).where(ActionPerson.action == action, ActionPerson.team.is_not(None))
    return session.scalars(rows.order_by(ActionPerson.member, ActionPerson.since, ActionPerson.id)).all()
