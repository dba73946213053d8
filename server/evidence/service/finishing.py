"""The last byte is here: the photo is held against its record, kept, and answered with a signed receipt."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO
from uuid import UUID

from server.core import base64url, objects
from server.core.clock import to_wire
from server.core.database import writing
from server.core.jobs import Ask, enqueue
from server.core.objects import Vault
from server.core.problems import Problem
from server.evidence import images, spool
from server.evidence.models import PhotoReceipt, Upload

PREVIEW_JOB = "evidence.preview"

Sign = Callable[[UUID, str, int, str], tuple[str, str]]
"""A photo receipt's text and signature, from evidence, hash, bytes and the time received."""


@dataclass(frozen=True)
class Keeper:
    """What finishing an upload needs of the house."""

    vault: Vault
    sign: Sign
    max_pixels: int


def finish(file: IO[bytes], upload: Upload, keeper: Keeper, now: datetime) -> None:
    """Take the photo in: checked, stored, receipt and preview job written in one transaction.

    Raises `photo-hash-differs`, `image-type`, `image-too-large` or `image-broken`; the upload then stands
    at 0 again, keeps the code of what was wrong, and may be sent anew.
    """
    if _digest(file) != upload.sha256:
        raise _refused(file, upload, Problem("photo-hash-differs"), now)
    try:
        picture = images.check(file, upload.mime, keeper.max_pixels)
    except images.ImageRefused as wrong:
        raise _refused(file, upload, Problem(wrong.code, reason=str(wrong)), now) from wrong
    hash_text = base64url.encode_hash(upload.sha256)
    name = f"{upload.id.hex}.{upload.signer.hex}.{hash_text}"
    text, signature = keeper.sign(upload.id, hash_text, upload.bytes, to_wire(now))
    with writing() as session:
        objects.put(session, keeper.vault, name, chunks(file), now=now)
        session.add(_receipt(upload, picture, name, text, signature, now))
        session.delete(session.get_one(Upload, (upload.dossier, upload.id, upload.signer, upload.sha256)))
        enqueue(session, now, Ask(PREVIEW_JOB, _subject(upload), key=f"{PREVIEW_JOB}|{name}"))


def _digest(file: IO[bytes]) -> bytes:
    sha256 = hashlib.sha256()
    for part in chunks(file):
        sha256.update(part)
    return sha256.digest()


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """The whole file from its start, a megabyte at a time."""
    file.seek(0)
    while part := file.read(2**20):
        yield part


def _receipt(
    upload: Upload, picture: images.Picture, name: str, text: str, signature: str, now: datetime
) -> PhotoReceipt:
    return PhotoReceipt(
        dossier=upload.dossier,
        id=upload.id,
        signer=upload.signer,
        sha256=upload.sha256,
        device=upload.device,
        mime=picture.mime,
        bytes=upload.bytes,
        width=picture.width,
        height=picture.height,
        object=name,
        received=now,
        text=text,
        signature=signature,
    )


def _subject(upload: Upload) -> dict[str, str]:
    return {
        "dossier": str(upload.dossier),
        "id": str(upload.id),
        "signer": str(upload.signer),
        "sha256": base64url.encode_hash(upload.sha256),
    }


def _refused(file: IO[bytes], upload: Upload, problem: Problem, now: datetime) -> Problem:
    """Start again at 0 and remember why; nothing of the refused bytes is kept."""
    spool.cut(file, 0)
    spool.settle(file)
    with writing() as session:
        row = session.get_one(Upload, (upload.dossier, upload.id, upload.signer, upload.sha256))
        row.offset, row.problem, row.changed = 0, problem.code, now
    return problem
