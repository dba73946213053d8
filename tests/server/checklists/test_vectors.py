"""The vectors that tablet and server share: conditions, computed values, visibility, proposals, values."""

from typing import Any

import pytest

from server.checklists import service
from server.checklists.conditions import Reading, holds, number
from server.checklists.language.parser import parse_condition, parse_formula
from server.checklists.numbers import written
from server.checklists.values import TYPES
from tests.server.checklists.vectors import cases, load, named, small_list

Case = dict[str, Any]


@pytest.mark.parametrize("case", cases("condition/cases.json"), ids=named)
def test_a_condition_is_parsed_into_the_tree_of_the_vector(case: Case) -> None:
    assert parse_condition(case["text"], case.get("own")) == case["tree"]


@pytest.mark.parametrize("case", cases("condition/cases.json"), ids=named)
def test_a_condition_holds_as_the_vector_says(case: Case) -> None:
    reading = Reading(small_list(), case["answers"], case["parameters"])
    assert holds(reading, case["tree"]) is case["holds"]


@pytest.mark.parametrize("case", cases("computed/cases.json", "formulas"), ids=named)
def test_a_formula_has_the_value_of_the_vector(case: Case) -> None:
    assert parse_formula(case["text"]) == case["tree"]
    value = number(Reading(small_list(), case["answers"], case["parameters"]), case["tree"])
    assert (None if value is None else written(value, case["decimals"])) == case["value"]


@pytest.mark.parametrize("case", cases("computed/cases.json", "lists"), ids=named)
def test_a_filling_computes_what_the_vector_says(case: Case) -> None:
    assert service.computed(small_list(), case["answers"], case["parameters"]) == case["computed"]


@pytest.mark.parametrize("case", cases("visibility/cases.json"), ids=named)
def test_questions_are_shown_and_skipped_as_the_vector_says(case: Case) -> None:
    given = (small_list(), case["answers"], case["parameters"])
    assert service.visible(*given) == set(case["visible"])
    assert service.skipped(*given) == case["skipped"]


@pytest.mark.parametrize("case", cases("proposal/cases.json"), ids=named)
def test_answers_propose_what_the_vector_says(case: Case) -> None:
    found = [
        {
            "question": one.question,
            "rule": one.rule,
            "severity": one.severity,
            "dataClass": one.data_class,
            "reads": list(one.reads),
            "parameters": dict(one.parameters),
        }
        for one in service.proposals(small_list(), case["answers"], case["parameters"])
    ]
    assert found == case["proposals"]


def _value(given: Any) -> Any:
    """A value of the vectors; `{"repeat": [c, n]}` stands for a long text."""
    if isinstance(given, dict) and set(given) == {"repeat"}:
        letter, times = given["repeat"]
        return letter * times
    return given


@pytest.mark.parametrize(("question", "value", "wrong"), cases("value/cases.json"))
def test_a_value_is_taken_or_refused_as_the_vector_says(question: str, value: Any, wrong: str | None) -> None:
    assert service.check_value(load("value/cases.json")["questions"][question], _value(value)) == wrong


def test_every_question_type_has_vectors_of_both_kinds() -> None:
    vectors = load("value/cases.json")
    seen: dict[str, set[bool]] = {}
    for question, value, wrong in vectors["cases"]:
        if value is not None:
            seen.setdefault(vectors["questions"][question]["type"], set()).add(wrong is None)
    assert seen == {kind: {True, False} for kind in TYPES}
