"""What a page is made of, read in a constant number of queries, however many scopes and entries.

Statements are built once for each engine and kept; of what they ask only parameters change.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    and_,
    exists,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import UserDefinedType

from server.access.models import Scope
from server.access.service import Anybody, Viewer, asked, assigned_to
from server.core.database import among, is_postgresql, numbers_given, numbers_table
from server.identity.models import Signer
from server.identity.roles import Role
from server.sync.models import Batch, Document, Fork, Gap, Operation, Release, ScopeEntry
from server.sync.pulling.plan import Range, Readable

ENDS_TOLD = timedelta(days=30)
"""For so long every pull tells the end of a signer whose batches the device may hold."""

Statement = Select[*tuple[Any, ...]]

_PLACE, _RANGE = ("scope", "n"), ("scope", "low", "high")


def load_scopes(session: Session, viewer: Viewer, now: datetime) -> list[Readable]:
    """The scopes that a device of this person pulls."""
    return [Readable(*row) for row in _rows(session, _scopes(viewer.roles), asked(viewer, now))]


def load_digests(session: Session, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """Half of the running digest at each (scope, n)."""
    rows = _rows(session, _digests(is_postgresql(session)), numbers_given(session, _PLACE, places))
    return {(scope, n): digest for scope, n, digest in rows}


def load_entries(session: Session, ranges: Sequence[Range]) -> Sequence[Any]:
    """The entries of all ranges, operations with their texts and releases, by scope and number."""
    return _rows(session, _entries(is_postgresql(session)), _given(session, ranges))


def load_documents(session: Session, keys: Collection[tuple[int, UUID]]) -> dict[tuple[int, UUID], Any]:
    """Documents as they are now, by scope and id."""
    rows = session.execute(
        select(Document.scope, Document.id, Document.n, Document.type, Document.version, Document.body).where(
            among(session, Document.scope, sorted({scope for scope, _ in keys})),
            among(session, Document.id, {id for _, id in keys}),
        )
    )
    return {(row.scope, row.id): row for row in rows}


def load_batches(session: Session, ranges: Sequence[Range]) -> Sequence[Any]:
    """The batches whose first entry lies in a range, also those of which nothing was accepted; of forks those
    that have entries."""
    return _rows(session, _batches(is_postgresql(session)), _given(session, ranges))


def load_gaps(session: Session, ranges: Sequence[Range]) -> list[Any]:
    """The gaps declared in the scopes of the page; a page's list replaces what was told before."""
    return list(
        session.execute(
            select(Gap.scope, Gap.signer, Gap.first, Gap.last)
            .where(among(session, Gap.scope, [one.scope.id for one in ranges]))
            .order_by(Gap.scope, Gap.signer, Gap.first)
        )
    )


def load_signers(
    session: Session, signers: Collection[UUID], scopes: Collection[int], now: datetime
) -> list[Any]:
    """The signers of the page's batches, and those of the device's scopes that ended lately."""
    held = exists().where(Batch.signer == Signer.id, among(session, Batch.scope, scopes))
    ended = select(Signer.id).where(Signer.until > now - ENDS_TOLD, held)
    return list(
        session.execute(
            select(Signer.text, Signer.signature, Signer.end_text, Signer.end_signature)
            .where(or_(among(session, Signer.id, sorted(signers)), Signer.id.in_(ended)))
            .order_by(Signer.id)
        )
    )


def _rows(session: Session, statement: Statement, given: dict[str, Any]) -> Sequence[Any]:
    """Asked of the connection itself: a thousand rows of plain values need none of the session's work."""
    return session.connection().execute(statement, given).all()


def _given(session: Session, ranges: Iterable[Range]) -> dict[str, Any]:
    return numbers_given(session, _RANGE, [(one.scope.id, one.low, one.high) for one in ranges])


@lru_cache(maxsize=256)
def _scopes(roles: frozenset[Role]) -> Statement:
    mine = Scope.id.in_(assigned_to(Anybody(roles)))
    return select(Scope.id, Scope.name, Scope.dossier, Scope.last, Scope.digest).where(mine)


@cache
def _digests(postgresql: bool) -> Statement:
    at = numbers_table(postgresql, *_PLACE)
    here = and_(ScopeEntry.scope == at.c.scope, ScopeEntry.n == at.c.n)
    return select(ScopeEntry.scope, ScopeEntry.n, ScopeEntry.digest).select_from(at).join(ScopeEntry, here)


@cache
def _entries(postgresql: bool) -> Statement:
    at = _with_dossiers(numbers_table(postgresql, *_RANGE))
    operation = and_(
        Operation.dossier == at.c.dossier,
        Operation.scope == ScopeEntry.scope,
        Operation.id == ScopeEntry.operation,
    )
    release = and_(Release.scope == ScopeEntry.scope, Release.operation == ScopeEntry.operation)
    return (
        select(
            ScopeEntry.scope,
            ScopeEntry.n,
            _plain(ScopeEntry.operation),
            ScopeEntry.document,
            ScopeEntry.removed,
            Operation.head,
            Operation.fields,
            _plain(Operation.batch),
            Release.text.label("release"),
            Release.signature.label("release_signature"),
        )
        .select_from(at)
        .join(ScopeEntry, _in_range(at, ScopeEntry.scope, ScopeEntry.n))
        .outerjoin(Operation, operation)
        .outerjoin(Release, release)
        .order_by(ScopeEntry.scope, ScopeEntry.n)
    )


def _with_dossiers(at: FromClause) -> CTE:
    # Apart from the rest: joined directly, PostgreSQL reads whole scopes and compares numbers afterwards.
    known = select(at.c.scope, at.c.low, at.c.high, Scope.dossier).join_from(
        at, Scope, Scope.id == at.c.scope
    )
    return known.cte("asked").prefix_with("MATERIALIZED", dialect="postgresql")


@cache
def _batches(postgresql: bool) -> Statement:
    at = numbers_table(postgresql, *_RANGE)
    found = union_all(*(_batches_in(at, table) for table in (Batch, Fork))).subquery()
    return select(found).order_by(found.c.scope, found.c.first_entry, found.c.signer, found.c.n)


def _batches_in(at: FromClause, table: type[Batch] | type[Fork]) -> Statement:
    columns = (table.scope, table.signer, table.n, table.text, table.signature, table.first_entry)
    return select(*columns).select_from(at).join(table, _in_range(at, table.scope, table.first_entry))


def _in_range(at: FromClause, scope: Any, n: Any) -> ColumnElement[bool]:
    return and_(scope == at.c.scope, n > at.c.low, n <= at.c.high)


def _plain(column: Any) -> Any:
    """A digest without the checks of its type, which cost more than the reading of a thousand."""
    return type_coerce(column, _Bytes()).label(column.key)


class _Bytes(UserDefinedType[bytes]):
    """Bytes as the driver gives them."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "BLOB"
