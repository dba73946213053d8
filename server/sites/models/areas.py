"""Areas that a person may name: municipalities, districts, postcodes."""

from uuid import UUID

from shapely.geometry.base import BaseGeometry
from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base
from server.core.geometry import Boxed, Geometry, place_indexes


class Area(Boxed, Base):
    """A municipality or district with its outline, or a four-digit postcode with a point in it."""

    __tablename__ = "area"
    __table_args__ = (Index(None, "kind", "name", "code"), *place_indexes("area"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    """`GM1783`, `WK178301` (CBS) or `PC2671`."""
    kind: Mapped[str]
    """municipality, district or postcode."""
    name: Mapped[str]
    """Of a postcode its town."""
    municipality: Mapped[str]
    """CBS code; of a municipality its own."""
    geom: Mapped[BaseGeometry] = mapped_column(Geometry())
    search: Mapped[str]
    """Code and name as `core.database.folded` writes them."""
    digest: Mapped[bytes] = mapped_column(LargeBinary(16))
    """Of all this; equal means unchanged."""
