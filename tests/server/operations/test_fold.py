"""The fold: what the vectors say, in whatever order operations arrive."""

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from server.operations import state as states
from server.operations.fold import apply, family_of, fold
from server.operations.operation import Operation, read_operation
from server.operations.show import show
from server.operations.versions import leading, order
from tests.server.operations.vectors import cases, named
from tests.vectors.fold import Story

FILES = ("values", "resolutions", "withdrawals", "erasures", "registers")
CASES = [case for name in FILES for case in cases(f"fold/{name}.json")]
BY_NAME = {case["name"]: case for case in CASES}


def _operations(case: dict[str, Any]) -> list[Operation]:
    return [read_operation(sent["head"], sent["fields"], sent["agency"]) for sent in case["operations"]]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_story_folds_to_its_state_in_any_order(case: dict[str, Any]) -> None:
    operations = _operations(case)
    for seed in range(20):
        random.Random(seed).shuffle(operations)
        assert fold(operations) == case["state"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_story_shows_what_the_vector_says(case: dict[str, Any]) -> None:
    state = fold(_operations(case))
    assert {name: show(one, state["marks"]) for name, one in state["registers"].items()} == case["shown"]
    if "leading" in case:
        assert leading(state["registers"][""], state["marks"]) == case["leading"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_folding_twice_changes_nothing_and_no_state_is_changed_in_place(case: dict[str, Any]) -> None:
    operations = _operations(case)
    state = fold(operations)
    before = copy.deepcopy(state)
    assert fold(operations, state) == before
    assert state == before


def _shown(story: str) -> tuple[list[list[str]], bool, str | None]:
    """Names of the leads with what is kept beside them, whether they conflict, who emptied the register."""
    case = BY_NAME[story]
    names = {id: name for name, id in case["names"].items()}
    (shown,) = case["shown"].values()
    values = [[names[id] for id in value["keeps"] or [value["lead"]]] for value in shown["values"]]
    by = shown["withdrawnBy"] and names[shown["withdrawnBy"]["by"]]
    return values, shown["conflict"], by


@pytest.mark.parametrize(
    ("story", "values", "conflict", "by"),
    [
        ("one value", [["a"]], False, None),
        ("a value replaced", [["c"]], False, None),
        ("two values side by side", [["a"], ["b"]], True, None),
        ("equal values", [["b"]], False, None),
        ("true is not 1 and null is not absent", [["true"], ["one"], ["text"], ["null remark"]], True, None),
        ("one is chosen", [["b"]], False, None),
        ("both are kept", [["b", "a", "c"]], False, None),
        ("a third value arrives late", [["a"], ["c"]], True, None),
        ("a late value equal to the lead", [["a"]], False, None),
        ("two resolve at once", [["a"], ["b"]], True, None),
        ("resolved again", [["a"]], False, None),
        ("what it leads with has not come", [["b"]], False, None),
        ("nothing that it keeps has come", [["a"]], False, None),
        ("only a resolution is here", [], False, None),
        ("all that it keeps was withdrawn", [["b"]], False, None),
        ("a resolution keeps what was withdrawn before", [["b"]], False, None),
        ("a resolution keeps what its author corrected", [["b"]], False, None),
        ("a value written over a resolution", [["c"]], False, None),
        ("a resolution that keeps a resolution", [["a"]], False, None),
        ("an ordinary value over a conflict", [["c"]], False, None),
        ("a value withdrawn", [], False, "w"),
        ("a withdrawal that arrives first", [["b"]], False, None),
        ("a withdrawal by another agency", [["a"]], False, None),
        ("a withdrawal replaces nothing", [], False, "w"),
        ("written again", [["b"]], False, None),
        ("a kept value withdrawn", [["c", "b"]], False, None),
        ("all kept values withdrawn", [], False, "w"),
        ("a resolution withdrawn", [], False, "w"),
        ("withdrawn twice", [], False, "v"),
        ("erased equals erased", [["a"]], False, None),
        ("erased is not absent", [["a"], ["b"]], True, None),
        ("a re-issue", [["again"]], False, None),
    ],
)
def test_a_story_shows_what_people_would_expect(
    story: str, values: list[list[str]], conflict: bool, by: str | None
) -> None:
    assert _shown(story) == (values, conflict, by)


def test_a_corrected_clock_decides_the_order_and_then_the_id() -> None:
    case = BY_NAME["corrected time orders values"]
    names = {id: name for name, id in case["names"].items()}
    values = [names[value["id"]] for value in case["shown"][""]["values"]]
    assert set(values[:2]) == {"right", "same time"}
    assert values[2] == "slow"
    assert [case["names"][name] for name in values[:2]] == sorted(case["names"][name] for name in values[:2])


def test_versions_compare_as_numbers() -> None:
    assert sorted(["0.10.0", "0.9.12", "0.9.2", "1.0.0"], key=order) == ["0.9.2", "0.9.12", "0.10.0", "1.0.0"]


def test_a_withdrawal_touches_the_family_of_what_it_marks() -> None:
    case = BY_NAME["a photo that was lost"]
    assert [family_of(operation) for operation in _operations(case)] == ["evidence", "evidence"]


PEOPLE = ("anna", "bram", "chris")


@some.composite
def _stories(draw: some.DrawFn) -> list[Operation]:
    """Any mixture of values, resolutions and withdrawals on one answer, each knowing some before it."""
    story = Story("generated", "")
    names: list[str] = []
    for number in range(draw(some.integers(1, 12))):
        name = f"o{number}"
        who = draw(some.sampled_from(PEOPLE))
        known = draw(some.lists(some.sampled_from(names), unique=True, max_size=4)) if names else []
        act = draw(some.sampled_from(("answer", "answer", "resolve", "withdraw"))) if names else "answer"
        at = f"2026-11-25T10:0{draw(some.integers(0, 2))}:00.000Z"
        if act == "withdraw":
            story.withdraw(name, who, draw(some.sampled_from(names)))
        elif act == "resolve" and known:
            story.resolve(name, who, known, draw(some.sampled_from(known)), known)
        else:
            story.answer(name, who, draw(some.sampled_from(("yes", "no", True, 1))), known, at=at)
        names.append(name)
    return [read_operation(wire.head, wire.fields, agency) for wire, agency in story.told.values()]


@settings(max_examples=300, deadline=None)
@given(operations=_stories(), seed=some.integers(0, 2**32), data=some.data())
def test_any_order_gives_the_same_state(
    operations: list[Operation], seed: int, data: some.DataObject
) -> None:
    expected = fold(operations)
    shuffled = operations + data.draw(some.lists(some.sampled_from(operations), max_size=4))
    random.Random(seed).shuffle(shuffled)
    assert fold(shuffled) == expected


@settings(max_examples=200, deadline=None)
@given(operations=_stories())
def test_what_is_shown_is_what_is_left_and_a_next_value_over_it_stands_alone(
    operations: list[Operation],
) -> None:
    state = fold(operations)
    register = state["registers"].get("", {"seen": {}, "replaced": []})
    shown = show(register, state["marks"])
    told = [id for value in shown["values"] for id in value["ids"]]
    assert len(told) == len(set(told))
    assert set(told) <= set(shown["base"])
    assert (shown["withdrawnBy"] is None) or not shown["values"]
    story = Story("next", "")
    story.answer("next", "anna", "after all", shown["base"])
    ((wire, agency),) = story.told.values()
    after = apply(state, read_operation(wire.head, wire.fields, agency))
    assert [value["lead"] for value in show(after["registers"][""], after["marks"])["values"]] == [wire.id]


def test_an_empty_state_shows_nothing() -> None:
    assert fold([]) == states.empty()
    assert show({"seen": {}, "replaced": []}, {}) == {
        "values": [],
        "conflict": False,
        "withdrawnBy": None,
        "base": [],
    }
