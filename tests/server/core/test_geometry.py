"""A geometry is the same on both engines, and so is what meets it."""

import random
from uuid import UUID

import pytest
import shapely
from pyproj import Geod
from shapely import Point, Polygon, box
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.core.database import Base, writing
from server.core.geometry import (
    Boxed,
    Geometry,
    exactly,
    meets,
    place_indexes,
    square_metres_from,
    touches,
)


class Place(Boxed, Base):
    """A table with a geometry of any kind and a point."""

    __tablename__ = "test_place"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    geom: Mapped[shapely.Geometry | None] = mapped_column(Geometry())
    point: Mapped[shapely.Point | None] = mapped_column(Geometry("POINT"))

    __table_args__ = place_indexes("test_place")


def add(*places: Place) -> None:
    with writing() as session:
        session.add_all(places)


def test_a_geometry_comes_back_with_seven_decimals(db: Session) -> None:
    shape = Polygon(
        [(4.123456789, 52.0), (4.2, 52.0), (4.2, 52.1)], [[(4.19, 52.01), (4.195, 52.01), (4.195, 52.02)]]
    )
    add(Place(id=UUID(int=1), geom=shape, point=Point(4.25, 51.99)))
    found = db.scalars(select(Place)).one()
    assert found.geom is not None
    assert found.geom.equals_exact(shape, 1e-7)
    assert found.geom.exterior.coords[0] == (4.1234568, 52.0)  # type: ignore[attr-defined]
    assert found.point == Point(4.25, 51.99)


def test_no_geometry_stays_none(db: Session) -> None:
    add(Place(id=UUID(int=1)))
    found = db.scalars(select(Place)).one()
    assert (found.geom, found.west) == (None, None)


def test_another_kind_than_the_column_keeps_is_refused(db: Session) -> None:
    with pytest.raises(StatementError, match="keeps a POINT, not a Polygon"):
        add(Place(id=UUID(int=1), point=box(4, 52, 5, 53)))  # type: ignore[arg-type]


def test_the_box_follows_the_geometry(db: Session) -> None:
    add(Place(id=UUID(int=1), geom=box(4, 51, 5, 52)))
    with writing() as session:
        session.scalars(select(Place)).one().geom = box(4.5, 51, 6, 52)
    found = db.scalars(select(Place).execution_options(populate_existing=True)).one()
    assert (found.west, found.south, found.east, found.north) == (4.5, 51, 6, 52)


def test_both_engines_find_what_shapely_finds(db: Session) -> None:
    chance = random.Random(20261125)
    shapes = [
        Point(chance.uniform(4, 5), chance.uniform(51, 52)).buffer(chance.uniform(0.001, 0.05))
        for _ in range(300)
    ]
    add(*(Place(id=UUID(int=n), geom=shape) for n, shape in enumerate(shapes, 1)))
    area = Polygon([(4.2, 51.2), (4.8, 51.3), (4.5, 51.9)])
    found = exactly(db.scalars(select(Place).where(touches(db, Place, area))), area)
    assert sorted(place.id.int for place in found) == [
        n for n, s in enumerate(shapes, 1) if s.intersects(area)
    ]
    assert 20 < len(found) < 280


class Spot(Boxed, Base):
    """A table of points."""

    __tablename__ = "test_spot"
    __table_args__ = place_indexes("test_spot")

    id: Mapped[UUID] = mapped_column(primary_key=True)
    geom: Mapped[shapely.Point] = mapped_column(Geometry("POINT"))


AREA = Polygon([(4.2, 51.2), (4.8, 51.3), (4.5, 51.9)])


@pytest.mark.parametrize("area", [AREA, box(4.2, 51.2, 4.5, 51.6), box(1, 1, 2, 2), AREA.buffer(1)])
def test_points_in_an_area_are_a_condition_of_sql(db: Session, area: shapely.Polygon) -> None:
    chance = random.Random(20261125)
    points = [Point(round(chance.uniform(4, 5), 7), round(chance.uniform(51, 52), 7)) for _ in range(300)]
    with writing() as session:
        session.add_all(Spot(id=UUID(int=n), geom=point) for n, point in enumerate(points, 1))
    found = db.scalars(select(Spot.id).where(meets(db, Spot, area)).order_by(Spot.id))
    assert [id.int for id in found] == [n for n, point in enumerate(points, 1) if point.intersects(area)]


def test_a_distance_is_right_to_half_a_percent_within_fifty_kilometres(db: Session) -> None:
    here, geod = (5.0, 52.0), Geod(ellps="WGS84")
    ends = [
        geod.fwd(*here, angle, metres)[:2] for angle in range(0, 360, 45) for metres in (10, 1000, 50_000)
    ]
    with writing() as session:
        session.add_all(Spot(id=UUID(int=n), geom=Point(*end)) for n, end in enumerate(ends, 1))
    for n, square in db.execute(select(Spot.id, square_metres_from(Spot, *here))):
        metres = (10, 1000, 50_000)[(n.int - 1) % 3]
        assert square**0.5 == pytest.approx(metres, rel=0.005)
