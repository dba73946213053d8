"""The raw measure of a push: the operation rows of its batches alone, with all parsing done before.

On PostgreSQL `INSERT … SELECT FROM jsonb_to_recordset`, on SQLite `executemany`; each batch is committed.
"""

import base64
from time import perf_counter
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import Table, delete

from server.core.database import db as extension
from server.core.database import writing
from server.sync.models import Operation

TABLE = cast(Table, Operation.__table__)
NAMES = [column.name for column in TABLE.columns]
_TYPES = {"dossier": "uuid", "signer": "uuid", "entity": "uuid"}
_NUMBERS = ("scope", "at", "offset", "received")
_BYTES = ("id", "batch")


def raw(size: int, times: int) -> list[float]:
    """Insert the newest `times` batches of operation rows again; the seconds of each."""
    with writing() as session:
        newest = TABLE.select().order_by(TABLE.c.received.desc()).limit(size * times)
        text = str(newest.compile(extension.engine, compile_kwargs={"literal_binds": True}))
        rows = [tuple(row) for row in session.connection().exec_driver_sql(text)]
        session.execute(delete(Operation))
    batches = [rows[n : n + size] for n in range(0, len(rows), size)]
    if extension.engine.dialect.name == "postgresql":
        return _timed(_recordset(), [(_json(batch),) for batch in batches])
    marks = ", ".join("?" for _ in NAMES)
    return _timed(f'INSERT INTO "operation" ({", ".join(map(_quoted, NAMES))}) VALUES ({marks})', batches)


def _timed(statement: str, batches: list[Any]) -> list[float]:
    spent = []
    for batch in batches:
        begun = perf_counter()
        with writing() as session:
            session.connection().exec_driver_sql(statement, batch)
        spent.append(perf_counter() - begun)
    return spent


def _recordset() -> str:
    """JSON has no form for bytes; they travel as base64."""
    kinds = [_TYPES.get(name, "bigint" if name in _NUMBERS else "text") for name in NAMES]
    shape = ", ".join(f"{_quoted(name)} {kind}" for name, kind in zip(NAMES, kinds, strict=True))
    taken = ", ".join(f"decode({n}, 'base64')" if n in _BYTES else _quoted(n) for n in NAMES)
    return f'INSERT INTO "operation" SELECT {taken} FROM jsonb_to_recordset(CAST(%s AS jsonb)) AS r({shape})'


def _json(batch: list[Any]) -> str:
    rows = [dict(zip(NAMES, map(_plain, row), strict=True)) for row in batch]
    return orjson.dumps(rows).decode()


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _quoted(name: str) -> str:
    return f'"{name}"'
