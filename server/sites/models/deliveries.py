"""Each run of an import: who brought what from where, and what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Digest, Json


class Delivery(Base):
    """One run of `flask sites import`; only added to, and finished once."""

    __tablename__ = "delivery"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    finished: Mapped[datetime | None]
    """None while it runs, and for ever when it was broken off."""
    source: Mapped[str]
    source_date: Mapped[str]
    file: Mapped[str]
    """Its name, without the folder."""
    sha256: Mapped[bytes] = mapped_column(Digest)
    by: Mapped[str]
    """The user of the machine who ran it."""
    counts: Mapped[dict[str, Any]] = mapped_column(Json)
    """By kind of object: read, new, changed, same, refused, mended, disappeared."""
