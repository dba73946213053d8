"""One geometry column for both engines: shapely in Python, EPSG:4326 (lon, lat), 7 decimals.

On PostgreSQL it is GeoAlchemy2's PostGIS column with a GiST index; on SQLite well-known binary, which needs
no extension. A table that is searched by place takes `Boxed`, whose four columns follow the geometry, and
asks `touches(…)` and `exactly(…)`: a box on both engines, then the exact answer by PostGIS or by shapely
(`docs/decisions/0005-geometry.md`).
"""

import math
from collections.abc import Iterable
from typing import Any, Literal, Protocol, TypeVar

import numpy
import orjson
import shapely
from geoalchemy2 import Geometry as PostGIS
from geoalchemy2 import WKBElement
from geoalchemy2.functions import ST_Intersects
from geoalchemy2.shape import from_shape, to_shape
from shapely import box
from shapely.geometry.base import BaseGeometry
from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    and_,
    event,
    false,
    func,
    literal_column,
    select,
)
from sqlalchemy.orm import Mapped, Mapper, Session, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

SRID = 4326
DECIMALS = 7
NETHERLANDS = (3.2, 50.7, 7.3, 53.7)
"""West, south, east, north in degrees; generous, to tell degrees from metres and lon from lat."""

Kind = Literal["GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOLYGON"]
Row = TypeVar("Row")


