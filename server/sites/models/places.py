"""Places that may be visited, and the businesses at them."""

from datetime import datetime
from uuid import UUID

from shapely.geometry.base import BaseGeometry
from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Json, word_index
from server.core.geometry import Boxed, Geometry, place_indexes
from server.sites.models.registers import Registered

_MERGED = text("merged_into IS NOT NULL")


class Site(Boxed, Base):
    """A place with an address. It holds nothing of what was found there: that is in dossiers, scope by
    scope."""

    __tablename__ = "site"
    __table_args__ = (
        Index(None, "name", "id"),
        Index(None, "municipality", "name"),
        Index(None, "merged_into", postgresql_where=_MERGED, sqlite_where=_MERGED),
        word_index("site", "search"),
        *place_indexes("site"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    """Street and number."""
    postcode: Mapped[str | None]
    town: Mapped[str]
    municipality: Mapped[str]
    """CBS code such as `GM1783`; the agencies competent here are those whose area names it."""
    geom: Mapped[BaseGeometry] = mapped_column(Geometry("POINT"))
    plot: Mapped[BaseGeometry | None] = mapped_column(Geometry("POLYGON"))
    fictitious: Mapped[bool]
    """Made up for the demo; shown wherever the site is shown."""
    types: Mapped[list[str]] = mapped_column(Json)
    """greenhouse, warehouse, auction_box, office, accommodation, yard, vehicle_area."""
    bag_id: Mapped[str | None] = mapped_column(index=True)
    """Of its building, 16 digits."""
    address_key: Mapped[str | None] = mapped_column(index=True)
    """Postcode and number in one spelling (`address_keys`)."""
    search: Mapped[str]
    """What a search looks through, as `core.database.folded` writes it: name, address, postcode, town, BAG
    id, and names and numbers of its establishments."""
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("site.id"))
    """The site that stands for this one, as people decided (`SiteMerge`); searches show only that."""
    source: Mapped[str]
    """`person`, `demo`, or the data set whose establishment brought it."""
    source_date: Mapped[str]
    """Day, as in 2026-11-25."""
    created: Mapped[datetime]


class Establishment(Registered, Base):
    """A business at a site, as the Trade Register says; its `ref` is the branch number, or else KvK number
    and address."""

    __tablename__ = "establishment"

    site: Mapped[UUID] = mapped_column(ForeignKey("site.id"), index=True)
    name: Mapped[str]
    kvk: Mapped[str | None] = mapped_column(index=True)
    """Eight digits."""
    branch: Mapped[str | None] = mapped_column(index=True)
    """Twelve digits."""
