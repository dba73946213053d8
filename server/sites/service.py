"""Sites: found by name, address, town or municipality; added by hand. What was found at one is never in
here."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import shapely
from shapely.geometry import Point, mapping
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from server.core import paging
from server.core.database import among
from server.core.ids import uuid7
from server.core.problems import Problem
from server.sites.models import Site

TYPES = ("greenhouse", "warehouse", "auction_box", "office", "accommodation", "yard", "vehicle_area")
NETHERLANDS = (3.2, 50.7, 7.3, 53.7)
"""West, south, east, north in degrees; generous, to tell degrees from metres and lon from lat."""


def search(
    session: Session,
    *,
    q: str = "",
    municipality: str | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of sites by name, of which every word of `q` is in name, address, postcode, town; one query.

    Raises `cursor-unknown`.
    """
    query = select(Site)
    for word in q.lower().split()[:8]:
        query = query.where(Site.search.contains(word, autoescape=True))
    if municipality is not None:
        query = query.where(Site.municipality == municipality)
    place = paging.read(after, paging.text, paging.id)
    if place is not None:
        name, id = place
        query = query.where(or_(Site.name > name, and_(Site.name == name, Site.id > id)))
    rows = list(session.scalars(query.order_by(Site.name, Site.id).limit(limit + 1)))
    page = rows[:limit]
    last = page[-1] if len(rows) > limit else None
    return {
        "sites": [site_json(site) for site in page],
        "after": None if last is None else paging.write(last.name, str(last.id)),
    }


def add(session: Session, fields: dict[str, Any], now: datetime) -> Site:
    """Add a site. Raises `place-invalid`."""
    site = Site(
        id=uuid7(now),
        name=fields["name"],
        address=fields["address"],
        postcode=fields.get("postcode"),
        town=fields["town"],
        municipality=fields["municipality"],
        geom=point(fields["lon"], fields["lat"]),
        plot=None,
        fictitious=fields.get("fictitious", False),
        types=list(fields.get("types", [])),
        search=words_of(fields),
        created=now,
    )
    session.add(site)
    session.flush()
    return site


def by_id(session: Session, ids: Collection[UUID]) -> dict[UUID, Site]:
    """Those sites that exist, by id."""
    return {site.id: site for site in session.scalars(select(Site).where(among(session, Site.id, ids)))}


def point(lon: float, lat: float) -> Point:
    """The point at these degrees. Raises `place-invalid` outside the Netherlands."""
    west, south, east, north = NETHERLANDS
    if not west <= lon <= east or not south <= lat <= north:
        raise Problem("place-invalid", field="lon", reason=f"{lon}, {lat}")
    return Point(lon, lat)


def words_of(fields: dict[str, Any]) -> str:
    """What a search looks through, in lower case."""
    parts = (fields["name"], fields["address"], fields.get("postcode") or "", fields["town"])
    return " ".join(parts).lower()


def site_json(site: Site) -> dict[str, Any]:
    """A site as lists show it; degrees in WGS 84."""
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
