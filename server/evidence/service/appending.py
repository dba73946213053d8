"""PATCH: bytes go to the spool as they arrive, and what arrived counts, also when the connection is cut.

No transaction is open while bytes come in. The offset in the database follows what is on disk (fsync), at
least once a megabyte, so that a server killed in the middle has to be sent no more than that again.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from server.access.service import reading_as_service
from server.core.database import writing
from server.core.problems import Problem
from server.evidence import spool
from server.evidence.models import PhotoReceipt, Upload
from server.evidence.service.finishing import Keeper, finish
from server.evidence.service.progress import Progress, find, progress_of, spool_name, turn
from server.evidence.tus import Checksum

SETTLE_EVERY = 2**20


def append(
    folder: Path,
    device: UUID,
    id: UUID,
    offset: int,
    body: Iterable[bytes],
    checksum: Checksum | None,
    keeper: Keeper,
    now: datetime,
) -> Progress:
    """Write `body` at `offset` of the upload of `id` from `device`; the last byte finishes it.

    When `body` breaks off with an exception, what had arrived is kept (also under a checksum, which it
    could not be held against: the hash of the whole decides) and the exception goes on. Raises the problems
    `not-found`, `upload-offset-differs`, `upload-busy`, `upload-too-large`, `upload-checksum-differs`, and
    those of `finish`.
    """
    with turn(folder, device, id):
        with reading_as_service() as session:
            found = find(session, device, id)
            session.expunge(found)
        at = progress_of(found)
        if at.offset != offset:
            raise Problem("upload-offset-differs", field="Upload-Offset", offset=at.offset)
        if isinstance(found, PhotoReceipt):
            return at
        with spool.opened(folder, spool_name(found)) as file:
            _stand_at(file, found, offset, now)
            arrived = _receive(file, found, body, checksum, now)
            if arrived < found.bytes:
                _settle(file, found, arrived, now)
            else:
                finish(file, found, keeper, now)
                spool.discard(folder, spool_name(found))
        return Progress(arrived, found.bytes)


def _stand_at(file: IO[bytes], upload: Upload, offset: int, now: datetime) -> None:
    try:
        spool.cut(file, offset)
    except FileNotFoundError as lost:
        _cut(file, upload, 0, now)
        raise Problem("upload-offset-differs", field="Upload-Offset", offset=0) from lost


def _receive(
    file: IO[bytes], upload: Upload, body: Iterable[bytes], checksum: Checksum | None, now: datetime
) -> int:
    """Write what comes; answer the offset after it. Under a checksum nothing is settled before it is
    verified.
    """
    start = arrived = settled = upload.offset
    digest = hashlib.new(checksum.algorithm) if checksum else None
    try:
        for part in body:
            arrived += len(part)
            if arrived > upload.bytes:
                break
            file.write(part)
            if digest:
                digest.update(part)
            elif arrived - settled >= SETTLE_EVERY and arrived < upload.bytes:
                _settle(file, upload, arrived, now)
                settled = arrived
    except BaseException:
        if arrived < upload.bytes:
            _settle(file, upload, arrived, now)
        raise
    if arrived > upload.bytes:
        _cut(file, upload, start, now)
        raise Problem("upload-too-large", limit=upload.bytes)
    if checksum and digest and digest.digest() != checksum.digest:
        _cut(file, upload, start, now)
        raise Problem("upload-checksum-differs", field="Upload-Checksum")
    return arrived


def _cut(file: IO[bytes], upload: Upload, start: int, now: datetime) -> None:
    spool.cut(file, start)
    _settle(file, upload, start, now)


def _settle(file: IO[bytes], upload: Upload, offset: int, now: datetime) -> None:
    spool.settle(file)
    with writing() as session:
        row = session.get(Upload, (upload.dossier, upload.id, upload.signer, upload.sha256))
        if row is not None:
            row.offset, row.changed = offset, now
