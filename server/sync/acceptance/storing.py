"""Storing what is accepted and what is set aside, in bulk: one statement a table, whatever the number."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from server.checklists.service import Library
from server.core.clock import from_ms
from server.core.database import among, bulk
from server.dossiers.service import Accepted, decide_follow_ups, fold
from server.operations.forms import uuid_bytes
from server.sync.acceptance.item import Item
from server.sync.models import Operation, Quarantine
from server.sync.signers.known import KnownSigner


def accept(
    session: Session,
    items: Sequence[Item],
    *,
    dossier: UUID,
    scope: int,
    library: Library,
    now: datetime,
) -> set[bytes]:
    """Store operations and fold them; answer the ids of those that are new here, not accepted before.

    Entries are numbered by the caller, as the last thing. The caller holds the dossier's lock.
    """
    readable = [item for item in items if item.operation is not None]
    operations = [item.operation for item in readable if item.operation is not None]
    follow_ups = decide_follow_ups(session, dossier, operations, library)
    decided = {id: {"follow_ups": told} for id, told in follow_ups.items() if told}
    rows = [_row(item, dossier, scope, decided.get(item.id)) for item in readable]
    rows.sort()
    new = {item.hash for item in readable}
    if bulk(session, cast(Table, Operation.__table__), rows, "ignore") < len(rows):
        new -= _from_elsewhere(session, dossier, scope, new, {item.batch for item in readable})
    times = {received: from_ms(received) for received in {item.received for item in readable}}
    folded = [
        Accepted(item.operation, scope, times[item.received], decided.get(item.id, {}))
        for item in readable
        if item.operation is not None and item.hash in new
    ]
    if folded:
        fold(session, dossier, folded, now)
    return new


def _row(item: Item, dossier: UUID, scope: int, decided: object) -> tuple[Any, ...]:
    assert item.operation is not None
    head = item.operation.head
    return (
        dossier.bytes,
        scope,
        item.hash,
        uuid_bytes(head.signer),
        head.kind,
        uuid_bytes(head.entity),
        head.moment,
        head.offset,
        item.received,
        item.batch,
        item.head,
        "\n".join(item.fields),
        None if decided is None else orjson.dumps(decided, option=orjson.OPT_SORT_KEYS).decode(),
    )


def _from_elsewhere(
    session: Session, dossier: UUID, scope: int, ids: Collection[bytes], batches: Collection[bytes]
) -> set[bytes]:
    """Those of `ids` that another batch had brought before."""
    query = select(Operation.id).where(Operation.dossier == dossier, Operation.scope == scope)
    foreign = Operation.batch.not_in(sorted(batches))
    return set(session.scalars(query.where(among(session, Operation.id, sorted(ids)), foreign)))


def accepted_before(session: Session, dossier: UUID, scope: int, ids: Collection[bytes]) -> set[bytes]:
    """Those of `ids` that are accepted in this scope."""
    if not ids:
        return set()
    query = select(Operation.id).where(Operation.dossier == dossier, Operation.scope == scope)
    return set(session.scalars(query.where(among(session, Operation.id, sorted(ids)))))


def set_aside(
    session: Session,
    items: Sequence[Item],
    *,
    dossier: UUID,
    scope: int,
    signer: KnownSigner,
) -> None:
    """Keep operations that are not accepted, as raw texts with their reason; the last judgement counts."""
    rows = [
        (
            *(scope, item.hash, dossier, signer.id, signer.agency, item.batch, item.received),
            *(
                item.reason,
                item.missing,
                orjson.dumps(item.head).decode(),
                orjson.dumps(item.fields).decode(),
            ),
        )
        for item in items
    ]
    bulk(session, cast(Table, Quarantine.__table__), sorted(rows, key=lambda row: row[1]), "upsert")


def waiting_already(session: Session, scope: int, signer: UUID, ids: Collection[bytes]) -> set[bytes]:
    """Those of `ids` that a signer brought before and that will be let in by themselves."""
    waits = (Quarantine.scope == scope, Quarantine.signer == signer, Quarantine.missing.is_not(None))
    return set(
        session.scalars(select(Quarantine.id).where(*waits, among(session, Quarantine.id, sorted(ids))))
    )


def take_in(session: Session, scope: int, ids: Collection[bytes]) -> None:
    """Take operations that are accepted now out of quarantine."""
    if ids:
        session.execute(
            delete(Quarantine)
            .where(Quarantine.scope == scope, among(session, Quarantine.id, sorted(ids)))
            .execution_options(synchronize_session=False)
        )
