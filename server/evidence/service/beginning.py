"""POST and DELETE: an upload begins when its record has a receipt, and can be ended until the photo is
received.
"""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.core.problems import Problem
from server.evidence import spool
from server.evidence.models import PhotoReceipt, Upload
from server.evidence.service.announcing import Announced
from server.evidence.service.progress import Progress, find, progress_of, spool_name, turn


def begin(
    session: Session, device: UUID, id: UUID, length: int, announced: list[Announced], now: datetime
) -> Progress:
    """Make room for the photo that a record of this device announced; the same again answers where it is.

    `announced` is what records written on `device` say of evidence `id`. Where several do, the first whose
    photo is not here yet counts. Raises `upload-unannounced` and `upload-length-differs`.
    """
    if not announced:
        raise Problem("upload-unannounced", field="Upload-Metadata")
    received = select(PhotoReceipt.signer, PhotoReceipt.sha256).where(PhotoReceipt.id == id)
    here = {(row.signer, row.sha256) for row in session.execute(received)}
    missing = [one for one in announced if (one.signer, one.sha256) not in here]
    wanted = next((one for one in missing if one.bytes == length), (missing or announced)[0])
    if length != wanted.bytes:
        raise Problem("upload-length-differs", field="Upload-Length", expected=wanted.bytes, given=length)
    if not missing:
        return Progress(length, length)
    known = session.get(Upload, (wanted.dossier, id, wanted.signer, wanted.sha256))
    if known is not None:
        return progress_of(known)
    session.add(
        Upload(
            dossier=wanted.dossier,
            id=id,
            signer=wanted.signer,
            sha256=wanted.sha256,
            device=device,
            mime=wanted.mime,
            bytes=wanted.bytes,
            offset=0,
            problem=None,
            created=now,
            changed=now,
        )
    )
    return Progress(0, length)


def end(folder: Path, device: UUID, id: UUID) -> None:
    """Throw away an unfinished upload. Raises `not-found`, `upload-finished` and `upload-busy`."""
    with turn(folder, device, id), writing() as session:
        found = find(session, device, id)
        if isinstance(found, PhotoReceipt):
            raise Problem("upload-finished")
        drop(session, folder, found)


def drop(session: Session, folder: Path, upload: Upload) -> None:
    """Remove an upload and its bytes. Hold its turn."""
    session.delete(upload)
    session.flush()
    spool.discard(folder, spool_name(upload))
