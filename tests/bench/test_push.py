"""Push of whole batches in process, from the unpacked message to the signed receipts, and through gunicorn.

The raw measure is the operation rows of the same batches alone, with all parsing done before: on PostgreSQL
`INSERT … SELECT FROM jsonb_to_recordset`, on SQLite `executemany`. Goals: 0.35 and 0.25 at 1,000 a batch.
"""

import base64
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from time import perf_counter
from typing import Any, cast
from uuid import UUID

import orjson
import pytest
from flask import Flask
from sqlalchemy import Table, delete

from server.checklists.service import load
from server.core.database import db as extension
from server.core.database import writing
from server.core.ids import derive
from server.identity.viewer import Viewer
from server.sync.authority import authority
from server.sync.models import Operation
from server.sync.push.envelope import Signed, read_envelope
from server.sync.push.pushing import push
from tests import cast as people
from tests.factories import access
from tests.factories.access import VISIT_A
from tests.factories.record import Wire
from tests.factories.sending import Tablet

ROUNDS = 5
SIZES = {1000: 4, 60: 20}
"""Operations in a batch → batches in a round."""

_numbers = count()


def _operations(who: Tablet, number: int) -> list[Wire]:
    """Answers to one question of as many fillings, with a remark; one in ten is a note."""
    wires = []
    for _ in range(number):
        n = str(next(_numbers))
        if n.endswith("0"):
            wires.append(who.note(VISIT_A, "Twee honden los op het erf, eigenaar gewaarschuwd.", salt=n))
            continue
        more = {"instance": derive("bench filling", n), "fields": {"remark": "Gezien bij binnenkomst."}}
        wires.append(who.answer(VISIT_A, "BRA-01", "yes", **more))
    return wires


def _message(who: Tablet, scope: str, size: int) -> bytes:
    return orjson.dumps({"batches": [who.author.batch(scope, _operations(who, size))]})


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_push_in_process(app: Flask, now: datetime, world: dict[str, str], durable: None, size: int) -> None:
    who = Tablet(app, "nadia")
    viewer = Viewer(who.who.member, who.who.agency, who.who.roles, who.device)
    ratios, rates = [], []
    with app.app_context():
        ours = authority()
        for _ in range(ROUNDS):
            messages = [_message(who, world["joint a"], size) for _ in range(SIZES[size])]
            begun = perf_counter()
            for message in messages:
                (result,) = push(ours, viewer, read_envelope(message), now)
                assert isinstance(result, Signed)
            pushed = perf_counter() - begun
            raw = _raw(size, SIZES[size])
            ratios.append(raw / pushed)
            rates.append((SIZES[size] * size / pushed, SIZES[size] * size / raw))
    best = max(range(ROUNDS), key=lambda n: ratios[n])
    name = extension_name(app)
    print(f"\n{name}, {size} operations a batch: push {rates[best][0]:,.0f}/s, raw {rates[best][1]:,.0f}/s,")
    print(f"  best of {ROUNDS}: {ratios[best]:.2f} of raw (all: {', '.join(f'{one:.2f}' for one in ratios)})")


def extension_name(app: Flask) -> str:
    with app.app_context():
        return extension.engine.dialect.name


def _raw(size: int, times: int) -> float:
    """Seconds to insert and commit the newest operation rows again, a batch at a time; nothing else."""
    table = cast(Table, Operation.__table__)
    with writing() as session:
        newest = table.select().order_by(table.c.received.desc()).limit(size * times)
        rows = [tuple(row) for row in session.connection().exec_driver_sql(_text(newest))]
        session.execute(delete(Operation))
    batches = [rows[n : n + size] for n in range(0, len(rows), size)]
    if extension.engine.dialect.name == "postgresql":
        return _recordset(table, batches)
    return _executemany(table, batches)


def _text(query: Any) -> str:
    return str(query.compile(extension.engine, compile_kwargs={"literal_binds": True}))


def _executemany(table: Table, batches: list[list[Any]]) -> float:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    statement = f'INSERT INTO "operation" ({names}) VALUES ({marks})'
    begun = perf_counter()
    for batch in batches:
        with writing() as session:
            session.connection().exec_driver_sql(statement, batch)
    return perf_counter() - begun


def _recordset(table: Table, batches: list[list[Any]]) -> float:
    """The JSON is made before; bytes travel as base64, for JSON has no other form for them."""
    types = {"dossier": "uuid", "id": "text", "signer": "uuid", "entity": "uuid", "batch": "text"}
    numbers = ("scope", "at", "offset", "received")
    columns = [(c.name, types.get(c.name, "bigint" if c.name in numbers else "text")) for c in table.columns]
    shape = ", ".join(f'"{name}" {kind}' for name, kind in columns)
    taken = ", ".join(f"decode({n}, 'base64')" if n in ("id", "batch") else f'"{n}"' for n, _ in columns)
    statement = (
        f'INSERT INTO "operation" SELECT {taken} FROM jsonb_to_recordset(CAST(%s AS jsonb)) AS r({shape})'
    )
    documents = [
        orjson.dumps(
            [dict(zip((n for n, _ in columns), map(_plain, row), strict=True)) for row in batch]
        ).decode()
        for batch in batches
    ]
    begun = perf_counter()
    for document in documents:
        with writing() as session:
            session.connection().exec_driver_sql(statement, (document,))
    return perf_counter() - begun


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


@pytest.fixture
def durable(sandbox: Any) -> Iterator[None]:
    """PostgreSQL as it is installed: the throw-away server of the tests does not wait for the disk."""
    connection = getattr(sandbox, "_connection", None)
    for value in ("on", "off"):
        if connection is not None:
            for name in ("fsync", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {name} = {value}")
            connection.execute("SELECT pg_reload_conf()")
        if value == "on":
            yield


@pytest.fixture
def world(app: Flask, now: datetime) -> dict[str, str]:
    """The small world with all checklists loaded."""
    with app.app_context(), writing() as session:
        people.load(session, now)
        load(session, now)
        return access.build(session, now).by_word
