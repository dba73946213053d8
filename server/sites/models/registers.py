"""Objects as registers deliver them: footprints, addresses and units. None of them is a site by itself
(`docs/decisions/0011-sites-and-registers.md`)."""

from uuid import UUID

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Json
from server.core.geometry import Boxed, Geometry, place_indexes


class Registered:
    """Mixin for a row of a register; its id is derived from `ref`, so that it is found again."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    ref: Mapped[str]
    """The register's own id; for BAG 16 digits."""
    status: Mapped[str | None]
    """As the register words it, such as `Pand in gebruik`."""
    source: Mapped[str] = mapped_column(index=True)
    """The data set that it came with, such as `bag:0221`."""
    source_date: Mapped[str]
    """Day of the delivery that brought it as it is now, as in 2020-09-15."""
    digest: Mapped[bytes] = mapped_column(LargeBinary(16))
    """Of what the register says; equal means unchanged."""


class Building(Registered, Boxed, Base):
    """A footprint: of BAG (pand), or of another data set such as greenhouses."""

    __tablename__ = "building"
    __table_args__ = (Index(None, "ref"), *place_indexes("building"))

    geom: Mapped[BaseGeometry] = mapped_column(Geometry())
    """Polygon or multipolygon."""
    year: Mapped[int | None]
    """Of building."""
    kind: Mapped[str | None]
    """As the data set words it, such as `kas`."""
    fictitious: Mapped[bool]


class Address(Registered, Base):
    """A number at a street (nummeraanduiding), with the names of street and town."""

    __tablename__ = "address"

    street: Mapped[str]
    number: Mapped[str]
    """House number with letter and addition, as in `41a-2`."""
    postcode: Mapped[str | None]
    town: Mapped[str]
    key: Mapped[str | None] = mapped_column(index=True)
    """Postcode and number in one spelling (`address_keys`)."""


class Unit(Registered, Base):
    """What has an address (verblijfsobject): it says where the address is and in which building."""

    __tablename__ = "unit"

    geom: Mapped[BaseGeometry] = mapped_column(Geometry("POINT"))
    address: Mapped[UUID] = mapped_column(index=True)
    """Id of its main address, whether or not that was delivered."""
    building: Mapped[UUID | None] = mapped_column(index=True)
    """Id of the first building it is part of, whether or not that was delivered."""
    uses: Mapped[list[str]] = mapped_column(Json)
    """As BAG words them, such as `industriefunctie`."""
    floor_area: Mapped[int | None]
    """Square metres."""
