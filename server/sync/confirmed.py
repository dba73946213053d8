"""What a device may drop one day: everything its signers sent, as it stands here now (docs/format.md § 7).

What is not listed is offered again, whatever the epoch; that alone heals a restored server.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core import base64url
from server.core.database import among
from server.identity.models import Signer
from server.operations.digests import spell
from server.operations.receipt import ACCEPTED, QUARANTINED
from server.sync.models import Batch, Fork, Operation, Quarantine, Release

Key = tuple[int, bytes]
"""Scope and operation."""
Aside = dict[Key, str]
Photos = Callable[[Session, UUID], Iterable[dict[str, str]]]

_photos: list[Photos] = []


def photos_from(source: Photos) -> Photos:
    """Let a package above tell which photos of a device (session, device) arrived: `{id, sha256, signer}`
    each."""
    if source not in _photos:
        _photos.append(source)
    return source


def confirmed(session: Session, device: UUID) -> dict[str, Any]:
    """Batches of all signers of a device with the present fates of their operations, releases, and photos.

    Five queries, whatever the number; `device` is that of the session that asks. Scopes are named as receipts
    name them: who is signed in need not be able to read what a colleague sent from the same device.
    """
    aside = _aside(session, device)
    sent = [
        (row, orjson.loads(row.receipt))
        for table in (Batch, Fork)
        for row in _batches(session, table, device)
    ]
    accepted = _accepted(session, _gone_from(sent, aside))
    return {
        "batches": [_told(row, receipt, aside, accepted) for row, receipt in sent],
        "releases": [
            {"text": row.text, "signature": base64url.encode(row.signature)}
            for row in _releases(session, device)
        ],
        "photos": [photo for source in _photos for photo in source(session, device)],
    }


def _batches(session: Session, table: type[Batch] | type[Fork], device: UUID) -> Iterable[Any]:
    query = select(table.signer, table.scope, table.n, table.hash, table.receipt)
    mine = query.join(Signer, Signer.id == table.signer).where(Signer.device == device)
    return session.execute(mine.order_by(table.signer, table.scope, table.n))


def _releases(session: Session, device: UUID) -> Iterable[Any]:
    query = select(Release.text, Release.signature).join(Signer, Signer.id == Release.signer)
    return session.execute(query.where(Signer.device == device).order_by(Release.scope, Release.operation))


def _aside(session: Session, device: UUID) -> Aside:
    """Present reasons of what is set aside, by scope and operation."""
    query = select(Quarantine.scope, Quarantine.id, Quarantine.reason)
    rows = session.execute(query.join(Signer, Signer.id == Quarantine.signer).where(Signer.device == device))
    return {(scope, id): reason for scope, id, reason in rows}


def _gone_from(sent: Sequence[tuple[Any, Any]], aside: Aside) -> set[Key]:
    """What a receipt set aside and is so no more."""
    return {
        key
        for row, receipt in sent
        for id, fate, _ in receipt["fates"]
        if fate == QUARANTINED and (key := (row.scope, base64url.decode(id))) not in aside
    }


def _accepted(session: Session, keys: set[Key]) -> set[Key]:
    """Those that stand in a dossier: let in since, by a release or when they came again."""
    ids = sorted({id for _, id in keys})
    if not ids:
        return set()
    query = select(Operation.scope, Operation.id).where(among(session, Operation.id, ids))
    return {(row.scope, row.id) for row in session.execute(query)} & keys


def _told(row: Any, receipt: Any, aside: Aside, accepted: set[Key]) -> dict[str, Any]:
    """A batch with the last fate of each operation, which may be another than its receipt says."""
    fates = []
    for id, fate, reason in receipt["fates"]:
        key = (row.scope, base64url.decode(id))
        if key in aside:
            fates.append([id, QUARANTINED, aside[key]])
        elif key in accepted:
            fates.append([id, ACCEPTED, None])
        else:
            fates.append([id, fate, reason])
    return {
        "signer": str(row.signer),
        "scope": receipt["scope"],
        "n": row.n,
        "hash": spell(row.hash),
        "fates": fates,
    }
