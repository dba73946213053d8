"""Sites and their establishments as they are shown."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

import shapely
from shapely.geometry import mapping
from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from server.core.database import among
from server.core.problems import Problem
from server.sites.models import Establishment, Site


def by_id(session: Session, ids: Collection[UUID]) -> dict[UUID, Site]:
    """Those sites that exist, by id."""
    return {site.id: site for site in session.scalars(select(Site).where(among(session, Site.id, ids)))}


def read_one(session: Session, id: UUID) -> dict[str, Any]:
    """A site as a search finds it; two queries. Raises `not-found`."""
    site = session.get(Site, id)
    if site is None:
        raise Problem("not-found")
    return found_json(site, establishments_of(session, [id]).get(id, []), None)


def establishments_of(session: Session, sites: Collection[UUID]) -> dict[UUID, list[Establishment]]:
    """By site, by name, with those at sites that were merged into it; one query."""
    shown = union_all(
        select(Establishment.id, Establishment.site).where(among(session, Establishment.site, sites)),
        select(Establishment.id, Site.merged_into)
        .join(Site, Site.id == Establishment.site)
        .where(among(session, Site.merged_into, sites)),
    ).subquery()
    query = select(Establishment, shown.c.site).join(shown, shown.c.id == Establishment.id)
    found: dict[UUID, list[Establishment]] = {}
    for one, site in session.execute(query.order_by(Establishment.name, Establishment.id)):
        found.setdefault(site, []).append(one)
    return found


def found_json(site: Site, establishments: list[Establishment], metres: float | None) -> dict[str, Any]:
    """A site as a search finds it, `metres` away."""
    return site_json(site) | {
        "bagId": site.bag_id,
        "source": site.source,
        "sourceDate": site.source_date,
        "mergedInto": None if site.merged_into is None else str(site.merged_into),
        "establishments": [
            {"id": str(one.id), "name": one.name, "kvk": one.kvk, "branch": one.branch}
            for one in establishments
        ],
        "metres": None if metres is None else round(metres),
    }


def site_json(site: Site) -> dict[str, Any]:
    """A site as lists and documents show it; degrees in WGS 84."""
    return {
        "id": str(site.id),
        "name": site.name,
        "address": site.address,
        "postcode": site.postcode,
        "town": site.town,
        "municipality": site.municipality,
        "lon": float(shapely.get_x(site.geom)),
        "lat": float(shapely.get_y(site.geom)),
        "fictitious": site.fictitious,
        "types": site.types,
        "plot": None if site.plot is None else mapping(site.plot),
    }
