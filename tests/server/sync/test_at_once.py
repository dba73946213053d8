"""Several devices at the same moment: one row each, numbers without gaps, the state of any order."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import orjson
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.dossiers.models import Answer
from server.operations.fold import fold
from server.operations.operation import read_operation
from server.sync.models import Batch, Operation, ScopeEntry
from server.sync.rebuilding import rebuild_all
from tests.factories.access import ACTION, TEAM_A, VISIT_A
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import Tablet, fates

Tablets = Callable[..., Tablet]
ACCEPTED = ("accepted", None)


def _all_at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def _numbers(db: Session, scope: str) -> list[int]:
    query = select(ScopeEntry.n).join(Scope, Scope.id == ScopeEntry.scope).where(Scope.name == scope)
    return list(db.scalars(query.order_by(ScopeEntry.n)))


def test_one_batch_sent_many_times_at_once_is_stored_once_and_gets_one_receipt(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    batch = nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A, str(n)) for n in range(20)])
    others = [Tablet(app, "nadia") for _ in range(6)]
    results = _all_at_once([lambda who=who: who.push(batch) for who in others])  # type: ignore[misc]
    assert all(result == results[0] for result in results)
    assert len(db.scalars(select(Batch)).all()) == 1
    assert _numbers(db, scopes["joint a"]) == list(range(1, 21))


def test_one_batch_for_a_visit_that_is_not_here_sent_many_times_at_once_gets_one_receipt(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    elsewhere = drawn_id("not here")
    batch = nadia.author.batch(f"joint:{elsewhere}", [nadia.note(elsewhere, str(n)) for n in range(5)])
    others = [Tablet(app, "nadia") for _ in range(6)]
    results = _all_at_once([lambda who=who: who.push(batch) for who in others])  # type: ignore[misc]
    assert all(result == results[0] for result in results)
    assert len(db.scalars(select(Batch)).all()) == 1


def test_writers_of_the_same_answers_at_once_end_in_the_state_of_any_order(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    writers = [tablet("nadia", name=f"w{n}") for n in range(4)]
    told: dict[str, list[tuple[Wire, str]]] = {}
    batches = []
    for who in writers:
        wires = []
        for n in range(1, 4):
            for turn in range(3):
                wire = who.answer(VISIT_A, f"BRA-0{n}", "yes" if turn % 2 else "no", salt=str(turn))
                wires.append(wire)
                told.setdefault(f"BRA-0{n}", []).append((wire, who.agency))
        batches.append(who.author.batch(scopes["joint a"], wires))
    results = _all_at_once(
        [lambda who=who, batch=batch: who.push(batch) for who, batch in zip(writers, batches, strict=True)]  # type: ignore[misc]
    )
    assert {fate for (result,) in results for fate in fates(result)} == {ACCEPTED}
    assert _numbers(db, scopes["joint a"]) == list(range(1, 37))
    for question, written in told.items():
        state = db.scalar(select(Answer.state).where(Answer.question == question))
        assert state is not None
        assert orjson.loads(state) == fold(
            read_operation(*wire, agency) for wire, agency in reversed(written)
        )


def test_a_visit_opened_by_two_at_once_is_one_visit(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    shed = drawn_id("a shed for two")

    def batch(who: Tablet) -> Any:
        fields = {
            "action": str(ACTION),
            "site": drawn_id("site"),
            "label": None,
            "team": str(TEAM_A),
            "reason": "x",
        }
        opened = who.author.operation("dossier.open", shed, shed, fields)
        return who.author.batch(f"joint:{shed}", [opened, who.note(shed)])

    results = _all_at_once([lambda who=who: who.push(batch(who)) for who in (nadia, defne)])  # type: ignore[misc]
    assert [fates(result) for (result,) in results] == [[ACCEPTED, ACCEPTED], [ACCEPTED, ACCEPTED]]
    assert len(db.scalars(select(Operation)).all()) == 4
    assert list(rebuild_all(check=True)) == []
    assert _numbers(db, f"joint:{shed}") == [1, 2, 3, 4]
