"""Pull of 1,000 entries with 1,000,000 operations stored: p95 ≤ 20 ms is the goal.

The raw measure beside it is the same rows of one scope, read by one plain SELECT and turned into JSON: what
no pull can do without.
"""

import os
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson
import pytest
from flask import Flask
from sqlalchemy import select, text

from server.access.models import Scope
from server.core.database import db as extension
from server.core.database import reading, writing
from server.sync.models import ScopeEntry
from server.sync.pull import pull
from server.sync.pulling.cursors import Cursor, write
from tests import cast
from tests.bench.timing import spent
from tests.factories.access import ACTION
from tests.factories.many import ENTRIES, fill

OPERATIONS = int(os.environ.get("BENCH_OPERATIONS", "1000000"))
ASSIGNED = 60
TIMES = 100


@pytest.mark.slow
def test_a_page_of_a_thousand_entries(app: Flask, now: datetime) -> None:
    with app.app_context():
        with writing() as session:
            cast.load(session, now)
        names = fill(ACTION, OPERATIONS // ENTRIES, ASSIGNED, now)
        _analyze()
        page = _puller(now)
        held: dict[str, str | None] = dict(_everything(page, names))
        fresh = {**held, names[0]: None}
        spread = held | {name: _short(name, 50) for name in names[:20]}
        assert _entries(page(fresh)) == _entries(page(spread)) == 1000
        assert _entries(page(held)) == 0
        raw = spent(lambda: _raw(names[0]), TIMES)
        print(
            f"\n{extension.engine.dialect.name}, {OPERATIONS:,} operations stored, {ASSIGNED} visits assigned"
        )
        print(f"  raw: 1,000 rows of one scope as JSON        {raw}")
        for label, cursors in (
            ("pull: 1,000 entries of one new scope", fresh),
            ("pull: 50 new entries in each of 20 scopes", spread),
            ("pull: nothing new", held),
        ):
            took = spent(lambda cursors=cursors: page(cursors), TIMES)  # type: ignore[misc]
            print(f"  {label:<43} {took}, {took.p50 / raw.p50:.1f} × raw")


def _analyze() -> None:
    with extension.engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


Page = Callable[[dict[str, str | None]], Any]


def _puller(now: datetime) -> Page:
    epoch, viewer = uuid4(), cast.viewer("nadia")

    def page(cursors: dict[str, str | None]) -> Any:
        """A page as bytes, under the viewer's own rights."""
        with reading() as session:
            session.info["viewer"] = viewer
            try:
                return orjson.dumps(pull(session, viewer, now, epoch=epoch, cursors=cursors))
            finally:
                session.info.pop("viewer")

    return page


def _everything(page: Page, names: list[str]) -> dict[str, str]:
    """Pull until nothing is new; the cursors of all scopes."""
    held: dict[str, str | None] = {}
    while True:
        scopes = orjson.loads(page(held))["scopes"]
        held |= {name: told["cursor"] for name, told in scopes.items()}
        if not any(told["more"] for told in scopes.values()):
            return {name: cursor for name, cursor in held.items() if cursor}


def _short(name: str, by: int) -> str:
    """The cursor of a device that misses the last `by` entries of a scope."""
    with reading() as session:
        row = session.execute(
            select(ScopeEntry.n, ScopeEntry.digest)
            .join(Scope, Scope.id == ScopeEntry.scope)
            .where(Scope.name == name, ScopeEntry.n == ENTRIES - by)
        ).one()
    return write(Cursor(row.n, row.digest))


def _entries(page: bytes) -> int:
    return sum(len(told["entries"]) for told in orjson.loads(page)["scopes"].values())


def _raw(name: str) -> bytes:
    with extension.engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT e.n, o.head, o.fields FROM scope s JOIN scope_entry e ON e.scope = s.id "
            "JOIN operation o ON o.dossier = s.dossier AND o.scope = e.scope AND o.id = e.operation "
            f"WHERE s.name = '{name}' ORDER BY e.n"
        ).all()
        return orjson.dumps(
            [{"n": n, "head": head, "fields": fields.split("\n")} for n, head, fields in rows]
        )
