"""Which photos a device may send: those that records with a receipt name, written on it, whatever became of
them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core import base64url
from server.core.database import among
from server.dossiers.models import EvidenceRecord
from server.evidence.images import FORMATS
from server.evidence.models import PhotoReceipt
from server.evidence.tus import MAX_BYTES
from server.identity.models import Signer
from server.operations.fields import read_field
from server.operations.texts import TextRefused
from server.sync.models import Quarantine


@dataclass(frozen=True)
class Announced:
    """What an `evidence.add` with a receipt says of a photo, whatever its fate."""

    dossier: UUID
    id: UUID
    signer: UUID
    sha256: bytes
    bytes: int
    mime: str


def is_awaited(session: Session, device: UUID, id: UUID) -> bool:
    """Whether a record of this device names a photo that is not here, though one of that id may be.

    A record written again under another key names the same photo anew: it is sent again.
    """
    named = {(one.signer, one.sha256) for one in announced_on(session, device, id)}
    here = select(PhotoReceipt.signer, PhotoReceipt.sha256).where(PhotoReceipt.id == id)
    return not named <= {(row.signer, row.sha256) for row in session.execute(here)}


def announced_on(session: Session, device: UUID, id: UUID) -> list[Announced]:
    """What records written on `device` say of evidence `id`: accepted ones first, then those set aside.

    Three queries. Reads every scope, so the caller must be the service (`writing()`), and answers only
    about the device's own.
    """
    accepted = [one for dossier, state in _records(session, id) for one in _accepted(dossier, id, state)]
    signers = _on_device(session, device, {one.signer for one in accepted})
    mine = [one for one in accepted if one.signer in signers]
    return _without_doubles([*mine, *_set_aside(session, device, id)])


def _records(session: Session, id: UUID) -> list[tuple[UUID, str]]:
    rows = session.execute(
        select(EvidenceRecord.dossier, EvidenceRecord.state).where(EvidenceRecord.entity == id)
    )
    return [(dossier, state) for dossier, state in rows]


def _on_device(session: Session, device: UUID, signers: set[UUID]) -> set[UUID]:
    on_it = select(Signer.id).where(among(session, Signer.id, sorted(signers)), Signer.device == device)
    return set(session.scalars(on_it)) if signers else set()


def _accepted(dossier: UUID, id: UUID, state: str) -> Iterator[Announced]:
    registers = orjson.loads(state)["registers"]
    for _, seen in sorted(registers.get("", {"seen": {}})["seen"].items()):
        found = _announced(dossier, id, UUID(seen["signer"]), seen["fields"])
        if found is not None:
            yield found


def _set_aside(session: Session, device: UUID, id: UUID) -> Iterator[Announced]:
    """From quarantine: its heads are raw text, so the database is asked for the id and the text is read
    again.
    """
    rows = session.execute(
        select(Quarantine.dossier, Quarantine.signer, Quarantine.head, Quarantine.fields)
        .join(Signer, Signer.id == Quarantine.signer)
        .where(Signer.device == device, Quarantine.head.contains(str(id), autoescape=True))
        .order_by(Quarantine.received, Quarantine.id)
    )
    for dossier, signer, head, fields in rows:
        values = _values_of(id, orjson.loads(head), orjson.loads(fields))
        found = None if values is None else _announced(dossier, id, signer, values)
        if found is not None:
            yield found


def _values_of(id: UUID, head: str, fields: list[str]) -> dict[str, Any] | None:
    """The fields of a set-aside `evidence.add` of this id; None for anything else or unreadable."""
    try:
        said = orjson.loads(head)
        if said.get("kind") != "evidence.add" or said.get("entity") != str(id):
            return None
        return dict(read_field(text) for text in fields if text)
    except (orjson.JSONDecodeError, AttributeError, TextRefused):
        return None


def _announced(dossier: UUID, id: UUID, signer: UUID, fields: Mapping[str, Any]) -> Announced | None:
    """None where the fields do not describe a photo: a hash, a size and a type."""
    size, mime = fields.get("bytes"), fields.get("mime")
    if not isinstance(size, int) or not isinstance(mime, str) or isinstance(size, bool):
        return None
    try:
        sha256 = base64url.decode(str(fields.get("sha256")), 32)
    except ValueError:
        return None
    return (
        Announced(dossier, id, signer, sha256, size, mime)
        if mime in FORMATS and 0 < size <= MAX_BYTES
        else None
    )


def _without_doubles(found: list[Announced]) -> list[Announced]:
    """One photo by one signer once: a re-issue names the same one again."""
    return list({(one.signer, one.sha256): one for one in reversed(found)}.values())[::-1]
