"""Numbering the entries of a scope: without gaps, in commit order, with a running digest."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.core.database import bulk, is_postgresql
from server.sync.models import ScopeEntry

_COLUMNS = ("scope", "n", "operation", "document", "version", "removed", "digest")


class Entry(NamedTuple):
    """What an entry says: an operation by its id (32 bytes), or a document at a version, put or removed."""

    operation: bytes | None = None
    document: UUID | None = None
    version: int | None = None
    removed: bool = False


class Numbered(NamedTuple):
    """The numbers that the entries of one scope got; `first` is the next number when there were none."""

    first: int
    last: int


def number(session: Session, entries: Mapping[int, Sequence[Entry]]) -> dict[int, Numbered]:
    """Append `entries` to their scopes and answer the numbers they got.

    Locks the scopes' rows in the order of their numbers and is meant to be the last thing a transaction does,
    so that writers of one scope wait for each other only shortly. The caller holds its dossiers' locks.
    Three statements, however many entries and scopes.
    """
    if not entries:
        return {}
    found: dict[int, Numbered] = {}
    rows, counters = [], []
    for scope, last, digest in lock_counters(session, entries):
        running, n = digest, last
        for entry in entries[scope]:
            n += 1
            running = extend(running, entry)
            rows.append((scope, n, *entry, running[:16]))
        counters.append({"at": scope, "to": n, "run": running})
        found[scope] = Numbered(last + 1, max(n, last + 1))
    _raise(session, counters)
    bulk(session, cast(Table, ScopeEntry.__table__), rows, "insert", columns=_COLUMNS)
    return found


_SCOPE = cast(Table, Scope.__table__)
_COUNTERS = (
    select(Scope.id, Scope.last, Scope.digest)
    .where(Scope.id.in_(bindparam("scopes", expanding=True)))
    .order_by(Scope.id)
)
_LOCKED = _COUNTERS.with_for_update()
_RAISE = (
    update(_SCOPE).where(_SCOPE.c.id == bindparam("at")).values(last=bindparam("to"), digest=bindparam("run"))
)


def lock_counters(session: Session, scopes: Mapping[int, object]) -> Sequence[tuple[int, int, bytes]]:
    """Number, last entry and running digest of each scope, locked in order."""
    query = _LOCKED if is_postgresql(session) else _COUNTERS
    rows = session.connection().execute(query, {"scopes": sorted(scopes)})
    return [(row.id, row.last, row.digest) for row in rows]


def extend(running: bytes, entry: Entry) -> bytes:
    """The running digest (32 bytes) with one more entry; the first 16 are half of a cursor (0001)."""
    id = entry.operation or (entry.document.bytes if entry.document else b"")
    act = b"remove" if entry.removed else b"put"
    return sha256(b"%b|%b|%b|%d" % (running, act, id, entry.version or 0)).digest()


def _raise(session: Session, counters: Sequence[dict[str, object]]) -> None:
    session.connection().execute(_RAISE, [dict(one) for one in counters])
