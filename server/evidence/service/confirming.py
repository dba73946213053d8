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
    """`{id, sha256}` of each, by id. One query."""
    query = select(PhotoReceipt.id, PhotoReceipt.sha256).where(PhotoReceipt.device == device)
    rows = session.execute(query.order_by(PhotoReceipt.id, PhotoReceipt.sha256))
    return [{"id": str(id), "sha256": base64url.encode_hash(sha256)} for id, sha256 in rows]
