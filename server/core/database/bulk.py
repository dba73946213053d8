"""Many rows into one table in one statement; callers never see the engine."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal
from uuid import UUID

import orjson
from sqlalchemy import Connection, Table
from sqlalchemy import types as sql
from sqlalchemy.orm import Session

from server.core.clock import to_ms
from server.core.database import arrays
from server.core.database.types import Guid, Instant, Json

Mode = Literal["insert", "ignore", "upsert"]
Row = Sequence[Any]


def bulk(
    conn: Connection | Session,
    table: Table,
    rows: Sequence[Row],
    mode: Mode = "insert",
    *,
    columns: Sequence[str] | None = None,
    key: Sequence[str] | None = None,
) -> int:
    """Write `rows` and answer how many were written.

    A row is a tuple in the order of `columns` (default: all columns of the table, in its order). A UUID is a
    `uuid.UUID` or its 16 bytes, a digest its 32 bytes, a time its milliseconds or a `datetime`, JSON its text
    or, in a `Json` column, a value.

    mode `insert` fails on a duplicate; `ignore` leaves a row with the same `key` (default: the primary key)
    as it is and does not count it; `upsert` replaces its other columns. A key must not occur twice among the
    rows of one upsert. Sort them by key, so that two writers never wait for each other crosswise.
    """
    if not rows:
        return 0
    connection = conn.connection() if isinstance(conn, Session) else conn
    names = tuple(columns) if columns is not None else tuple(column.name for column in table.columns)
    target = tuple(key) if key is not None else tuple(column.name for column in table.primary_key)
    values = _column_values(table, names, rows)
    if connection.dialect.name == "postgresql":
        statement = _postgresql_statement(table, names, mode, target)
        packers = _packers(table, names)
        parameters: Any = tuple(pack(column) for pack, column in zip(packers, values, strict=True))
    else:
        statement = _sqlite_statement(table, names, mode, target)
        parameters = list(zip(*values, strict=True))
    result = connection.exec_driver_sql(statement, parameters, execution_options={"preserve_rowcount": True})
    return result.rowcount


def _column_values(table: Table, names: Sequence[str], rows: Sequence[Row]) -> list[Sequence[Any]]:
    """Rows turned into columns, each value in the form that both engines take raw."""
    if any(len(row) != len(names) for row in rows):
        raise ValueError(f"a row of {table.name} needs {len(names)} values: {', '.join(names)}")
    columns = zip(*rows, strict=True)
    return [_plain(table.columns[name].type, column) for name, column in zip(names, columns, strict=True)]


def _plain(kind: sql.TypeEngine[Any], column: Sequence[Any]) -> Sequence[Any]:
    if isinstance(kind, Guid):
        return [value.bytes if isinstance(value, UUID) else value for value in column]
    if isinstance(kind, Instant):
        return [to_ms(value) if isinstance(value, datetime) else value for value in column]
    if isinstance(kind, Json):
        return [_json(value) for value in column]
    return column


def _json(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else orjson.dumps(value).decode()


@lru_cache(maxsize=256)
def _packers(table: Table, names: tuple[str, ...]) -> tuple[Callable[[Sequence[Any]], bytes], ...]:
    return tuple(_packer(table.columns[name].type, f"{table.name}.{name}") for name in names)


def _packer(kind: sql.TypeEngine[Any], where: str) -> Callable[[Sequence[Any]], bytes]:
    base = kind.impl if isinstance(kind, sql.TypeDecorator) else kind
    if isinstance(kind, Guid):
        return arrays.uuids
    choices: tuple[tuple[type[sql.TypeEngine[Any]], Callable[[Sequence[Any]], bytes]], ...] = (
        (sql.LargeBinary, arrays.blobs),
        (sql.BigInteger, arrays.bigints),
        (sql.Integer, arrays.integers),
        (sql.Boolean, arrays.booleans),
        (sql.Float, arrays.doubles),
        (sql.String, arrays.texts),
    )
    for known, pack in choices:
        if isinstance(base, known):
            return pack
    raise TypeError(f"bulk() cannot write {where}: no array form for {kind!r}")


@lru_cache(maxsize=256)
def _postgresql_statement(table: Table, names: tuple[str, ...], mode: Mode, key: tuple[str, ...]) -> str:
    marks = ", ".join(["%s"] * len(names))
    into = f"INSERT INTO {_quote(table.name)} ({_listed(names)})"
    return f"{into} SELECT * FROM unnest({marks}) {_on_conflict(names, mode, key)}"  # noqa: S608


@lru_cache(maxsize=256)
def _sqlite_statement(table: Table, names: tuple[str, ...], mode: Mode, key: tuple[str, ...]) -> str:
    marks = ", ".join(["?"] * len(names))
    into = f"INSERT INTO {_quote(table.name)} ({_listed(names)})"
    return f"{into} VALUES ({marks}) {_on_conflict(names, mode, key)}"


def _on_conflict(names: tuple[str, ...], mode: Mode, key: tuple[str, ...]) -> str:
    if mode == "insert":
        return ""
    rest = [name for name in names if name not in key]
    target = f"ON CONFLICT ({_listed(key)})"
    if mode == "ignore" or not rest:
        return f"{target} DO NOTHING"
    return f"{target} DO UPDATE SET " + ", ".join(f"{_quote(n)} = excluded.{_quote(n)}" for n in rest)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(_quote, names))


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
