"""Where an upload is: what HEAD answers, and the row that PATCH and DELETE work on."""

import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core import base64url
from server.core.database import reading
from server.core.problems import Problem
from server.evidence import spool
from server.evidence.models import PhotoReceipt, Upload

PATIENCE = 3.0


@dataclass(frozen=True)
class Progress:
    """Bytes that are safely here, of how many."""

    offset: int
    length: int


def find(session: Session, device: UUID, id: UUID) -> Upload | PhotoReceipt:
    """The upload of evidence `id` from this device: the one under way, else the one received last.

    Raises `not-found` when there is none, also when another device has one: it is nobody else's business.
    """
    under_way = select(Upload).where(Upload.id == id, Upload.device == device).order_by(Upload.created.desc())
    found = session.scalars(under_way.limit(1)).first()
    if found is not None:
        return found
    received = select(PhotoReceipt).where(PhotoReceipt.id == id, PhotoReceipt.device == device)
    done = session.scalars(received.order_by(PhotoReceipt.received.desc()).limit(1)).first()
    if done is None:
        raise Problem("not-found")
    return done


def progress_of(found: Upload | PhotoReceipt) -> Progress:
    """What HEAD says of it."""
    return Progress(found.offset if isinstance(found, Upload) else found.bytes, found.bytes)


def settled(folder: Path, device: UUID, id: UUID) -> Progress:
    """Where an upload is, once a request that is just ending has said how far it came.

    After a cut the device asks at once, while the server may still be bringing the last bytes to disk; an
    answer too early would have them sent twice. Waits PATIENCE seconds at most.
    """
    give_up = time.monotonic() + PATIENCE
    while True:
        with reading() as session:
            found = find(session, device, id)
            now = progress_of(found)
            name = spool_name(found) if isinstance(found, Upload) else None
        if name is None or spool.is_free(folder, name):
            break
        if time.monotonic() > give_up:
            return now
        time.sleep(0.02)
    with reading() as session:
        return progress_of(find(session, device, id))


def spool_folder(data_dir: Path) -> Path:
    """Where bytes wait, beside the database."""
    return data_dir / "spool"


def spool_name(upload: Upload) -> str:
    """The file of an upload: its evidence, its signer and the hash it must have."""
    return f"{upload.id.hex}.{upload.signer.hex}.{base64url.encode(upload.sha256)}"
