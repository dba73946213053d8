"""Where an upload is: what HEAD answers, and the row that PATCH and DELETE work on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.service import reading_as_service
from server.core import base64url
from server.core.problems import Problem
from server.evidence import spool
from server.evidence.models import PhotoReceipt, Upload
from server.evidence.service.announcing import is_awaited

PATIENCE = 3.0


@dataclass(frozen=True)
class Progress:
    """Bytes that are safely here, of how many."""

    offset: int
    length: int


def find(session: Session, device: UUID, id: UUID) -> Upload | PhotoReceipt:
    """The upload of evidence `id` from this device: the one under way, else the one received last.

    Raises `not-found` when there is none, also when another device has one (it is nobody else's business) and
    when a record awaits the photo under another key. Reads every scope, so the caller must be the service.
    """
    under_way = select(Upload).where(Upload.id == id, Upload.device == device).order_by(Upload.created.desc())
    found = session.scalars(under_way.limit(1)).first()
    if found is not None:
        return found
    received = select(PhotoReceipt).where(PhotoReceipt.id == id, PhotoReceipt.device == device)
    done = session.scalars(received.order_by(PhotoReceipt.received.desc()).limit(1)).first()
    if done is None or is_awaited(session, device, id):
        raise Problem("not-found")
    return done


def progress_of(found: Upload | PhotoReceipt) -> Progress:
    """What HEAD says of it."""
    return Progress(found.offset if isinstance(found, Upload) else found.bytes, found.bytes)


def settled(folder: Path, device: UUID, id: UUID) -> Progress:
    """Where an upload is, once a request that is writing to it has said how far it came.

    After a cut the device asks at once, while the server may still be taking up the last bytes that arrived;
    an answer too early would have them sent twice.
    """
    with turn(folder, device, id), reading_as_service() as session:
        return progress_of(find(session, device, id))


@contextmanager
def turn(folder: Path, device: UUID, id: UUID) -> Iterator[None]:
    """One request at a time for an upload; the others wait PATIENCE seconds and then raise `upload-busy`.

    It is the first thing a request does, before it reads anything, so that none acts on what another is about
    to change. Nobody may be inside a transaction meanwhile.
    """
    try:
        with spool.turn(folder, f"{id.hex}.{device.hex}", PATIENCE):
            yield
    except spool.Busy as busy:
        raise Problem("upload-busy") from busy


def spool_folder(data_dir: Path) -> Path:
    """Where bytes wait, beside the database."""
    return data_dir / "spool"


def spool_name(upload: Upload) -> str:
    """The file of an upload: its evidence, its signer and the hash it must have."""
    return f"{upload.id.hex}.{upload.signer.hex}.{base64url.encode(upload.sha256)}"
