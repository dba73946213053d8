"""Who waits for whom: rows locked in one order, before anything is read."""

from collections.abc import Collection
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, select, type_coerce
from sqlalchemy import types as sql
from sqlalchemy.orm import InstrumentedAttribute, Session

from server.core.database import arrays
from server.core.database.types import Guid


def lock(session: Session, key: InstrumentedAttribute[UUID], ids: Collection[UUID]) -> list[UUID]:
    """Lock the rows whose `key` is among `ids`, in the order of their ids; answer the ids that exist.

    To be called before the transaction's first read, inside `writing()`. On SQLite the writer already holds
    the whole database, so there the rows are only read.
    """
    if not session.info.get("writing"):
        raise RuntimeError("lock() outside writing(): a lock taken by a reader protects nothing")
    if not ids:
        return []
    session.flush()
    asked = {"ids": given(session, key, sorted(ids))}
    return list(session.connection().scalars(_locked(key, is_postgresql(session)), asked))


@cache
def _locked(key: InstrumentedAttribute[UUID], postgresql: bool) -> Select[UUID]:
    statement = select(key).where(among_given(postgresql, key, "ids")).order_by(key)
    return statement.with_for_update() if postgresql else statement


def lock_id(session: Session, id: UUID) -> None:
    """Lock an id, whether or not it has a row, until the transaction ends: of two that make it one waits.

    To be called inside `writing()`; look for the row again afterwards. On SQLite the writer is alone anyway.
    """
    if is_postgresql(session):
        session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(id.bytes[8:], signed=True))))


def among(session: Session, column: Any, values: Collection[Any]) -> ColumnElement[bool]:
    """`column` is one of `values`: UUIDs or their 16 bytes, digests, whole numbers or texts; fast for
    thousands of them.

    On PostgreSQL the values are one binary array that is joined, never `= ANY(cast(text))`, which took
    40 ms for 950 ids.
    """
    listed = given(session, column, values)
    if is_postgresql(session):
        return _in_array(column, bindparam(None, listed, type_=sql.NULLTYPE, unique=True))
    return _raw(column).in_(listed)  # type: ignore[no-any-return]


def among_given(postgresql: bool, column: Any, name: str) -> ColumnElement[bool]:
    """As `among`, in a statement that is built once: its parameter `name` is what `given` makes of values."""
    if postgresql:
        return _in_array(column, bindparam(name, type_=sql.NULLTYPE))
    return _raw(column).in_(bindparam(name, expanding=True))  # type: ignore[no-any-return]


def given(session: Session, column: Any, values: Collection[Any]) -> Any:
    """Values for `among_given` over `column`, in the form of the engine."""
    if is_postgresql(session):
        return _array(column.type, list(values))
    return [_bytes(one) for one in values] if isinstance(column.type, Guid) else list(values)


def _in_array(column: Any, parameter: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.in_(select(func.unnest(parameter)))  # type: ignore[no-any-return]


def _raw(column: Any) -> Any:
    return type_coerce(column, sql.LargeBinary) if isinstance(column.type, Guid) else column


def _bytes(value: UUID | bytes) -> bytes:
    return value.bytes if isinstance(value, UUID) else value


def _array(kind: Any, values: list[Any]) -> arrays.BinaryArray:
    base = kind.impl if isinstance(kind, sql.TypeDecorator) else kind
    if isinstance(kind, Guid):
        return arrays.uuids(values)
    if isinstance(base, sql.LargeBinary):
        return arrays.blobs(values)
    if isinstance(base, sql.BigInteger):
        return arrays.bigints(values)
    if isinstance(base, sql.Integer):
        return arrays.integers(values)
    return arrays.texts(values)


def is_postgresql(session: Session) -> bool:
    """Whether this session speaks to PostgreSQL; asked in `core` alone."""
    return session.get_bind().dialect.name == "postgresql"
