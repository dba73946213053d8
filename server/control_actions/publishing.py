"""From a plan to what follows from it: who is on the action, who is at which visit, and the documents
tablets read.

Called at the end of every change of a plan, under the lock of the action and of its dossiers. It settles
everything anew instead of following the change, so that what stands is always what the plan says.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access import service as access
from server.access.models import Dossier
from server.control_actions.documents import documents_of
from server.control_actions.linking import linked_documents
from server.control_actions.models import ControlAction
from server.control_actions.plan import Plan
from server.control_actions.states import is_published
from server.core.database import among, lock, lock_id
from server.identity.roles import Role
from server.sync.documents import put_documents, remove_document
from server.sync.models import Operation


def lock_action(session: Session, action: UUID) -> ControlAction | None:
    """Lock an action, then its dossiers in their order; None when it is not there. First thing in
    `writing()`."""
    lock_id(session, action)
    if not lock(session, ControlAction.id, [action]):
        return None
    lock(session, Dossier.id, access.dossiers_of(session, action))
    return session.get_one(ControlAction, action)


def publish(session: Session, plan: Plan, now: datetime, *, gone: frozenset[UUID] = frozenset()) -> None:
    """Bring access and documents in line with the plan. `gone` are dossiers whose target was taken off it."""
    action = plan.action
    lead = access.Place(None, action.lead_member, action.lead_agency, Role.OPERATIONAL_LEAD.value)
    access.set_window(
        session, action.id, closed_at=action.closed_at, retention=timedelta(days=action.retention_days)
    )
    if not is_published(action.state):
        access.settle_people(session, action.id, [lead], now)
        put_documents(session, documents_of(session, plan), now)
        return
    team_places = [access.Place(one.team, one.member, one.agency, one.role) for one in plan.members]
    access.settle_people(session, action.id, [lead, *team_places], now)
    access.settle_agencies(session, action.id, plan.participants())
    _settle_visits(session, plan, now, gone)
    _take_back_visits(session, plan, now)
    linked = linked_documents(session, action.id)
    put_documents(session, [*documents_of(session, plan), *linked], now)


def _settle_visits(session: Session, plan: Plan, now: datetime, gone: frozenset[UUID]) -> None:
    """Planned visits get the people of their target, unplanned ones those of the team that opened them."""
    people: dict[UUID, set[tuple[UUID, UUID]]] = {dossier: set() for dossier in gone}
    for target in plan.targets:
        people[target.dossier] = {(one.member, one.agency) for one in plan.people_at(target)}
        access.ensure_dossier(
            session,
            dossier=target.dossier,
            action=plan.action.id,
            team=target.team,
            target=target.id,
            site=target.site,
            planned=True,
            opened=now,
        )
        access.move_to_team(session, target.dossier, target.team)
    agencies = {target.dossier: set(plan.agencies_at(target)) for target in plan.targets}
    agencies |= {dossier: set() for dossier in gone}
    for dossier, team in access.unplanned_of(session, plan.action.id).items():
        people[dossier] = {(one.member, one.agency) for one in plan.of_team(team)}
        agencies[dossier] = {agency for _, agency in people[dossier]}
    recorded = set(
        session.scalars(
            select(Operation.dossier).where(among(session, Operation.dossier, list(people))).distinct()
        )
    )
    access.settle_visits(session, people, agencies, keep=recorded, now=now)


def _take_back_visits(session: Session, plan: Plan, now: datetime) -> None:
    """Take a visit's document out of the scope of a team that no longer makes it."""
    for target in plan.targets:
        if target.published is not None and target.published != target.team:
            remove_document(session, scope=f"team:{target.published}", id=target.dossier, now=now)
        target.published = target.team
    session.flush()
