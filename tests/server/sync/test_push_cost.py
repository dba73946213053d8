"""What a push costs: a constant number of statements, whatever the number of operations."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from server.core.ids import derive
from tests.counting import bill, counted
from tests.factories.access import VISIT_A
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import VERSION, Tablet, fates

Tablets = Callable[..., Tablet]
BUDGET = 25
"""Statements of a push of notes, answers and findings: three families included, one statement each where all
is new and three where something is not; and one that asks whose the notes and findings are."""


def _work(who: Tablet, number: int, name: str) -> list[Wire]:
    """As many notes, answers and free findings, each with an entity of its own."""
    wires = []
    for n in range(number):
        word = f"{name} {n}"
        finding = {"title": word, "severity": "minor", "text": None, "kind": "violation"}
        wires += [
            who.note(VISIT_A, word),
            who.answer(VISIT_A, "BRA-01", "yes", salt=word),
            who.author.operation("finding.add", VISIT_A, drawn_id(f"finding {word}"), finding),
        ]
    return wires


def _cost(app: Flask, who: Tablet, batch: Any) -> list[str]:
    with app.app_context(), counted() as statements:
        (result,) = who.push(batch)
    assert {fate for fate, _ in fates(result)} <= {"accepted", "duplicate"}
    return statements


@pytest.mark.parametrize("number", [1, 100])
def test_a_push_costs_the_same_number_of_statements_whatever_it_brings(
    app: Flask, tablet: Tablets, scopes: dict[str, str], number: int
) -> None:
    nadia = tablet("nadia")
    scope = scopes["joint a"]
    _cost(app, nadia, nadia.author.batch(scope, _work(nadia, 1, "first")))
    few = _cost(app, nadia, nadia.author.batch(scope, _work(nadia, number, "second")))
    assert len(few) <= BUDGET, bill(few)
    again = _cost(app, nadia, nadia.author.batch(scope, _work(nadia, number, "second")))
    assert len(again) <= BUDGET, bill(again)


def test_the_number_does_not_grow_with_the_batch(app: Flask, tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    scope = scopes["joint a"]
    _cost(app, nadia, nadia.author.batch(scope, _work(nadia, 1, "first")))
    one = _cost(app, nadia, nadia.author.batch(scope, _work(nadia, 1, "one")))
    many = _cost(app, nadia, nadia.author.batch(scope, _work(nadia, 300, "many")))
    assert len(many) == len(one), bill(many)


def test_what_is_set_aside_costs_no_more(app: Flask, tablet: Tablets, scopes: dict[str, str]) -> None:
    piet = tablet("piet")
    scope = scopes["joint a"]
    costs = []
    for number in (1, 200):
        wires = [piet.note(VISIT_A, f"{number} {n}") for n in range(number)]
        wires.append(piet.answer(VISIT_A, "BRA-01", "maybe", salt=str(number)))
        with app.app_context(), counted() as statements:
            piet.push(piet.author.batch(scope, wires))
        costs.append(len(statements))
    assert costs[0] == costs[1] <= BUDGET, bill(statements)


def test_a_batch_of_a_known_place_costs_little(app: Flask, tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    batch = nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A, str(n)) for n in range(50)])
    nadia.push(batch)
    with app.app_context(), counted() as statements:
        nadia.push(batch)
    assert len(statements) <= 8, bill(statements)


def test_answers_of_many_lists_cost_one_look_up(app: Flask, tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    instance = derive("instance", VISIT_A, "GEN-START")
    fields = {"checklist": "GEN-START", "version": VERSION, "label": None}
    first = nadia.author.operation("instance.create", VISIT_A, instance, fields)
    _cost(app, nadia, nadia.author.batch(scopes["joint a"], [first, nadia.answer(VISIT_A, "BRA-01", "no")]))


def test_what_is_new_is_not_looked_for(app: Flask, tablet: Tablets, scopes: dict[str, str]) -> None:
    """Neither rows of new entities, nor settings that cannot matter to the lists of a batch."""
    nadia = tablet("nadia")
    scope = scopes["joint a"]
    fresh = [nadia.answer(VISIT_A, "BRA-01", "yes", instance=drawn_id(f"new {n}")) for n in range(3)]
    statements = _cost(app, nadia, nadia.author.batch(scope, fresh))
    asked = [one for one in statements if "FROM answer" in one or "own_system" in one]
    assert asked == [], bill(statements)
    known = [nadia.answer(VISIT_A, "BRA-01", "no", instance=drawn_id("new 1"), base=[fresh[1].id])]
    statements = _cost(app, nadia, nadia.author.batch(scope, known))
    assert len([one for one in statements if "answer" in one]) == 2, bill(statements)
