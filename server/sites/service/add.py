"""Add a site by hand."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from shapely.geometry import Point
from sqlalchemy.orm import Session

from server.core.database import folded
from server.core.geometry import NETHERLANDS
from server.core.ids import uuid7
from server.core.problems import Problem
from server.sites.address_keys import address_key, number_of
from server.sites.models import Site

TYPES = ("greenhouse", "warehouse", "auction_box", "office", "accommodation", "yard", "vehicle_area")


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
        bag_id=fields.get("bagId"),
        address_key=address_key(fields.get("postcode"), number_of(fields["address"])),
        search=words_of(fields, fields.get("bagId") or ""),
        source="person",
        source_date=now.date().isoformat(),
        created=now,
    )
    session.add(site)
    session.flush()
    return site


def point(lon: float, lat: float) -> Point:
    """The point at these degrees. Raises `place-invalid` outside the Netherlands."""
    west, south, east, north = NETHERLANDS
    if not west <= lon <= east or not south <= lat <= north:
        raise Problem("place-invalid", field="lon", reason=f"{lon}, {lat}")
    return Point(lon, lat)


def words_of(fields: dict[str, Any], *more: str) -> str:
    """What a search looks through, as `folded` writes it; `more` are numbers and names besides."""
    return joined((fields["name"], fields["address"], fields.get("postcode") or "", fields["town"], *more))


def joined(parts: Iterable[str]) -> str:
    """These words, folded, without those that are empty."""
    return folded(" ".join(part for part in parts if part))
