"""Rijksdriehoek and degrees say the same place."""

import numpy
import pytest
from shapely import Point, Polygon

from server.core.rijksdriehoek import from_degrees, is_rd, shapes_to_degrees, to_degrees

AMERSFOORT = ((155000.0, 463000.0), (5.38720621, 52.15517440))
"""The origin of RD by its definition; one metre is 9e-6 degrees north and 1.5e-5 degrees east there."""


def test_the_origin_is_where_the_definition_says_within_a_metre() -> None:
    metres, degrees = AMERSFOORT
    lon, lat = to_degrees(*metres)
    assert abs(lon - degrees[0]) < 1.4e-5
    assert abs(lat - degrees[1]) < 9e-6
    x, y = from_degrees(*degrees)
    assert max(abs(x - metres[0]), abs(y - metres[1])) < 1


def test_shapes_lose_their_height_and_keep_their_form() -> None:
    square = Polygon([(155000, 463000, 3), (155010, 463000, 3), (155010, 463010, 3)])
    [moved] = shapes_to_degrees(numpy.array([square], dtype=object), "EPSG:28992")
    assert not moved.has_z
    assert Point(moved.exterior.coords[0]).distance(Point(AMERSFOORT[1])) < 1.4e-5


def test_an_unknown_system_is_refused() -> None:
    with pytest.raises(ValueError, match="no coordinate system EPSG:1"):
        shapes_to_degrees(numpy.array([Point(1, 2)], dtype=object), "EPSG:1")


@pytest.mark.parametrize(
    ("x", "y", "expected"), [(78500, 447200, True), (4.2, 52.0, False), (78500, 52, False)]
)
def test_metres_are_told_from_degrees(x: float, y: float, expected: bool) -> None:
    assert is_rd(x, y) is expected
