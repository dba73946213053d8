"""Rijksdriehoek (RD New, EPSG:28992, metres) to degrees in WGS 84 and back, by pyproj.

Not by a proj4 string: the one that is copied most puts the country 170 m off.
"""

from functools import cache
from typing import Any

import numpy
import shapely
from pyproj import Transformer

RD = "EPSG:28992"
DEGREES = "EPSG:4326"
EXTENT = (-7_000.0, 289_000.0, 300_000.0, 629_000.0)
"""West, south, east, north in metres: where RD is defined."""


def to_degrees(x: float, y: float) -> tuple[float, float]:
    """RD metres as longitude, latitude."""
    lon, lat = _transformer(RD, DEGREES).transform(x, y)
    return float(lon), float(lat)


def from_degrees(lon: float, lat: float) -> tuple[float, float]:
    """Longitude, latitude as RD metres."""
    x, y = _transformer(DEGREES, RD).transform(lon, lat)
    return float(x), float(y)


def shapes_to_degrees(shapes: Any, crs: str) -> Any:
    """A numpy array of shapes at once from `crs`, an `EPSG:` code, to degrees; without height.

    Raises `ValueError` for a code that pyproj does not know.
    """
    if crs == DEGREES:
        return shapely.force_2d(shapes)
    transform = _transformer(crs, DEGREES).transform
    return shapely.transform(
        shapely.force_2d(shapes), lambda pairs: numpy.column_stack(transform(pairs[:, 0], pairs[:, 1]))
    )


def is_rd(x: float, y: float) -> bool:
    """Whether these numbers can be RD metres; degrees never are."""
    west, south, east, north = EXTENT
    return west <= x <= east and south <= y <= north


@cache
def _transformer(source: str, target: str) -> Transformer:
    try:
        return Transformer.from_crs(source, target, always_xy=True)
    except Exception as error:  # pyproj's own errors are of several kinds
        raise ValueError(f"no coordinate system {source}") from error
