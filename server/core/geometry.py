"""One geometry column for both engines: shapely in Python, EPSG:4326 (lon, lat), 7 decimals.

On PostgreSQL it is native PostGIS geometry with a GiST index; on SQLite well-known binary. A table that is
searched by place takes `Boxed`, whose four columns follow the geometry, and asks `intersecting(…)`: a box on
both engines, then the exact answer by PostGIS or by shapely. The type is our own: GeoAlchemy2's hooks into
table creation must each be answered again for SQLite and for Alembic, this needs none
(`docs/decisions/0005-own-geometry-type.md`).
"""

from collections.abc import Iterable
from typing import Any, Literal, Protocol, TypeVar

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Float,
    Index,
    LargeBinary,
    and_,
    event,
    func,
    literal,
)
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.orm import Mapped, Mapper, Session, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

SRID = 4326
DECIMALS = 7

Kind = Literal["GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOLYGON"]
Row = TypeVar("Row")


class _PostGIS(UserDefinedType[BaseGeometry]):
    """`geometry(<kind>, 4326)`, spoken as extended well-known binary."""

    cache_ok = True

    def __init__(self, kind: str = "GEOMETRY", srid: str = str(SRID)) -> None:
        self.kind = kind.upper()
        self.srid = srid

    def get_col_spec(self, **_: Any) -> str:
        return f"geometry({self.kind},{self.srid})"

    def bind_expression(self, bindvalue: Any) -> Any:
        return func.ST_GeomFromEWKB(bindvalue, type_=self)


ischema_names["geometry"] = _PostGIS  # so that a migration can compare what the database has


class Geometry(TypeDecorator[BaseGeometry]):
    """A shapely geometry; `Geometry("POINT")` states the kind, which both engines hold to."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, kind: Kind = "GEOMETRY") -> None:
        super().__init__()
        self.kind = kind

    def load_dialect_impl(self, dialect: Dialect | None) -> TypeEngine[Any]:
        if dialect is None or dialect.name != "postgresql":
            return LargeBinary()
        return _PostGIS(self.kind)

    def column_expression(self, column: Any) -> Any:
        if isinstance(self.impl_instance, _PostGIS):
            return func.ST_AsEWKB(column, type_=self)
        return column

    def process_bind_param(self, value: BaseGeometry | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if self.kind not in ("GEOMETRY", value.geom_type.upper()):
            raise ValueError(f"this column keeps a {self.kind}, not a {value.geom_type}")
        rounded = shapely.transform(value, lambda pairs: pairs.round(DECIMALS))
        postgis = dialect.name == "postgresql"
        raw = shapely.to_wkb(shapely.set_srid(rounded, SRID) if postgis else rounded, include_srid=postgis)
        return bytes(raw)

    def process_result_value(self, value: Any, dialect: Dialect) -> BaseGeometry | None:
        return None if value is None else shapely.from_wkb(bytes(value))


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
    raw = literal(bytes(shapely.to_wkb(shapely.set_srid(area, SRID), include_srid=True)), LargeBinary())
    return func.ST_Intersects(model.geom, func.ST_GeomFromEWKB(raw))


def exactly(rows: Iterable[Row], area: BaseGeometry) -> list[Row]:
    """The rows whose `geom` meets `area`, by shapely."""
    prepared = area
    shapely.prepare(prepared)
    return [row for row in rows if prepared.intersects(row.geom)]  # type: ignore[attr-defined]
