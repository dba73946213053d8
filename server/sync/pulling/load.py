"""What a page is made of, read in a constant number of queries, however many scopes and entries."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    and_,
    column,
    exists,
    or_,
    select,
    tuple_,
    type_coerce,
    union_all,
    values,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import UserDefinedType

from server.access.models import Scope
from server.access.service import Viewer, assigned_scopes
from server.core.database import Guid, among
from server.identity.models import Signer
from server.sync.models import Batch, Document, Fork, Gap, Operation, Release, ScopeEntry
from server.sync.pulling.plan import Range, Readable

ENDS_TOLD = timedelta(days=30)
"""For so long every pull tells the end of a signer whose batches the device may hold."""


def load_scopes(session: Session, viewer: Viewer, now: datetime) -> list[Readable]:
    """The scopes that a device of this person pulls."""
    rows = session.execute(
        select(Scope.id, Scope.name, Scope.dossier, Scope.last, Scope.digest).where(
            Scope.id.in_(assigned_scopes(viewer, now))
        )
    )
    return [Readable(*row) for row in rows]


def load_digests(session: Session, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """Half of the running digest at each (scope, n)."""
    rows = session.execute(
        select(ScopeEntry.scope, ScopeEntry.n, ScopeEntry.digest).where(
            tuple_(ScopeEntry.scope, ScopeEntry.n).in_(places)
        )
    )
    return {(scope, n): digest for scope, n, digest in rows}


def load_entries(session: Session, ranges: Sequence[Range]) -> list[Any]:
    """The entries of all ranges, operations with their texts and releases, by scope and number."""
    asked = _asked(ranges)
    operation = and_(
        Operation.dossier == asked.c.dossier,
        Operation.scope == ScopeEntry.scope,
        Operation.id == ScopeEntry.operation,
    )
    release = and_(Release.scope == ScopeEntry.scope, Release.operation == ScopeEntry.operation)
    return list(
        session.execute(
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
            .select_from(asked)
            .join(ScopeEntry, _in_range(asked, ScopeEntry.scope, ScopeEntry.n))
            .outerjoin(Operation, operation)
            .outerjoin(Release, release)
            .order_by(ScopeEntry.scope, ScopeEntry.n)
        )
    )


def load_documents(session: Session, keys: Collection[tuple[int, UUID]]) -> dict[tuple[int, UUID], Any]:
    """Documents as they are now, by scope and id."""
    rows = session.execute(
        select(Document.scope, Document.id, Document.n, Document.type, Document.version, Document.body).where(
            Document.scope.in_(sorted({scope for scope, _ in keys})),
            among(session, Document.id, {id for _, id in keys}),
        )
    )
    return {(row.scope, row.id): row for row in rows}


def _plain(column: Any) -> Any:
    """A digest without the checks of its type, which cost more than the reading of a thousand."""
    return type_coerce(column, _Bytes()).label(column.key)


class _Bytes(UserDefinedType[bytes]):
    """Bytes as the driver gives them."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "BLOB"


def _in_range(asked: CTE, scope: Any, n: Any) -> ColumnElement[bool]:
    return and_(scope == asked.c.scope, n > asked.c.low, n <= asked.c.high)


def load_batches(session: Session, ranges: Sequence[Range]) -> list[Any]:
    """The batches whose first entry lies in a range, also those of which nothing was accepted; of forks those
    that have entries."""
    asked = _asked(ranges)
    found = union_all(*(_batches_in(asked, table) for table in (Batch, Fork))).subquery()
    order = (found.c.scope, found.c.first_entry, found.c.signer, found.c.n)
    return list(session.execute(select(found).order_by(*order)))


def _batches_in(asked: CTE, table: type[Batch] | type[Fork]) -> Select[*tuple[Any, ...]]:
    columns = (table.scope, table.signer, table.n, table.text, table.signature, table.first_entry)
    return select(*columns).select_from(asked).join(table, _in_range(asked, table.scope, table.first_entry))


def load_gaps(session: Session, ranges: Sequence[Range]) -> list[Any]:
    """The gaps declared in the scopes of the page; a page's list replaces what was told before."""
    scopes = [one.scope.id for one in ranges]
    return list(
        session.execute(
            select(Gap.scope, Gap.signer, Gap.first, Gap.last)
            .where(Gap.scope.in_(scopes))
            .order_by(Gap.scope, Gap.signer, Gap.first)
        )
    )


def load_signers(
    session: Session, signers: Collection[UUID], scopes: Collection[int], now: datetime
) -> list[Any]:
    """The signers of the page's batches, and those of the device's scopes that ended lately."""
    held = exists().where(Batch.signer == Signer.id, Batch.scope.in_(scopes))
    ended = and_(Signer.until > now - ENDS_TOLD, held)
    return list(
        session.execute(
            select(Signer.text, Signer.signature, Signer.end_text, Signer.end_signature)
            .where(or_(Signer.id.in_(signers), ended))
            .order_by(Signer.id)
        )
    )


def _asked(ranges: Sequence[Range]) -> CTE:
    # A scope without a dossier holds no operations; a NULL would have no type in VALUES.
    rows = [(one.scope.id, one.scope.dossier or UUID(int=0), one.low, one.high) for one in ranges]
    columns = (
        column("scope", Integer),
        column("dossier", Guid()),
        column("low", BigInteger),
        column("high", BigInteger),
    )
    return values(*columns, name="asked").data(rows).cte("asked")
