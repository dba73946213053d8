"""One table per family of entities. Each row is made from operations alone; `flask dossiers rebuild` makes it
again.

Every row has the state of the fold as text with sorted keys, and beside it what is shown, in columns that
lists filter and sort by. What a row's state says of values written side by side is not repeated in columns:
there is the first of them, and `conflict`.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from server.core.database import Base, Digest


class Folded:
    """What each family's table begins with. `scope` is the number of the home scope (access)."""

    scope: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    entity: Mapped[UUID] = mapped_column(primary_key=True)
    dossier: Mapped[UUID]
    conflict: Mapped[bool]
    at: Mapped[datetime]
    """Device time corrected by its offset, of the latest operation seen."""
    agency: Mapped[UUID | None]
    """Of the author of the shown value; None where none is shown."""
    withdrawn: Mapped[bool]
    """Nothing is shown, because all that was said is withdrawn."""
    state: Mapped[str]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:
        return (Index(None, "dossier"),)


class Visit(Folded, Base):
    """A dossier as its visit: opened, where each agency is, skipped, what each says of its lists."""

    __tablename__ = "visit"

    word: Mapped[str]
    """planned, on_site, suspended, left, closed or skipped."""
    since: Mapped[datetime | None]
    """When the first agency that is still there arrived."""
    site: Mapped[UUID | None]
    label: Mapped[str | None]


class Instance(Folded, Base):
    """One filling of a checklist."""

    __tablename__ = "instance"

    checklist: Mapped[str | None]
    version: Mapped[str | None]
    label: Mapped[str | None]
    signed: Mapped[int]
    """How many agencies signed it off."""


class Answer(Folded, Base):
    """The answer to one question of one filling."""

    __tablename__ = "answer"

    instance: Mapped[UUID | None]
    checklist: Mapped[str | None]
    version: Mapped[str | None]
    question: Mapped[str | None]
    value: Mapped[str | None]
    """JSON."""


class Finding(Folded, Base):
    """A decision on a proposal, or a finding without a question."""

    __tablename__ = "finding"

    owner: Mapped[UUID | None]
    """The agency that alone confirms it: that of whoever wrote it first."""
    checklist: Mapped[str | None]
    version: Mapped[str | None]
    instance: Mapped[UUID | None]
    question: Mapped[str | None]
    rule: Mapped[str | None]
    title: Mapped[str | None]
    """Of a free finding; a rule's title stands in its checklist version."""
    severity: Mapped[str | None]
    kind: Mapped[str | None]
    decision: Mapped[str | None]
    decided: Mapped[str]
    """JSON: operation id → `received` (ms) and what its acceptance decided about follow-ups."""


class EvidenceRecord(Folded, Base):
    """A photo or drawing as it is named; its bytes are the evidence package's."""

    __tablename__ = "evidence_record"

    subject: Mapped[UUID | None]
    sha256: Mapped[bytes | None] = mapped_column(Digest)
    bytes: Mapped[int | None] = mapped_column(BigInteger)
    mime: Mapped[str | None]
    taken: Mapped[datetime | None]
    original: Mapped[UUID | None]
    role: Mapped[str | None]
    received: Mapped[datetime | None]
    """When the server received the operation that names it."""
    decided: Mapped[str]
    """JSON: operation id → `received` (ms)."""


class Note(Folded, Base):
    """A note on the visit or on something recorded in it."""

    __tablename__ = "note"

    subject: Mapped[UUID | None]
    text: Mapped[str | None]


class Reply(Folded, Base):
    """An inspector's answer to a question about a follow-up."""

    __tablename__ = "reply"

    follow_up: Mapped[UUID | None]
    text: Mapped[str | None]
