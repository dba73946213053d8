"""Establishments find the site at their address, or make it: the one way in which a register makes sites."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, cast
from uuid import UUID

import orjson
import shapely
from shapely.geometry import Point
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from server.core.database import among, bulk
from server.core.ids import derive
from server.sites.importing.faults import Fault
from server.sites.importing.objects import Delivered, Objects
from server.sites.importing.registered import Stored
from server.sites.models import Address, Area, Building, Establishment, Site, Unit
from server.sites.service.words import refresh_words

_COLUMNS = ("id", "ref", "status", "source", "source_date", "digest", "site", "name", "kvk", "branch")


class Municipalities:
    """In which municipality a point lies; one query for all points."""

    def __init__(self, session: Session) -> None:
        query = select(Area.code, Area.geom).where(Area.kind == "municipality").order_by(Area.code)
        rows = session.execute(query).all()
        self._codes = [row.code for row in rows]
        self._tree = shapely.STRtree([row.geom for row in rows])

    def at(self, point: Point) -> str | None:
        """Its CBS code, or None."""
        found = self._tree.query(point, predicate="intersects")
        return self._codes[min(found)] if len(found) else None


@dataclass(frozen=True, slots=True)
class _Place:
    """What the registers know of an address."""

    point: Point
    bag_id: str | None
    plot: Any


def store_businesses(
    session: Session,
    objects: Objects,
    ids: Sequence[UUID],
    delivered: Delivered,
    municipalities: Municipalities,
    now: datetime,
) -> tuple[Stored, list[Fault]]:
    """Write establishments that are new or differ, with the sites they need; seven statements at most and
    one for each site whose words changed. The faults are those of rows without a place."""
    keys = {told["key"] for told in objects.told}
    known = _known(session, ids)
    sites = _sites(session, keys)
    places = _places(session, keys - set(sites))
    made: dict[str, Site] = {}
    faults, rows, touched, stored = [], [], set(), Stored()
    for n, (id, told) in enumerate(zip(ids, objects.told, strict=True)):
        site = sites.get(told["key"])
        if site is None:
            new = made.get(told["key"]) or _make(told, places, municipalities, delivered, now)
            if isinstance(new, str):
                faults.append(Fault(objects.rows[n], objects.refs[n], "x", new))
                continue
            made[told["key"]], site = new, new.id
        words = (told["status"], str(site), told["name"], told["kvk"], told["branch"])
        digest = blake2b(orjson.dumps(words), digest_size=16).digest()
        before = known.get(id)
        if before is not None and before[1] == digest:
            stored.same += 1
            continue
        touched |= {site} | ({before[0]} if before else set())
        stored.new += before is None
        stored.changed += before is not None
        rows.append((
            id, objects.refs[n], told["status"], delivered.source, delivered.date, digest,
            site, told["name"], told["kvk"], told["branch"],
        ))  # fmt: skip
    session.add_all(made.values())
    session.flush()
    bulk(session, cast(Table, Establishment.__table__), sorted(rows), "upsert", columns=_COLUMNS)
    refresh_words(session, touched)
    return stored, faults


def _known(session: Session, ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, bytes]]:
    query = select(Establishment.id, Establishment.site, Establishment.digest)
    rows = session.execute(query.where(among(session, Establishment.id, ids)))
    return {row.id: (row.site, bytes(row.digest)) for row in rows}


def _sites(session: Session, keys: Collection[str]) -> dict[str, UUID]:
    """The oldest site at each address."""
    query = select(Site.address_key, Site.id).where(among(session, Site.address_key, keys))
    rows = session.execute(query.order_by(Site.created.desc(), Site.id.desc()))
    return {str(row.address_key): row.id for row in rows}


def _places(session: Session, keys: Collection[str]) -> dict[str, _Place]:
    query = (
        select(Address.key, Unit.geom, Building.ref, Building.geom.label("plot"))
        .join(Unit, Unit.address == Address.id)
        .outerjoin(Building, Building.id == Unit.building)
        .where(among(session, Address.key, keys))
        .order_by(Unit.id.desc())
    )
    found = {}
    for row in session.execute(query):
        plot = row.plot if row.plot is not None and row.plot.geom_type == "Polygon" else None
        found[str(row.key)] = _Place(row.geom, row.ref, plot)
    return found


def _make(
    told: dict[str, Any],
    places: dict[str, _Place],
    municipalities: Municipalities,
    delivered: Delivered,
    now: datetime,
) -> Site | str:
    """A site at this address, or the code of what is wrong."""
    place = places.get(told["key"])
    point = Point(*told["place"]) if told["place"] else place.point if place else None
    if point is None:
        return "place-unknown"
    municipality = municipalities.at(point)
    if municipality is None:
        return "municipality-unknown"
    bag_id = told["bag_id"] or (place.bag_id if place else None)
    return Site(
        id=derive("site", "address", told["key"]),
        name=told["name"],
        address=told["address"],
        postcode=told["postcode"],
        town=told["town"],
        municipality=municipality,
        geom=point,
        plot=place.plot if place else None,
        fictitious=False,
        types=[],
        bag_id=bag_id,
        address_key=told["key"],
        search="",
        source=delivered.source,
        source_date=delivered.date,
        created=now,
    )
