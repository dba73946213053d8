"""Rows of scopes: made when first needed, known by their number from then on."""

from collections.abc import Collection
from functools import cache
from uuid import UUID

from sqlalchemy import Select, Table, select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.names import ScopeName, parse
from server.core.database import among_given, bulk, given, is_postgresql

_COLUMNS = (
    "name", "kind", "dossier", "agency", "data_class", "subject", "action", "to_assigned", "last", "digest",
)  # fmt: skip


def ensure_scope(session: Session, name: str | ScopeName, *, action: UUID | None = None) -> int:
    """The number of a scope, made if it is not there. Raises `ScopeNameInvalid`.

    A `team:` scope is told its `action`; `action:`, `directory:` and `lead:` know it by their name.
    `ensure_share` makes a `share:`.
    """
    return ensure_scopes(session, [name], action=action)[str(name)]


def ensure_scopes(
    session: Session, names: Collection[str | ScopeName], *, action: UUID | None = None
) -> dict[str, int]:
    """The numbers of several scopes by name; one insert and one query, however many."""
    parsed = {str(name): parse(name) if isinstance(name, str) else name for name in names}
    found = scope_ids(session, parsed)
    missing = sorted(parsed.keys() - found.keys())
    if not missing:
        return found
    rows = [_row(parsed[name], action) for name in missing]
    bulk(session, _table(), rows, "ignore", columns=_COLUMNS, key=("name",))
    return scope_ids(session, parsed)


def ensure_share(
    session: Session, share: UUID, *, receiver: UUID, dossier: UUID | None, to_assigned: bool
) -> int:
    """The scope of a share decision: its receiver, its visit, and whether the receiver's people there read
    it."""
    name = f"share:{share}"
    row = (name, "share", dossier, receiver, None, share, None, to_assigned, 0, bytes(32))
    bulk(session, _table(), [row], "ignore", columns=_COLUMNS, key=("name",))
    return scope_ids(session, [name])[name]


@cache
def _by_name(postgresql: bool) -> Select[str, int]:
    return select(Scope.name, Scope.id).where(among_given(postgresql, Scope.name, "names"))


def scope_ids(session: Session, names: Collection[str]) -> dict[str, int]:
    """The numbers of those scopes that exist, by name. Not a right to read them."""
    asked = {"names": given(session, Scope.name, names)}
    rows = session.connection().execute(_by_name(is_postgresql(session)), asked)
    return {row.name: row.id for row in rows}


def _row(scope: ScopeName, action: UUID | None) -> tuple[object, ...]:
    named = scope.subject if scope.kind in ("action", "directory", "lead") else action
    parts = (scope.kind, scope.dossier, scope.agency, scope.data_class, scope.subject)
    return (str(scope), *parts, named, False, 0, bytes(32))


def _table() -> Table:
    table = Scope.__table__
    assert isinstance(table, Table)
    return table
