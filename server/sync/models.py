"""What is kept of what was sent: batches, operations as they came, what was set aside, entries of scopes."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Digest


def _number() -> Mapped[int]:
    """The number of a scope, or within one, as part of a key."""
    return mapped_column(BigInteger, primary_key=True, autoincrement=False)


class Batch(Base):
    """A batch of a signer's chain in one scope, with the receipt it got: the same bytes for ever."""

    __tablename__ = "batch"
    __table_args__ = (Index(None, "scope", "last_entry"),)

    signer: Mapped[UUID] = mapped_column(ForeignKey("signer.id"), primary_key=True)
    scope: Mapped[int] = _number()
    n: Mapped[int] = _number()
    hash: Mapped[bytes] = mapped_column(Digest)
    text: Mapped[str]
    signature: Mapped[bytes]
    received: Mapped[datetime]
    receipt: Mapped[str]
    receipt_signature: Mapped[bytes]
    first_entry: Mapped[int] = mapped_column(BigInteger)
    """Number of its first entry in the scope; where nothing was accepted, the number that comes next."""
    last_entry: Mapped[int] = mapped_column(BigInteger)


class Fork(Base):
    """A batch that does not fit its chain: two devices with one key, as from a copied profile.

    Nothing of it is accepted, unless this server said so before it was restored: then readers get it too.
    """

    __tablename__ = "fork"
    __table_args__ = (Index(None, "signer", "scope"), Index(None, "scope", "first_entry"))

    hash: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    signer: Mapped[UUID] = mapped_column(ForeignKey("signer.id"))
    scope: Mapped[int] = mapped_column(BigInteger)
    n: Mapped[int] = mapped_column(BigInteger)
    text: Mapped[str]
    signature: Mapped[bytes]
    received: Mapped[datetime]
    receipt: Mapped[str]
    receipt_signature: Mapped[bytes]
    first_entry: Mapped[int | None] = mapped_column(BigInteger)
    """As of a batch, where readers get it; else None."""


class Gap(Base):
    """Batches `first` to `last` of a chain that a device said it lost; one that comes later shrinks it."""

    __tablename__ = "gap"

    signer: Mapped[UUID] = mapped_column(ForeignKey("signer.id"), primary_key=True)
    scope: Mapped[int] = _number()
    first: Mapped[int] = _number()
    last: Mapped[int] = mapped_column(BigInteger)
    declared: Mapped[datetime]


class Operation(Base):
    """An accepted operation: its texts as sent, parsed columns beside them, and what its acceptance decided.

    Its only change ever is that the text of an erased field becomes an empty line.
    """

    __tablename__ = "operation"

    dossier: Mapped[UUID] = mapped_column(primary_key=True)
    scope: Mapped[int] = _number()
    id: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    signer: Mapped[UUID]
    kind: Mapped[str]
    entity: Mapped[UUID]
    at: Mapped[int] = mapped_column(BigInteger)
    """Device time in ms; not a time of ours, so any number."""
    offset: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[datetime]
    batch: Mapped[bytes] = mapped_column(Digest)
    """Hash of the batch that brought it, also where it was released later."""
    head: Mapped[str]
    fields: Mapped[str]
    """Field texts in the order of their hashes, one a line; an empty line is an erased one."""
    acceptance: Mapped[str | None]
    """JSON of what acceptance decided, such as `follow_ups`; None when nothing was."""


class Quarantine(Base):
    """An operation that is not accepted, as raw bytes with the reason; kept until it is released."""

    __tablename__ = "quarantine"
    __table_args__ = (Index(None, "missing"), Index(None, "signer"), Index(None, "agency"))

    scope: Mapped[int] = _number()
    id: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    dossier: Mapped[UUID]
    signer: Mapped[UUID] = mapped_column(ForeignKey("signer.id"), primary_key=True)
    """Of the batch that brought it; one who brings another's operation changes nothing for the other."""
    agency: Mapped[UUID]
    """Of the signer: the only one whose people see the content."""
    batch: Mapped[bytes] = mapped_column(Digest)
    received: Mapped[datetime]
    reason: Mapped[str]
    missing: Mapped[str | None]
    """What it waits for: `dossier:<id>`, `checklist:<code>@<version>`, `kind:<kind>` or `version:<v>`."""
    head: Mapped[str]
    """JSON string of the head: what was refused may hold U+0000, which no text column takes."""
    fields: Mapped[str]
    """JSON list of field texts: what was refused may hold line breaks."""


class Release(Base):
    """The server's signed word that a quarantined operation was accepted later."""

    __tablename__ = "release"

    scope: Mapped[int] = _number()
    operation: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    signer: Mapped[UUID] = mapped_column(ForeignKey("signer.id"), index=True)
    """Of the operation."""
    at: Mapped[datetime]
    text: Mapped[str]
    signature: Mapped[bytes]


class ScopeEntry(Base):
    """Entry `n` of a scope, without gaps, in commit order: an operation, a document, or a removal of one."""

    __tablename__ = "scope_entry"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scope: Mapped[int] = _number()
    n: Mapped[int] = _number()
    operation: Mapped[bytes | None] = mapped_column(Digest)
    document: Mapped[UUID | None]
    version: Mapped[int | None] = mapped_column(Integer)
    """Of the document, also of the one removed."""
    removed: Mapped[bool]
    digest: Mapped[bytes] = mapped_column(LargeBinary(16))
    """First 16 bytes of the running digest over entries 1 … n: the other half of a cursor."""


class Document(Base):
    """What the server alone writes, at its newest version. One thing may stand in two scopes."""

    __tablename__ = "document"

    scope: Mapped[int] = _number()
    id: Mapped[UUID] = mapped_column(primary_key=True)
    type: Mapped[str]
    version: Mapped[int] = mapped_column(Integer)
    n: Mapped[int] = mapped_column(BigInteger)
    """Its entry in the scope."""
    removed: Mapped[bool]
    """It left the scope; what it said is gone, its version goes on if it comes back."""
    body: Mapped[str]


class Epoch(Base):
    """Which life of the database this is: new with every restore. One row."""

    __tablename__ = "epoch"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    epoch: Mapped[UUID]
    since: Mapped[datetime]


class ServerKey(Base):
    """The public half of a key that the server signs or signed with; the private half is in a file alone."""

    __tablename__ = "server_key"

    kid: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(91))
    since: Mapped[datetime]
