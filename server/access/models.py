"""What access is decided from: scopes, dossiers, and who was assigned where from when to when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, BigId, Digest


class Scope(Base):
    """What is read, numbered, signed and withheld as a whole; see `names` for the kinds."""

    __tablename__ = "scope"
    __table_args__ = (Index(None, "kind", "subject"), Index(None, "agency", "kind"))

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    dossier: Mapped[UUID | None] = mapped_column(index=True)
    agency: Mapped[UUID | None]
    """The agency whose scope it is; of a `share:` the one that receives."""
    data_class: Mapped[str | None]
    subject: Mapped[UUID | None]
    """The id in the name, where it is neither a dossier nor an agency: action, team, member, share."""
    action: Mapped[UUID | None] = mapped_column(index=True)
    """The action that an `action:`, `directory:`, `lead:` or `team:` scope belongs to."""
    to_assigned: Mapped[bool] = mapped_column(default=False)
    """Of a `share:`: whether the receiver's people at the visit read it too."""
    last: Mapped[int] = mapped_column(BigInteger, default=0)
    """The number of its last entry."""
    digest: Mapped[bytes] = mapped_column(Digest, default=bytes(32))
    """The running digest over its entries (decision 0001, cursor)."""


class Dossier(Base):
    """All of one visit to one site; this row is the lock that its writers take."""

    __tablename__ = "dossier"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    action: Mapped[UUID] = mapped_column(index=True)
    team: Mapped[UUID | None] = mapped_column(index=True)
    target: Mapped[UUID | None] = mapped_column(unique=True)
    site: Mapped[UUID | None] = mapped_column(index=True)
    planned: Mapped[bool]
    opened: Mapped[datetime]


class DossierAssignment(Base):
    """A person, for an agency, at a visit. Only that pair opens an agency's or a class's scope (rule 2 of
    `readable`)."""

    __tablename__ = "dossier_assignment"
    __table_args__ = (Index(None, "member", "agency"),)

    dossier: Mapped[UUID] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    member: Mapped[UUID] = mapped_column(primary_key=True)
    agency: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    until: Mapped[datetime | None]


class DossierAgency(Base):
    """That an agency takes part in a visit."""

    __tablename__ = "dossier_agency"
    __table_args__ = (Index(None, "agency"),)

    dossier: Mapped[UUID] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    agency: Mapped[UUID] = mapped_column(primary_key=True)


class ActionPerson(Base):
    """A person on an action: in a team, or without one as its lead."""

    __tablename__ = "action_person"
    __table_args__ = (Index(None, "member", "agency"), Index(None, "team"), Index(None, "action"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    action: Mapped[UUID]
    team: Mapped[UUID | None]
    member: Mapped[UUID]
    agency: Mapped[UUID]
    role: Mapped[str]
    """inspector or team_lead in a team; operational_lead without one."""
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class ActionAgency(Base):
    """That an agency takes part in an action; a receiver of follow-ups is looked for here first."""

    __tablename__ = "action_agency"

    action: Mapped[UUID] = mapped_column(primary_key=True)
    agency: Mapped[UUID] = mapped_column(primary_key=True)


class ActionWindow(Base):
    """When an action closed, and how long its people keep what they read by assignment."""

    __tablename__ = "action_window"

    action: Mapped[UUID] = mapped_column(primary_key=True)
    closed_at: Mapped[datetime | None]
    retention: Mapped[int] = mapped_column(BigInteger)
    """Milliseconds after `closed_at`."""


class ClassRead(Base):
    """A read of a `class:` scope: who, when, which. Written once, never changed (Wpg art. 32a)."""

    __tablename__ = "class_read"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    member: Mapped[UUID]
    agency: Mapped[UUID]
    device: Mapped[UUID]
    scope: Mapped[int] = mapped_column(ForeignKey("scope.id"), index=True)
    what: Mapped[str]
    """The route or message it was read by."""
