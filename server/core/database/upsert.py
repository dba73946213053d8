"""An upsert whose change is an expression; for whole rows without one, `bulk` is faster."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from server.core.database.locks import is_postgresql


def upsert(
    session: Session,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    key: Sequence[str],
    change: Callable[[Any], Mapping[str, Any]],
) -> None:
    """Insert `rows`, all with the same columns; where one with the same `key` is there, change that one.

    `change` is given the columns of the row that could not be inserted and answers column → expression.
    """
    insert = postgresql.insert(table) if is_postgresql(session) else sqlite.insert(table)
    statement = insert.on_conflict_do_update(index_elements=list(key), set_=dict(change(insert.excluded)))
    session.execute(statement, list(rows))
