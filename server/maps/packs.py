"""The pack of an action: the detail around its sites, cut when first asked for and kept for two weeks."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from server.config import settings
from server.control_actions.service.places import places_of
from server.core.problems import Problem
from server.identity.viewer import Viewer
from server.maps.archive import Archive, NotAnArchive, open_archive
from server.maps.cut import Box, Cut, cut, write
from server.maps.library import detail

MARGIN = 800
"""Metres around the outermost sites."""
MOST_BYTES = 200_000_000
KEPT = timedelta(days=14)
_EARTH = Geod(ellps="WGS84")


def area_of(session: Session, viewer: Viewer, action: UUID, now: datetime) -> Box:
    """What the pack of this action covers; two queries. Raises `not-found` and `map-absent`."""
    return around(places_of(session, viewer, action, now))


def pack_of(area: Box) -> Archive:
    """The pack of this area, cut now if it is not there yet; outside a transaction, which cutting would hold.

    Raises `map-absent` and `map-pack-too-large`.
    """
    master = detail()
    path = _folder() / f"{master.sha256[:16]}-{'_'.join(f'{edge:.4f}' for edge in area)}.pmtiles"
    try:
        return open_archive(path)
    except NotAnArchive:
        write(_checked(cut(master, area)), path)
        return open_archive(path)


def estimate(area: Box) -> dict[str, Any]:
    """What a pack of this area would hold: exact bytes, tiles, and whether one pack may be that large."""
    found = cut(detail(), area)
    return {"bytes": found.size, "tiles": found.tiles, "fits": found.size <= MOST_BYTES}


def around(places: Iterable[BaseGeometry]) -> Box:
    """The box of these places and a margin, rounded outward so that a small move needs no new pack.

    Raises `map-absent` where there are none.
    """
    all_ = [place for place in places if not place.is_empty]
    if not all_:
        raise Problem("map-absent")
    west, south, east, north = shapely.total_bounds(all_).tolist()
    west, south = _moved(_moved((west, south), 270), 180)
    east, north = _moved(_moved((east, north), 90), 0)
    return _down(west), _down(south), -_down(-east), -_down(-north)


def forget_old(now: datetime) -> int:
    """Take away the packs that were cut long ago; who still asks gets a fresh one. How many went."""
    old = [path for path in _folder().glob("*.pmtiles") if path.stat().st_mtime < (now - KEPT).timestamp()]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _checked(pack: Cut) -> Cut:
    if pack.size > MOST_BYTES:
        raise Problem("map-pack-too-large", megabytes=round(pack.size / 1e6), most=round(MOST_BYTES / 1e6))
    return pack


def _folder() -> Path:
    return settings().data_dir / "map-packs"


def _moved(place: tuple[float, float], bearing: float) -> tuple[float, float]:
    lon, lat, _ = _EARTH.fwd(*place, bearing, MARGIN)
    return lon, lat


def _down(degrees: float) -> float:
    """To the next thousandth below: about a hundred metres."""
    return math.floor(degrees * 1000) / 1000
