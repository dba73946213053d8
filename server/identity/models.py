"""Agencies, the people who act for them, and the devices, sessions and keys they act with."""

from datetime import datetime
from secrets import token_bytes
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Digest, Json


class Agency(Base):
    """An organisation with a kind (`gemeente`, `brandweer` …) and an area; two may share a kind."""

    __tablename__ = "agency"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    """Unique and stable, such as `BRW-HAAGLANDEN`; seeds and rosters name agencies by it."""
    kind: Mapped[str]
    name: Mapped[str]
    short: Mapped[str]
    """The letters on its chip, such as `BRW`."""
    glyph: Mapped[str]
    area: Mapped[list[str]] = mapped_column(Json)
    """CBS codes of the municipalities it works in, such as `GM1783`; empty means the whole country."""
    public: Mapped[bool]
    """Whether it is part of government; nothing is ever sent to a private one."""


class Member(Base):
    """A person, known by name and by nothing else."""

    __tablename__ = "member"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]


class Membership(Base):
    """That a member acts for an agency, in which roles and how long."""

    __tablename__ = "membership"
    __table_args__ = (Index(None, "member", "agency"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    member: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    roles: Mapped[list[str]] = mapped_column(Json)
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class Mandate(Base):
    """A power under one law that a member holds for an agency; checked before a list is opened."""

    __tablename__ = "mandate"
    __table_args__ = (UniqueConstraint("member", "agency", "law", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    member: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    law: Mapped[str]
    number: Mapped[str]
    """Number of the card or the designation decision."""
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class Device(Base):
    """A tablet, phone or browser; it outlives the sessions on it."""

    __tablename__ = "device"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    label: Mapped[str]
    registered: Mapped[datetime]
    secret_hash: Mapped[bytes] = mapped_column(Digest, default=lambda: token_bytes(32))
    """Of the secret in its cookie. One that was not made by a sign-in has none: its keys alone open it."""
    until: Mapped[datetime | None]
    """When it was lost or handed in: its sessions and signers end with it."""


class UserSession(Base):
    """A sign-in. The token itself is only in the cookie; here is its hash, so that a read copy opens
    nothing."""

    __tablename__ = "session"

    token_hash: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    membership: Mapped[UUID] = mapped_column(ForeignKey("membership.id"), index=True)
    member: Mapped[UUID]
    agency: Mapped[UUID]
    device: Mapped[UUID] = mapped_column(ForeignKey("device.id"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime]


class Signer(Base):
    """One member, one agency, one device, one key: the author that a batch is signed by."""

    __tablename__ = "signer"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    member: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    agency: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    device: Mapped[UUID] = mapped_column(index=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(91))
    """The public key as SPKI DER with uncompressed point, always 91 bytes."""
    text: Mapped[str]
    signature: Mapped[bytes]
    registered: Mapped[datetime]
    end_text: Mapped[str | None]
    end_signature: Mapped[bytes | None]
    until: Mapped[datetime | None]
    """What it froze before this moment is accepted, later work is set aside to its agency."""
