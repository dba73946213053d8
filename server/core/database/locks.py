"""Who waits for whom: rows locked in one order, before anything is read."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select, type_coerce
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
    statement = select(key).where(among(session, key, sorted(ids))).order_by(key)
    if is_postgresql(session):
        statement = statement.with_for_update()
    return list(session.scalars(statement))


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
    listed = list(values)
    kind = column.type
    if not is_postgresql(session):
        if isinstance(kind, Guid):
            column, listed = type_coerce(column, sql.LargeBinary), [_bytes(one) for one in listed]
        return column.in_(listed)  # type: ignore[no-any-return]
    parameter = bindparam(None, _array(kind, listed), type_=sql.NULLTYPE, unique=True)
    return column.in_(select(func.unnest(parameter)))  # type: ignore[no-any-return]


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
