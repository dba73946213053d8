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
from server.evidence.service.progress import spool_name

ORPHANS_AFTER = timedelta(hours=24)


def clean(folder: Path, keep: timedelta, now: datetime) -> int:
    """Drop uploads unchanged for `keep`, and spool files older than a day that no upload names; how many.

    A device that comes back later begins the photo anew; nothing is lost, for it keeps the photo until a
    receipt.
    """
    with reading() as session:
        old = list(session.scalars(select(Upload).where(Upload.changed < now - keep)))
    dropped = 0
    for upload in old:
        with writing() as session:
            again = session.get(Upload, (upload.dossier, upload.id, upload.signer, upload.sha256))
            if again is not None and again.changed < now - keep:
                try:
                    drop(session, folder, again)
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
