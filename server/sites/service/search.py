"""Find sites by words, numbers, place and area. What was found at one is never in here."""

from dataclasses import dataclass
from math import sqrt
from typing import Any
from uuid import UUID

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from server.core import paging
from server.core.database import has_words
from server.core.geometry import around, in_box, meets, square_metres_from
from server.core.problems import Problem
from server.sites.models import Establishment, Site
from server.sites.service.areas import area
from server.sites.service.coordinates import coordinates
from server.sites.service.read import establishments_of, found_json

_GIVEN = aliased(Site)
_STANDS = func.coalesce(_GIVEN.merged_into, _GIVEN.id)
"""The site that stands for one that was found."""
METRES = 1_000
"""How far "near" is when nobody says."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked; everything that is given must hold."""

    q: str = ""
    """Words of name, address, postcode, town, BAG id, or an establishment's name or number; or coordinates in
    RD metres or degrees, which are then `near`."""
    municipality: str | None = None
    kvk: str | None = None
    bag_id: str | None = None
    area: str | None = None
    """Code of a named area."""
    box: tuple[float, float, float, float] | None = None
    drawn: BaseGeometry | None = None
    near: tuple[float, float] | None = None
    """Longitude, latitude."""
    around: UUID | None = None
    """A site whose place is `near`."""
    within: int | None = None
    """Metres from there."""
    after: str | None = None
    limit: int = paging.LIMIT


def search(session: Session, asked: Search) -> dict[str, Any]:
    """A page of the sites that stand, by distance from `near` or else by name; at most five queries.

    Raises `cursor-unknown`, `area-unknown`, and `not-found` for an `around` that is no site.
    """
    words, near = asked.q, _near(session, asked)
    if near is None and (typed := coordinates(words)) is not None:
        words, near = "", typed
    query = select(Site).where(
        Site.merged_into.is_(None), has_words(Site.search, words), *_told(asked), *_inside(session, asked)
    )
    if near is None:
        return _by_name(session, query, asked)
    return _by_distance(session, query, asked, near)


def _near(session: Session, asked: Search) -> tuple[float, float] | None:
    if asked.around is None:
        return asked.near
    place = session.execute(select(Site.west, Site.south).where(Site.id == asked.around)).one_or_none()
    if place is None:
        raise Problem("not-found")
    return place.west, place.south


def _told(asked: Search) -> list[ColumnElement[bool]]:
    found = []
    if asked.municipality is not None:
        found.append(Site.municipality == asked.municipality)
    if asked.bag_id is not None:
        found.append(Site.id.in_(select(_STANDS).where(_GIVEN.bag_id == asked.bag_id)))
    if asked.kvk is not None:
        at = select(_STANDS).join(Establishment, Establishment.site == _GIVEN.id)
        found.append(Site.id.in_(at.where(Establishment.kvk == asked.kvk)))
    return found


def _inside(session: Session, asked: Search) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.box is not None:
        found.append(in_box(Site, box(*asked.box)))
    if asked.drawn is not None:
        found.append(meets(session, Site, asked.drawn))
    if asked.area is not None:
        named = area(session, asked.area)
        if named.kind == "municipality":
            found.append(Site.municipality == named.code)
        elif named.kind == "postcode":  # of which only a point is known; the address says it better
            found.append(Site.postcode.startswith(named.code.removeprefix("PC")))
        else:
            found.append(meets(session, Site, named.geom))
    return found


def _by_name(session: Session, query: Any, asked: Search) -> dict[str, Any]:
    place = paging.read(asked.after, paging.text, paging.id)
    if place is not None:
        name, id = place
        query = query.where(or_(Site.name > name, and_(Site.name == name, Site.id > id)))
    rows = list(session.scalars(query.order_by(Site.name, Site.id).limit(asked.limit + 1)))
    page = rows[: asked.limit]
    more = paging.write(page[-1].name, str(page[-1].id)) if len(rows) > asked.limit else None
    return _page(session, [(site, None) for site in page], more)


def _by_distance(session: Session, query: Any, asked: Search, near: tuple[float, float]) -> dict[str, Any]:
    within = asked.within or METRES
    square = square_metres_from(Site, *near)
    query = query.add_columns(square).where(in_box(Site, around(*near, within)), square <= within**2)
    place = paging.read(asked.after, paging.number, paging.id)
    if place is not None:
        last, id = place
        query = query.where(or_(square > last, and_(square == last, Site.id > id)))
    rows = session.execute(query.order_by(square, Site.id).limit(asked.limit + 1)).all()
    page = rows[: asked.limit]
    more = paging.write(page[-1][1], str(page[-1][0].id)) if len(rows) > asked.limit else None
    return _page(session, [(site, sqrt(metres)) for site, metres in page], more)


def _page(session: Session, rows: list[tuple[Site, float | None]], after: str | None) -> dict[str, Any]:
    businesses = establishments_of(session, [site.id for site, _ in rows])
    return {
        "sites": [found_json(site, businesses.get(site.id, []), metres) for site, metres in rows],
        "after": after,
    }
