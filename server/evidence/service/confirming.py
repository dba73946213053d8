"""Which photos of a device arrived whole, for the list that confirms (docs/format.md § 7)."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core import base64url
from server.evidence.models import PhotoReceipt
from server.sync.service import photos_from


@photos_from
def received_from(session: Session, device: UUID) -> Iterable[dict[str, str]]:
    """`{id, sha256, signer}` of each, by id; the signer is that of the record which names it. One query."""
    kept = (PhotoReceipt.id, PhotoReceipt.sha256, PhotoReceipt.signer)
    rows = session.execute(select(*kept).where(PhotoReceipt.device == device).order_by(*kept))
    return [
        {"id": str(id), "sha256": base64url.encode_hash(sha256), "signer": str(signer)}
        for id, sha256, signer in rows
    ]
