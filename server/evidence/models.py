"""Tables of evidence: uploads on their way, photos received with what was said about them, and derived files.

A photo is kept per evidence entity, signer and hash. Two signers may give one id (a colleague re-uses it, or
somebody tries to put another picture in a photo's place); each record then finds the bytes its own author
named, and neither can tell whether the other's arrived.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from server.core.database import Base, Digest
from server.dossiers.models import EvidenceRecord


class Upload(Base):
    """An upload that is not finished; the row goes when the photo is there, when it is ended, or by the
    cleaning job.

    `offset` counts the bytes that are on disk (fsync) for certain; `problem` is the code of the last
    refusal at the end (wrong hash, broken image), after which it starts again at 0.
    """

    __tablename__ = "upload"

    dossier: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    signer: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    device: Mapped[UUID]
    mime: Mapped[str]
    bytes: Mapped[int] = mapped_column(BigInteger)
    offset: Mapped[int] = mapped_column(BigInteger, default=0)
    problem: Mapped[str | None]
    created: Mapped[datetime]
    changed: Mapped[datetime]

    __table_args__ = (Index("ix_upload_id_device", "id", "device"), Index("ix_upload_changed", "changed"))


class PhotoReceipt(Base):
    """A photo that was received whole and equal to its hash, and the signed text that says so, the same for
    ever.
    """

    __tablename__ = "photo_receipt"

    dossier: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    signer: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    device: Mapped[UUID]
    mime: Mapped[str]
    bytes: Mapped[int] = mapped_column(BigInteger)
    width: Mapped[int]
    height: Mapped[int]
    object: Mapped[str]
    received: Mapped[datetime]
    text: Mapped[str]
    signature: Mapped[str]

    __table_args__ = (
        Index("ix_photo_receipt_id_device", "id", "device"),
        Index("ix_photo_receipt_signer", "signer"),
    )


class Derived(Base):
    """A file made from a photo on the server: the preview. `object` is null when the worker could not make
    it.
    """

    __tablename__ = "derived"

    dossier: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    signer: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[bytes] = mapped_column(Digest, primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    object: Mapped[str | None]
    mime: Mapped[str]
    bytes: Mapped[int] = mapped_column(BigInteger)


Index("ix_evidence_record_entity", EvidenceRecord.__table__.c.entity)  # a photo is asked for by its id alone
