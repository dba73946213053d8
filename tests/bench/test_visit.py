"""One visit of 60 answers, from the packed message to the signed receipt: p50 ≤ 10 ms server time is the
goal.

The raw measure beside it is the operation rows of the same message alone, inserted and committed.
"""

import gzip
import json
from datetime import datetime
from itertools import count
from time import perf_counter
from typing import Any, cast

import pytest
from flask import Flask
from sqlalchemy import Table, delete

from server.core.database import bulk, writing
from server.core.database import db as extension
from server.core.ids import derive
from server.sync.models import Operation
from tests.bench.timing import Spent
from tests.factories.access import VISIT_A
from tests.factories.sending import Tablet, fates

TIMES = 120
ANSWERS = 60


@pytest.mark.slow
def test_a_visit_of_sixty_answers(app: Flask, now: datetime, world: dict[str, str]) -> None:
    tablet = Tablet(app, "nadia")
    numbers = count()
    messages = [_message(tablet, world["joint a"], next(numbers)) for _ in range(TIMES + 5)]
    took = _timed([lambda message=message: _push(tablet, message) for message in messages])  # type: ignore[misc]
    with app.app_context():
        raw = _raw(TIMES)
    print(f"\n{_engine(app)}: a visit of {ANSWERS} answers, {len(messages[0]):,} bytes packed")
    print(f"  raw: operation rows alone       {raw}")
    print(f"  push through the app            {took}, {took.p50 / raw.p50:.1f} × raw")


def _engine(app: Flask) -> str:
    with app.app_context():
        return extension.engine.dialect.name


def _message(tablet: Tablet, scope: str, visit: int) -> bytes:
    """A filling of its own: sixty answers to one question of sixty vehicles."""
    wires = []
    for n in range(ANSWERS):
        instance = derive("bench filling", str(visit), str(n))
        wires.append(
            tablet.answer(
                VISIT_A, "BRA-01", "yes", instance=instance, fields={"remark": "Gezien bij binnenkomst."}
            )
        )
    return gzip.compress(json.dumps({"batches": [tablet.author.batch(scope, wires)]}).encode(), 1)


def _push(tablet: Tablet, message: bytes) -> None:
    answer = tablet.client.post(
        "/api/v1/sync/push",
        data=message,
        headers={"Content-Encoding": "gzip", "Content-Type": "application/json"},
    )
    told = fates(answer.json["results"][0])
    assert {fate for fate, _ in told} == {"accepted"}, told[:3]


def _timed(works: list[Any]) -> Spent:
    measured = []
    for work in works:
        begun = perf_counter()
        work()
        measured.append((perf_counter() - begun) * 1000)
    measured = sorted(measured[5:])
    return Spent(measured[len(measured) // 2], measured[len(measured) * 95 // 100])


def _raw(times: int) -> Spent:
    """The rows of one message, inserted again and again under other ids."""
    table = cast(Table, Operation.__table__)
    with writing() as session:
        rows = [tuple(row) for row in session.execute(table.select().limit(ANSWERS))]
        session.execute(delete(Operation))
    measured = []
    for time in range(times):
        fresh = [
            (row[0], row[1], derive(str(time), str(n)).bytes * 2, *row[3:]) for n, row in enumerate(rows)
        ]
        begun = perf_counter()
        with writing() as session:
            bulk(session, table, fresh)
        measured.append((perf_counter() - begun) * 1000)
    measured.sort()
    return Spent(measured[len(measured) // 2], measured[len(measured) * 95 // 100])
