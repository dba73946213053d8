"""Documents: what the server alone writes for tablets to read. A higher version replaces a lower one."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

import orjson
from sqlalchemy import Table, select, tuple_
from sqlalchemy.orm import Session

from server.access.service import ensure_scopes
from server.core.database import bulk
from server.sync.entries import Entry, Numbered, lock_counters, number
from server.sync.models import Document


class Put(NamedTuple):
    """A document as it should be: `scope` by name, `type` as in schemas/documents, and its whole body."""

    scope: str
    type: str
    id: UUID
    body: dict[str, Any]


class _Stored(NamedTuple):
    type: str
    version: int
    removed: bool
    body: str


Key = tuple[int, UUID]


def put_document(
    session: Session, *, scope: str, type: str, id: UUID, body: dict[str, Any], now: datetime
) -> int:
    """Write one document and answer its version. See `put_documents`."""
    return put_documents(session, [Put(scope, type, id, body)], now)[0]


def put_documents(session: Session, puts: Sequence[Put], now: datetime) -> list[int]:
    """Write documents and answer their versions, in order; one that says what it said before stays as it is.

    To be called inside `writing()`, after the locks of the dossiers that the scopes hang on, and as late as
    possible. Write what several scopes need in one call: their counters are locked in one order.
    Raises `ScopeNameInvalid`; `ValueError` when one document stands twice among them.
    """
    if not puts:
        return []
    scopes = ensure_scopes(session, sorted({put.scope for put in puts}))
    keys = [(scopes[put.scope], put.id) for put in puts]
    if len(set(keys)) != len(keys):
        raise ValueError("a document can be put only once at a time")
    lock_counters(session, dict.fromkeys(scopes.values()))
    before = _load(session, keys)
    changed: dict[Key, tuple[Put, str, int]] = {}
    for key, put in zip(keys, puts, strict=True):
        body, old = _spelled(put.body), before.get(key)
        if old is None or old.removed or old.body != body or old.type != put.type:
            changed[key] = (put, body, 1 if old is None else old.version + 1)
    entries: dict[int, list[Entry]] = {}
    for (scope, id), (_, _, version) in changed.items():
        entries.setdefault(scope, []).append(Entry(document=id, version=version))
    numbered = number(session, entries)
    places = _places(changed, numbered)
    rows = [
        (*key, put.type, version, places[key], False, body) for key, (put, body, version) in changed.items()
    ]
    bulk(session, cast(Table, Document.__table__), sorted(rows), "upsert")
    return [changed[key][2] if key in changed else before[key].version for key in keys]


def remove_document(session: Session, *, scope: str, id: UUID, now: datetime) -> bool:
    """Take a document out of a scope; False when it is not there. Its readers are told so by an entry."""
    number_of = ensure_scopes(session, [scope])[scope]
    lock_counters(session, {number_of: None})
    key = (number_of, id)
    old = _load(session, [key]).get(key)
    if old is None or old.removed:
        return False
    numbered = number(session, {number_of: [Entry(document=id, version=old.version, removed=True)]})
    row = (*key, old.type, old.version, numbered[number_of].last, True, "null")
    bulk(session, cast(Table, Document.__table__), [row], "upsert")
    return True


def _load(session: Session, keys: Collection[Key]) -> dict[Key, _Stored]:
    stored = (Document.type, Document.version, Document.removed, Document.body)
    query = select(Document.scope, Document.id, *stored)
    rows = session.execute(query.where(tuple_(Document.scope, Document.id).in_(sorted(keys))))
    return {(row.scope, row.id): _Stored(*row[2:]) for row in rows}


def _places(changed: Collection[Key], numbered: dict[int, Numbered]) -> dict[Key, int]:
    """The entry number of each changed document: they were appended in this order, scope by scope."""
    following = {scope: one.first for scope, one in numbered.items()}
    places: dict[Key, int] = {}
    for key in changed:
        places[key] = following[key[0]]
        following[key[0]] += 1
    return places


def _spelled(body: dict[str, Any]) -> str:
    """JSON with sorted keys, so that an equal body is seen to be equal."""
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS).decode()
