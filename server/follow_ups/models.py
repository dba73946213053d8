"""Tables of follow-ups, their numbers, their history and the share decisions behind some of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, BigId, Digest, Json


class FollowUp(Base):
    """A task of one agency. What a finding's change alters is rewritten by the job, decisions by the
    agency alone.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("scope", "key"),
        Index(None, "receiver", "due"),
        Index(None, "scope", "finding"),
        Index(None, "dossier"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """Derived like `key` where its readers may read the finding; drawn where the id would tell them of it."""
    key: Mapped[UUID]
    """`follow-up|<finding>|<rule>|<receiver>|<action>` (docs/format.md § 4), told to nobody where it differs
    from `id`.
    """
    number: Mapped[str]
    version: Mapped[int] = mapped_column(Integer)
    receiver: Mapped[UUID]
    source: Mapped[UUID]
    """The finding's owner."""
    task: Mapped[str]
    origin: Mapped[str]
    about_kind: Mapped[str | None]
    about_agency: Mapped[UUID | None]
    action: Mapped[str]
    control_action: Mapped[UUID]
    dossier: Mapped[UUID]
    scope: Mapped[int] = mapped_column(BigInteger)
    """The finding's home scope."""
    finding: Mapped[UUID]
    basis: Mapped[list[str]] = mapped_column(Json)
    """The operations that the finding showed when this was last written."""
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    """The part of the document that follows from the finding: site, finding, sentence, copied."""
    title: Mapped[str | None]
    severity: Mapped[str | None]
    site: Mapped[str | None]
    """For lists and search; None where the task may not tell."""
    proposed_due: Mapped[str | None]
    due: Mapped[str | None]
    """The date that counts, as YYYY-MM-DD: the agency's once it accepted, else the proposed one."""
    state: Mapped[str]
    withdrawn: Mapped[str | None]
    handler: Mapped[UUID | None]
    decided: Mapped[dict[str, Any]] = mapped_column(Json)
    """The agency's decisions: `acceptance`, `startedAt`, `refusal`, `closure`, as the document has them."""
    made: Mapped[datetime]
    at: Mapped[datetime]
    """Of its latest change."""


class Question(Base):
    """A case worker's question to the inspectors of the source."""

    __tablename__ = "follow_up_question"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    follow_up: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"), index=True)
    text: Mapped[str]
    by: Mapped[UUID]
    at: Mapped[datetime]
    answered: Mapped[bool]


class ReplyCopy(Base):
    """A reply as it stands in the document; names operation and hash, so that an erasure finds it."""

    __tablename__ = "follow_up_reply"

    operation: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    hash: Mapped[bytes | None] = mapped_column(Digest)
    """Of the field text; None once erased."""
    follow_up: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"), index=True)
    question: Mapped[UUID | None]
    text: Mapped[str | None]
    evidence: Mapped[list[str]] = mapped_column(Json)
    signer: Mapped[UUID]
    at: Mapped[datetime]
    withdrawn: Mapped[bool]


class FollowUpEvent(Base):
    """What somebody did with a follow-up: written once, never changed."""

    __tablename__ = "follow_up_event"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    follow_up: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"), index=True)
    version: Mapped[int] = mapped_column(Integer)
    what: Mapped[str]
    at: Mapped[datetime]
    member: Mapped[UUID | None]
    """None when the service did it."""
    agency: Mapped[UUID | None]
    device: Mapped[UUID | None]
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    """Codes and ids, never words that people wrote."""


class Counter(Base):
    """The last number an agency gave out in a year; each agency counts for itself."""

    __tablename__ = "follow_up_counter"

    agency: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(Integer)


class ShareDecision(Base):
    """That an inspector told another agency something, on what basis, and exactly what."""

    __tablename__ = "share_decision"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    follow_up: Mapped[UUID] = mapped_column(ForeignKey("follow_up.id"), unique=True)
    dossier: Mapped[UUID]
    scope: Mapped[int] = mapped_column(BigInteger)
    finding: Mapped[UUID]
    sender: Mapped[UUID]
    receiver: Mapped[UUID]
    action: Mapped[str]
    legal_basis: Mapped[str]
    sentence: Mapped[str | None]
    due: Mapped[str | None]
    operation: Mapped[bytes] = mapped_column(Digest)
    """The confirmation that decided it."""
    hash: Mapped[bytes | None] = mapped_column(Digest)
    """Of its field `referrals`."""
    signer: Mapped[UUID]
    at: Mapped[datetime]
    revoked: Mapped[datetime | None]
