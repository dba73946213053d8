"""The server's word for a photo, made before the transaction that stores it."""

from uuid import UUID

from server.core import base64url
from server.operations.receipt import write_photo_receipt
from server.sync.authority import authority


def sign(id: UUID, sha256: str, size: int, received: str) -> tuple[str, str]:
    """Text and signature (base64url) of the receipt for `size` bytes of evidence `id` with this hash."""
    ours = authority()
    text = write_photo_receipt(
        kid=ours.kid, epoch=str(ours.epoch), id=str(id), sha256=sha256, bytes=size, received=received
    )
    return text, base64url.encode(ours.sign(text))