class Geometry(TypeDecorator[BaseGeometry]):
    """A shapely geometry; `Geometry("POINT")` states the kind, which both engines hold to."""

    impl = LargeBinary
    cache_ok = True
    spatial_index = False  # what GeoAlchemy2 asks of the type of each column; `place_indexes` makes ours

    def __init__(self, kind: Kind = "GEOMETRY") -> None:
        super().__init__()
        self.kind = kind

    def __repr__(self) -> str:
        return f'Geometry("{self.kind}")'

    def load_dialect_impl(self, dialect: Dialect | None) -> TypeEngine[Any]:
        if dialect is None or dialect.name != "postgresql":
            return LargeBinary()
        return PostGIS(self.kind, srid=SRID, spatial_index=False)

    def process_bind_param(self, value: BaseGeometry | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if self.kind not in ("GEOMETRY", value.geom_type.upper()):
            raise ValueError(f"this column keeps a {self.kind}, not a {value.geom_type}")
        rounded = shapely.transform(value, lambda pairs: pairs.round(DECIMALS))
        return _for_postgis(rounded) if dialect.name == "postgresql" else bytes(shapely.to_wkb(rounded))

    def process_result_value(self, value: Any, dialect: Dialect) -> BaseGeometry | None:
        if value is None:
            return None
        return to_shape(value) if dialect.name == "postgresql" else shapely.from_wkb(bytes(value))


def _for_postgis(value: BaseGeometry) -> WKBElement:
    return from_shape(value, srid=SRID, extended=True)


class Boxed:
    """Mixin for a table with a `geom`: the box around it in degrees, kept by the mapper and indexed."""

    west: Mapped[float | None] = mapped_column(Float(53))
    south: Mapped[float | None] = mapped_column(Float(53))
    east: Mapped[float | None] = mapped_column(Float(53))
    north: Mapped[float | None] = mapped_column(Float(53))


class HasPlace(Protocol):
    """A row that `Boxed` can follow."""

    geom: Any
    west: Any
    south: Any
    east: Any
    north: Any


def place_indexes(table: str) -> tuple[Index, ...]:
    """The indexes of a `Boxed` table, for its `__table_args__`: B-tree on the box, GiST on PostgreSQL."""
    gist = Index(f"ix_{table}_geom", "geom", postgresql_using="gist").ddl_if(dialect="postgresql")
    return (Index(f"ix_{table}_box", "south", "north", "west", "east"), gist)


@event.listens_for(Boxed, "before_insert", propagate=True)
@event.listens_for(Boxed, "before_update", propagate=True)
def _follow_geometry(_mapper: Mapper[Any], _connection: Connection, row: HasPlace) -> None:
    empty = row.geom is None or row.geom.is_empty
    bounds = (None, None, None, None) if empty else [round(side, DECIMALS) for side in row.geom.bounds]
    row.west, row.south, row.east, row.north = bounds


def packed(session: Session, shapes: Any) -> list[bytes]:
    """Many shapes of a numpy array as `bulk` writes them into a `Geometry` column of this engine."""
    rounded = shapely.transform(shapes, lambda pairs: pairs.round(DECIMALS))
    if session.get_bind().dialect.name == "postgresql":
        rounded = shapely.set_srid(rounded, SRID)
    return list(shapely.to_wkb(rounded, include_srid=True))


def boxes(shapes: Any) -> list[list[float]]:
    """Their west, south, east, north, as `Boxed` keeps them."""
    found: list[list[float]] = shapely.bounds(shapes).round(DECIMALS).tolist()
    return found


def in_box(model: Any, area: BaseGeometry) -> ColumnElement[bool]:
    """The row's box touches the box of `area`; the same on both engines, and never misses a hit."""
    west, south, east, north = area.bounds
    return and_(model.south <= north, model.north >= south, model.west <= east, model.east >= west)


def touches(session: Session, model: Any, area: BaseGeometry) -> ColumnElement[bool]:
    """What SQL can say about "the row's geometry meets `area`": exact on PostGIS, the box on SQLite.

    Pass the rows through `exactly` afterwards; on PostGIS that changes nothing.
    """
    if session.get_bind().dialect.name != "postgresql":
        return in_box(model, area)
    return ST_Intersects(model.geom, _for_postgis(area))


def meets(session: Session, model: Any, area: BaseGeometry) -> ColumnElement[bool]:
    """The points of a table whose `geom` is a point that lie in `area`: exact on both engines, as a condition
    that pages and sorts in SQL. On SQLite it takes one query more, whose answer grows with the box."""
    if area.equals(box(*area.bounds)):
        return in_box(model, area)
    if session.get_bind().dialect.name == "postgresql":
        return ST_Intersects(model.geom, _for_postgis(area))
    table = model.__table__.name
    listed = _rows_inside(session, table, area)
    if not listed:
        return false()
    # A plus keeps SQLite from looking up row by row: of many hits, a walk in the order asked for soon has
    # a page.
    plus = "+" if len(listed) > _MANY else ""
    number: ColumnElement[int] = literal_column(f'{plus}"{table}".rowid', Integer)
    inside = func.json_each(orjson.dumps(listed).decode())
    return number.in_(select(literal_column("value", Integer)).select_from(inside))


_MANY = 1000


def _rows_inside(session: Session, table: str, area: BaseGeometry) -> list[int]:
    """The numbers of the rows of a SQLite table whose point is in the area; past SQLAlchemy, which would take
    longer over ten thousand rows than everything else together."""
    box_ = "south <= ? AND north >= ? AND west <= ? AND east >= ?"
    west, south, east, north = area.bounds
    cursor = session.connection().connection.cursor()
    try:
        cursor.execute(f'SELECT rowid, west, south FROM "{table}" WHERE {box_}', (north, south, east, west))  # noqa: S608
        rows = numpy.array(cursor.fetchall(), dtype=float).reshape(-1, 3)
    finally:
        cursor.close()
    shapely.prepare(area)
    inside = shapely.intersects_xy(area, rows[:, 1], rows[:, 2])
    found: list[int] = rows[inside, 0].astype(int).tolist()
    return found


def square_metres_from(model: Any, lon: float, lat: float) -> ColumnElement[float]:
    """The square of the distance in metres between a row's point and this one, the same on both engines.

    On a plane that touches the earth here: within 50 km it is right to half a percent.
    """
    east, north = metres_per_degree(lat)
    dx, dy = (model.west - lon) * east, (model.south - lat) * north
    square: ColumnElement[float] = dx * dx + dy * dy
    return square


def metres_per_degree(lat: float) -> tuple[float, float]:
    """How long a degree to the east and one to the north are at this latitude, on the WGS 84 ellipsoid."""
    angle = math.radians(lat)
    east = 111412.84 * math.cos(angle) - 93.5 * math.cos(3 * angle) + 0.118 * math.cos(5 * angle)
    north = 111132.954 - 559.822 * math.cos(2 * angle) + 1.175 * math.cos(4 * angle)
    return east, north


def around(lon: float, lat: float, metres: float) -> BaseGeometry:
    """The box that holds everything within so many metres."""
    east, north = metres_per_degree(lat)
    return box(lon - metres / east, lat - metres / north, lon + metres / east, lat + metres / north)


def exactly(rows: Iterable[Row], area: BaseGeometry) -> list[Row]:
    """The rows whose `geom` meets `area`, by shapely."""
    prepared = area
    shapely.prepare(prepared)
    return [row for row in rows if prepared.intersects(row.geom)]  # type: ignore[attr-defined]
