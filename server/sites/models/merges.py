"""Sites that people found to be one and the same."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base


class SiteMerge(Base):
    """One decision that a site is another one, by whom and why, and whether it was taken back."""

    __tablename__ = "site_merge"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    site: Mapped[UUID] = mapped_column(ForeignKey("site.id"), index=True)
    """The one that gives way."""
    into: Mapped[UUID] = mapped_column(ForeignKey("site.id"), index=True)
    """The one that stood."""
    reason: Mapped[str]
    member: Mapped[UUID]
    agency: Mapped[UUID]
    at: Mapped[datetime]
    undone: Mapped[datetime | None]
    undone_reason: Mapped[str | None]
    undone_member: Mapped[UUID | None]
    undone_agency: Mapped[UUID | None]
