"""The fictitious sites of the demo, from `seeds/demo/sites.geojson`; each is marked so wherever it is
shown."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from shapely.geometry import Point, shape
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.ids import derive
from server.sites.address_keys import address_key, number_of
from server.sites.models import Site
from server.sites.service import words_of

MADE = datetime(2026, 1, 1, tzinfo=UTC)


def site_id(key: str) -> UUID:
    """The id of a seeded site."""
    return derive("site", key)


def features(folder: Path) -> list[dict[str, Any]]:
    """The sites as the file has them: GeoJSON features with a plot and properties."""
    found: list[dict[str, Any]] = json.loads((folder / "demo" / "sites.geojson").read_text())["features"]
    return found


def load_places(session: Session, folder: Path) -> None:
    """Put the sites in, or bring them up to date with the file."""
    wanted = {site_id(one["properties"]["key"]): one for one in features(folder)}
    present = {one.id: one for one in session.scalars(select(Site).where(Site.id.in_(list(wanted))))}
    for id, feature in wanted.items():
        site = present.get(id)
        if site is None:
            site = Site(
                id=id, fictitious=True, source="demo", source_date=MADE.date().isoformat(), created=MADE
            )
            session.add(site)
        _fill(site, feature)
    session.flush()


def _fill(site: Site, feature: dict[str, Any]) -> None:
    told = feature["properties"]
    for name in ("name", "address", "postcode", "town", "municipality", "types"):
        if getattr(site, name) != told[name]:
            setattr(site, name, told[name])
    site.address_key = address_key(told["postcode"], number_of(told["address"]))
    if site.search != words_of(told):
        site.search = words_of(told)
    place, plot = Point(told["lon"], told["lat"]), shape(feature["geometry"])
    if site.geom is None or not site.geom.equals(place):
        site.geom = place
    if site.plot is None or not site.plot.equals(plot):
        site.plot = plot
