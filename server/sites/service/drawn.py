"""An area that a person drew: GeoJSON, made sure of."""

from typing import Any

import numpy
import shapely
from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Polygon, shape

from server.core.geometry import NETHERLANDS, metres_per_degree
from server.core.problems import Problem
from server.core.rijksdriehoek import is_rd

MOST_POINTS = 2_000
MOST_KM2 = 5_000


def drawn(geometry: dict[str, Any], field: str = "area") -> Polygon | MultiPolygon:
    """The surface of a GeoJSON Polygon or MultiPolygon in degrees.

    Raises `area-unreadable`, `area-detailed`, `area-outside`, `area-crosses` and `area-large`.
    """
    try:
        if geometry.get("type") not in ("Polygon", "MultiPolygon"):
            raise ValueError("no surface")
        made = shapely.force_2d(shape(geometry))
        points = shapely.get_coordinates(made)
        if made.is_empty or not numpy.isfinite(points).all():
            raise ValueError("empty")
    except (ValueError, TypeError, AttributeError, LookupError, GEOSException) as error:
        raise Problem("area-unreadable", field=field) from error
    if len(points) > MOST_POINTS:
        raise Problem("area-detailed", field=field, points=len(points), most=MOST_POINTS)
    west, south, east, north = NETHERLANDS
    box = made.bounds
    if not (west <= box[0] and south <= box[1] and box[2] <= east and box[3] <= north):
        raise Problem("area-in-metres" if is_rd(*box[:2]) and box[0] > 1000 else "area-outside", field=field)
    if not made.is_valid:
        raise Problem("area-crosses", field=field)
    wide, high = metres_per_degree((box[1] + box[3]) / 2)
    if (km2 := made.area * wide * high / 1e6) > MOST_KM2:
        raise Problem("area-large", field=field, km2=round(km2), most=MOST_KM2)
    assert isinstance(made, Polygon | MultiPolygon)
    return made
