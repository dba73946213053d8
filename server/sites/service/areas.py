"""Areas that a person may name, listed and fetched."""

from typing import Any

from shapely.geometry import mapping
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, defer

from server.core import paging
from server.core.database import has_words
from server.core.problems import Problem
from server.sites.models import Area

KINDS = ("municipality", "district", "postcode")


def areas(
    session: Session,
    *,
    q: str = "",
    kind: str | None = None,
    municipality: str | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of areas by kind and name, without their outlines; one query. Raises `cursor-unknown`."""
    query = select(Area).options(defer(Area.geom)).where(has_words(Area.search, q))
    if kind is not None:
        query = query.where(Area.kind == kind)
    if municipality is not None:
        query = query.where(Area.municipality == municipality)
    place = paging.read(after, paging.text, paging.text, paging.text)
    if place is not None:
        kind_, name, code = place
        same = and_(Area.kind == kind_, or_(Area.name > name, and_(Area.name == name, Area.code > code)))
        query = query.where(or_(Area.kind > kind_, same))
    rows = list(session.scalars(query.order_by(Area.kind, Area.name, Area.code).limit(limit + 1)))
    page = rows[:limit]
    last = page[-1] if len(rows) > limit else None
    return {
        "areas": [area_json(one) for one in page],
        "after": None if last is None else paging.write(last.kind, last.name, last.code),
    }


def area(session: Session, code: str) -> Area:
    """The area of this code. Raises `area-unknown`."""
    found = session.scalars(select(Area).where(Area.code == code)).one_or_none()
    if found is None:
        raise Problem("area-unknown", field="area", area=code[:20])
    return found


def area_feature(session: Session, code: str) -> dict[str, Any]:
    """It as a GeoJSON feature; one query. Raises `area-unknown`."""
    found = area(session, code)
    return {"type": "Feature", "properties": area_json(found), "geometry": mapping(found.geom)}


def area_json(one: Area) -> dict[str, Any]:
    """An area as lists show it; `box` is west, south, east, north in degrees."""
    return {
        "code": one.code,
        "kind": one.kind,
        "name": one.name,
        "municipality": one.municipality,
        "box": [one.west, one.south, one.east, one.north],
    }
