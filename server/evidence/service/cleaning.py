"""Uploads that nobody goes on with are thrown away: their bytes, their rows, and bytes that no row names."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from server.core import clock
from server.core.database import reading, writing
from server.core.problems import Problem
from server.evidence import spool
from server.evidence.models import Upload
from server.evidence.service.beginning import drop
from server.evidence.service.progress import spool_name, turn

ORPHANS_AFTER = timedelta(hours=24)


def clean(folder: Path, keep: timedelta, now: datetime) -> int:
    """Drop uploads unchanged for `keep`, and spool files older than a day that no upload names; how many.

    A device that comes back later begins the photo anew; nothing is lost, for it keeps the photo until a
    receipt.
    """
    key = (Upload.dossier, Upload.id, Upload.signer, Upload.sha256)
    with reading() as session:
        old = session.execute(select(Upload.device, *key).where(Upload.changed < now - keep)).all()
    dropped = 0
    for device, dossier, id, signer, sha256 in old:
        try:
            with turn(folder, device, id), writing() as session:
                upload = session.get(Upload, (dossier, id, signer, sha256))
                if upload is not None and upload.changed < now - keep:
                    drop(session, folder, upload)
                    dropped += 1
        except Problem:
            continue  # somebody is writing to it at this very moment
    return dropped + _orphans(folder, now)


def _orphans(folder: Path, now: datetime) -> int:
    with reading() as session:
        named = {spool_name(upload) for upload in session.scalars(select(Upload))}
    before = clock.to_ms(now - ORPHANS_AFTER) / 1000
    gone = [name for name, changed in spool.names(folder) if name not in named and changed < before]
    for name in gone:
        spool.discard(folder, name)
    return len(gone)
