"""Reading a photo: only through a record in a scope one may read, and only the bytes that its own author
named.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from server.access.service import Viewer, readable_scopes
from server.core import base64url
from server.core.problems import Problem
from server.dossiers.models import EvidenceRecord
from server.evidence.models import Derived, PhotoReceipt
from server.evidence.service.announcing import is_awaited
from server.operations.show import show


@dataclass(frozen=True)
class Found:
    """A photo that this viewer may see, and the scopes whose record shows it (a read of a `class:` is
    logged).
    """

    photo: PhotoReceipt
    scopes: tuple[int, ...]


def photo(session: Session, viewer: Viewer, id: UUID, now: datetime) -> Found:
    """The photo of evidence `id` as this viewer's records name it.

    Raises `not-found` where no readable record names it, equal to evidence that does not exist, and
    `photo-not-received` where a record does but its bytes are not here.
    """
    readable = readable_scopes(viewer, now)
    records = select(EvidenceRecord.scope, EvidenceRecord.state).where(
        EvidenceRecord.entity == id, EvidenceRecord.scope.in_(readable)
    )
    named: dict[tuple[UUID, bytes], list[int]] = {}
    for scope, state in session.execute(records):
        for signer, sha256 in named_in(state):
            named.setdefault((signer, sha256), []).append(scope)
    if not named:
        raise Problem("not-found")
    received = select(PhotoReceipt).where(
        PhotoReceipt.id == id, tuple_(PhotoReceipt.signer, PhotoReceipt.sha256).in_(list(named))
    )
    here = {(one.signer, one.sha256): one for one in session.scalars(received)}
    for key, scopes in named.items():
        if key in here:
            session.expunge(here[key])
            return Found(here[key], tuple(sorted(scopes)))
    raise Problem("photo-not-received")


def named_in(state: str) -> list[tuple[UUID, bytes]]:
    """Signer and hash of every photo that a record's operations name: shown ones first, then replaced and
    withdrawn.
    """
    whole = orjson.loads(state)
    register = whole["registers"].get("", {"seen": {}, "replaced": []})
    seen = register["seen"]
    shown = [value["lead"] for value in show(register, whole["marks"])["values"]]
    named = []
    for operation in [*shown, *sorted(set(seen) - set(shown))]:
        fields = seen[operation]["fields"]
        if "sha256" in fields:
            named.append((UUID(seen[operation]["signer"]), base64url.decode(fields["sha256"], 32)))
    return named


def preview_of(session: Session, photo: PhotoReceipt) -> Derived:
    """The preview of a photo. Raises `preview-not-ready` until the worker made it, `not-found` where it
    could not.
    """
    made = session.get(Derived, (photo.dossier, photo.id, photo.signer, photo.sha256, "preview"))
    if made is None:
        raise Problem("preview-not-ready", headers={"Retry-After": "5"})
    if made.object is None:
        raise Problem("not-found")
    session.expunge(made)
    return made


def own_receipt(session: Session, device: UUID, id: UUID) -> PhotoReceipt | None:
    """The receipt for a photo that this very device sent, also where its record is set aside and in no
    scope. None while a record of this device awaits the photo under another key. Reads every scope, so the
    caller must be the service.
    """
    if is_awaited(session, device, id):
        return None
    mine = select(PhotoReceipt).where(PhotoReceipt.id == id, PhotoReceipt.device == device)
    found = session.scalars(mine.order_by(PhotoReceipt.received.desc()).limit(1)).first()
    if found is not None:
        session.expunge(found)
    return found
