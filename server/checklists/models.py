"""Checklist versions as loaded, dated parameters, and which own-system lists an agency opened here, by
whom."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, BigId, Digest, Json


class Checklist(Base):
    """A list, whatever its version; `version` is the newest, which new fillings use."""

    __tablename__ = "checklist"

    code: Mapped[str] = mapped_column(primary_key=True)
    agency_kind: Mapped[str]
    version: Mapped[str]


class ChecklistVersion(Base):
    """One version for ever: `content` never changes, work in progress keeps reading it."""

    __tablename__ = "checklist_version"

    code: Mapped[str] = mapped_column(ForeignKey("checklist.code"), primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str]
    content: Mapped[str]
    """The resolved JSON as it is served."""
    content_digest: Mapped[bytes] = mapped_column(Digest)
    digest: Mapped[bytes] = mapped_column(Digest)
    """Of what the source file says; the same version with another digest is refused."""
    loaded_at: Mapped[datetime]


class Parameter(Base):
    """One value of a norm from a day on; never edited, a new value gets a new day."""

    __tablename__ = "parameter"

    name: Mapped[str] = mapped_column(primary_key=True)
    valid_from: Mapped[date] = mapped_column(Date, primary_key=True)
    value: Mapped[str]
    """A decimal in its shortest form."""
    unit: Mapped[str]
    note: Mapped[dict[str, str]] = mapped_column(Json)


class OwnSystemSetting(Base):
    """That an agency records a list, or one question of it, here although its class runs in own systems."""

    __tablename__ = "own_system_setting"

    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    checklist: Mapped[str] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True, default="")
    """A question's code; empty for the whole list."""
    open: Mapped[bool]


class OwnSystemChange(Base):
    """That such a setting was opened or shut: who, when, which. Written once, never changed."""

    __tablename__ = "own_system_change"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    """Who changed it: `operator` for whoever runs the server's commands."""
    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    checklist: Mapped[str]
    question: Mapped[str]
    open: Mapped[bool]
