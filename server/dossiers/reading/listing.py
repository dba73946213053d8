"""The list of dossiers a person may read the joint part of, newest first."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from server.access.models import Dossier, DossierAgency, Scope
from server.access.service import Viewer, readable_scopes
from server.core import paging
from server.core.clock import to_ms, to_wire
from server.core.database import among
from server.dossiers.models import Visit
from server.dossiers.reading.places import sites_of
from server.dossiers.reading.told import maybe

STATES = ("planned", "on_site", "suspended", "left", "closed", "skipped")


def list_dossiers(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    action: UUID | None = None,
    site: UUID | None = None,
    state: str | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of dossiers; three queries, however many there are. Raises `cursor-unknown`."""
    query = joint_dossiers(viewer, now)
    if action is not None:
        query = query.where(Dossier.action == action)
    if site is not None:
        query = query.where(Dossier.site == site)
    if state is not None:
        query = query.where(func.coalesce(Visit.word, "planned") == state)
    place = paging.read(after, paging.instant, paging.id)
    if place is not None:
        opened, id = place
        query = query.where(or_(Dossier.opened < opened, and_(Dossier.opened == opened, Dossier.id > id)))
    rows = list(session.execute(query.order_by(Dossier.opened.desc(), Dossier.id).limit(limit + 1)))
    page = rows[:limit]
    last = page[-1][0] if len(rows) > limit else None
    return {
        "dossiers": tell_all(session, page),
        "after": None if last is None else paging.write(to_ms(last.opened), str(last.id)),
    }


def joint_dossiers(viewer: Viewer, now: datetime) -> Select[Dossier, Visit]:
    """Dossiers whose joint part the viewer reads, each with its visit's row, if it has one."""
    return (
        select(Dossier, Visit)
        .join(Scope, and_(Scope.dossier == Dossier.id, Scope.kind == "joint"))
        .outerjoin(Visit, and_(Visit.scope == Scope.id, Visit.entity == Dossier.id))
        .where(Scope.id.in_(readable_scopes(viewer, now)))
    )


def tell_all(session: Session, rows: list[Any]) -> list[dict[str, Any]]:
    """Dossiers as lists show them; two queries for all of them."""
    dossiers = [dossier for dossier, _ in rows]
    sites = sites_of(session, {one.site for one in dossiers if one.site is not None})
    agencies: dict[UUID, list[str]] = {}
    taking_part = select(DossierAgency.dossier, DossierAgency.agency).where(
        among(session, DossierAgency.dossier, {one.id for one in dossiers})
    )
    for dossier, agency in session.execute(taking_part.order_by(DossierAgency.agency)):
        agencies.setdefault(dossier, []).append(str(agency))
    return [_tell(dossier, visit, sites, agencies) for dossier, visit in rows]


def _tell(
    dossier: Dossier, visit: Visit | None, sites: dict[UUID, dict[str, Any]], agencies: dict[UUID, list[str]]
) -> dict[str, Any]:
    return {
        "id": str(dossier.id),
        "action": str(dossier.action),
        "team": None if dossier.team is None else str(dossier.team),
        "planned": dossier.planned,
        "opened": to_wire(dossier.opened),
        "site": None if dossier.site is None else sites.get(dossier.site),
        "label": None if visit is None else visit.label,
        "state": "planned" if visit is None else visit.word,
        "since": None if visit is None else maybe(visit.since),
        "agencies": agencies.get(dossier.id, []),
    }
