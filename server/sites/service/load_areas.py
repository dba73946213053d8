"""Take in the areas of a folder: `municipalities.geojson`, `districts.geojson`, `postcodes.csv`."""

import csv
import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import numpy
import shapely
from shapely.geometry import Point, shape
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from server.core.database import bulk, folded
from server.core.geometry import boxes, packed
from server.core.ids import derive
from server.sites.models import Area

_COLUMNS = (
    *("id", "code", "kind", "name", "municipality", "search", "digest", "geom"),
    *("west", "south", "east", "north"),
)
_Read = tuple[str, str, str, str, Any]
"""Code, kind, name, municipality, shape in degrees."""


def load_areas(session: Session, folder: Path) -> int:
    """Put in what is new or has changed; how many that were. One query and at most one statement more.

    Raises `ValueError` or `KeyError` for a folder that is not in order, before anything is written.
    """
    found = [*_outlines(folder / "municipalities.geojson", "municipality")]
    found += _outlines(folder / "districts.geojson", "district")
    found += _postcodes(folder / "postcodes.csv")
    digests = [_digest(one) for one in found]
    known = {code: bytes(digest) for code, digest in session.execute(select(Area.code, Area.digest))}
    fresh = [n for n, one in enumerate(found) if known.get(one[0]) != digests[n]]
    if not fresh:
        return 0
    shapes = numpy.empty(len(fresh), dtype=object)
    shapes[:] = [found[n][4] for n in fresh]
    rows = []
    for n, flat, box in zip(fresh, packed(session, shapes), boxes(shapes), strict=True):
        code, kind, name, municipality, _ = found[n]
        words = folded(f"{code} {name}")
        rows.append((derive("area", code), code, kind, name, municipality, words, digests[n], flat, *box))
    bulk(session, cast(Table, Area.__table__), sorted(rows), "upsert", columns=_COLUMNS)
    return len(rows)


def _digest(one: _Read) -> bytes:
    return blake2b(repr((*one[:4], shapely.to_wkt(one[4]))).encode(), digest_size=16).digest()


def _outlines(path: Path, kind: str) -> Iterator[_Read]:
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        told = feature["properties"]
        outline = shape(feature["geometry"])
        sound = outline if outline.is_valid else shapely.make_valid(outline)
        yield told["code"], kind, told["name"], told.get("municipality", told["code"]), sound


def _postcodes(path: Path) -> Iterator[_Read]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = Point(float(row["lon"]), float(row["lat"]))
            yield f"PC{row['postcode']}", "postcode", row["town"], row["municipality"], place
