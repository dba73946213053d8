"""Shapes as files bring them, made into what our tables keep: degrees, inside the country, sound outlines."""

from collections.abc import Callable
from typing import Any

import numpy
import shapely

from server.core.geometry import NETHERLANDS
from server.core.rijksdriehoek import DEGREES, EXTENT, shapes_to_degrees
from server.sites.importing.faults import Fault
from server.sites.importing.objects import Objects

_POINT, _POLYGON, _MULTI, _COLLECTION = 0, 3, 6, 7


def in_degrees(objects: Objects) -> Objects:
    """The objects that have a shape inside the Netherlands, with their shapes in WGS 84.

    An outline that crosses itself becomes the surface that it encloses, and a fault of code `mended` says so.
    """
    objects = _refuse(objects, lambda shapes: shapely.is_missing(shapes), "geometry-missing")
    objects = _refuse(objects, shapely.is_empty, "geometry-missing")
    objects = _refuse(objects, _wrong_kind(objects), "geometry-kind")
    objects = _refuse(objects, _not_finite, "not-a-number")
    if not len(objects):
        return objects
    objects.shapes = list(shapes_to_degrees(_array(objects), objects.crs))
    objects.crs = DEGREES
    objects = _refuse(objects, _outside, "outside")
    return _mend(objects) if objects.kind == "building" else objects


def far_from_degrees(objects: Objects) -> bool:
    """Whether every shape would be right in RD metres: the file then says a wrong coordinate system."""
    if objects.crs != DEGREES or not len(objects):
        return False
    west, south, east, north = EXTENT
    box = shapely.bounds(_array(objects))
    inside = (box[:, 0] >= max(west, 400)) & (box[:, 1] >= south) & (box[:, 2] <= east) & (box[:, 3] <= north)
    return bool(inside.all())


def _array(objects: Objects) -> Any:
    made = numpy.empty(len(objects), dtype=object)
    made[:] = objects.shapes
    return made


def _refuse(objects: Objects, wrong: Callable[[Any], Any], code: str) -> Objects:
    if not len(objects):
        return objects
    faults = {
        int(n): Fault(objects.rows[n], objects.refs[n], "geometry", code)
        for n in numpy.flatnonzero(wrong(_array(objects)))
    }
    return objects.without(faults) if faults else objects


def _wrong_kind(objects: Objects) -> Callable[[Any], Any]:
    wanted = (_POLYGON, _MULTI) if objects.kind == "building" else (_POINT,)
    return lambda shapes: ~numpy.isin(shapely.get_type_id(shapes), wanted)


def _not_finite(shapes: Any) -> Any:
    pairs, of = shapely.get_coordinates(shapes, return_index=True)
    wrong = numpy.zeros(len(shapes), dtype=bool)
    wrong[of[~numpy.isfinite(pairs).all(axis=1)]] = True
    return wrong


def _outside(shapes: Any) -> Any:
    west, south, east, north = NETHERLANDS
    box = shapely.bounds(shapes)
    inside = (box[:, 0] >= west) & (box[:, 1] >= south) & (box[:, 2] <= east) & (box[:, 3] <= north)
    return ~inside  # what came out as infinite is outside too


def _mend(objects: Objects) -> Objects:
    """Sound polygons; small enough batches make this cheap, for nearly all are sound."""
    if not len(objects):
        return objects
    faults, told = {}, []
    for n in numpy.flatnonzero(~shapely.is_valid(_array(objects))):
        surface = _surface(shapely.make_valid(objects.shapes[n]))
        row, ref = objects.rows[n], objects.refs[n]
        if surface is None:
            faults[int(n)] = Fault(row, ref, "geometry", "invalid-ring")
        else:
            objects.shapes[n] = surface
            told.append(Fault(row, ref, "geometry", "mended"))
    objects = objects.without(faults) if faults else objects
    objects.faults.extend(told)
    return objects


def _surface(shape: Any) -> Any:
    """What of a mended shape is surface; None when nothing is."""
    parts = [one for one in shapely.get_parts(shape) if one.geom_type in ("Polygon", "MultiPolygon")]
    if not parts:
        return None
    joined = shapely.union_all(parts)
    return joined if joined.geom_type in ("Polygon", "MultiPolygon") and joined.area > 0 else None
