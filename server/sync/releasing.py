"""Letting in what was set aside: by the server when what was missing came, by people, or by our own word.

A release is an acceptance: the rules run again, and never into a wider scope than the signed one.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.names import parse
from server.core.clock import to_ms, to_wire
from server.core.database import bulk
from server.operations.digests import spell
from server.operations.receipt import write_release
from server.sync.acceptance.item import Item, read_item
from server.sync.acceptance.judging import judge
from server.sync.acceptance.storing import accept, set_aside, take_in
from server.sync.authority import Authority
from server.sync.entries import Entry, number
from server.sync.models import Quarantine, Release
from server.sync.signers.known import find_signer

Words = Callable[[str, str], tuple[str, bytes] | None]
"""The signed text of a release (operation, scope), None for one that is to be signed now."""


def release_waiting(
    session: Session, authority: Authority, missing: str, dossier: UUID, now: datetime
) -> int:
    """Let in what of a dossier waited for `missing`; how many were. The caller holds the dossier's lock."""
    return release(session, authority, dossier, Quarantine.missing == missing, now)


def release(
    session: Session,
    authority: Authority,
    dossier: UUID,
    which: ColumnElement[bool],
    now: datetime,
    *,
    waived: frozenset[str] = frozenset(),
    words: Words | None = None,
) -> int:
    """Judge operations of a dossier again that are set aside, and let in those that nothing speaks against.

    `waived` reasons do not count. With `words`, the text of an earlier release for each, only those that have
    one are looked at: they were accepted in this scope before and only what folding needs is asked. The
    others are kept, with the reason they have now. The caller holds the dossier's lock. How many were let in.
    """
    entries: dict[int, list[Entry]] = {}
    told: list[tuple[Any, ...]] = []
    rows = [row for row in _load(session, dossier, which) if words is None or words(spell(row.id), row.name)]
    for (scope, name, signer), group in groupby(rows, key=lambda row: row[:3]):
        for item in _release_group(session, list(group), dossier, now, waived, words is not None):
            signed = words(item.id, name) if words else None
            told.append((scope, item.hash, signer, now, *(signed or _sign(authority, item.id, name, now))))
            entries.setdefault(scope, []).append(Entry(operation=item.hash))
    bulk(session, cast(Table, Release.__table__), sorted(told), "upsert")
    number(session, entries)
    return len(told)


def _load(session: Session, dossier: UUID, which: ColumnElement[bool]) -> list[Any]:
    kept = (Quarantine.id, Quarantine.batch, Quarantine.received, Quarantine.head, Quarantine.fields)
    query = select(Quarantine.scope, Scope.name, Quarantine.signer, *kept, Quarantine.reason)
    mine = query.join(Scope, Scope.id == Quarantine.scope).where(Quarantine.dossier == dossier, which)
    order = (Quarantine.scope, Quarantine.signer, Quarantine.received, Quarantine.id)
    return list(session.execute(mine.order_by(*order)))


def _release_group(
    session: Session, rows: list[Any], dossier: UUID, now: datetime, waived: frozenset[str], trusted: bool
) -> list[Item]:
    """Let in what may be of one signer in one scope; the rest keeps the reason it has now."""
    scope, name, id = rows[0][:3]
    signer = find_signer(session, id)
    assert signer is not None, "quarantine refers to its signer"
    items = [_item(row, str(signer.agency)) for row in rows]
    judged = judge(
        session,
        items,
        signer=signer,
        scope=parse(name),
        dossier=dossier,
        dossier_known=True,
        now=now,
        waived=waived,
        trusted=trusted,
    )
    good = [item for item in items if item.reason is None]
    accept(session, good, dossier=dossier, scope=scope, library=judged.library, now=now)
    take_in(session, scope, [item.hash for item in good])
    rest = [item for item in items if item.reason is not None]
    set_aside(session, rest, dossier=dossier, scope=scope, signer=signer)
    return good


def _item(row: Any, agency: str) -> Item:
    item = read_item(spell(row.id), orjson.loads(row.head), orjson.loads(row.fields), agency)
    item.batch, item.received = row.batch, to_ms(row.received)
    return item


def _sign(authority: Authority, operation: str, scope: str, now: datetime) -> tuple[str, bytes]:
    text = write_release(
        kid=authority.kid, epoch=str(authority.epoch), operation=operation, scope=scope, at=to_wire(now)
    )
    return text, authority.sign(text)
