"""What the small language refuses, and how it says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.checklists.language.parser import parse_condition, parse_formula
from server.checklists.language.tokens import MAX_LENGTH, LanguageError
from server.checklists.language.trees import parameters_in, questions_in
from tests.server.checklists.vectors import cases


@pytest.mark.parametrize("text", [case["text"] for case in cases("condition/refused.json")])
def test_a_text_that_is_not_of_the_language_is_refused_with_a_mend(text: str) -> None:
    with pytest.raises(LanguageError) as refused:
        parse_condition(text)
    assert refused.value.mend
    assert "(character " in refused.value.detail


def test_the_error_names_the_place_of_the_fault() -> None:
    with pytest.raises(LanguageError) as refused:
        parse_condition("GEN-10 == 'yes' and GEN-11 = 'not'")
    assert refused.value.detail == "'=' has no meaning here (character 28)"


def test_a_text_without_end_is_refused_before_it_is_read() -> None:
    with pytest.raises(LanguageError, match=str(MAX_LENGTH)):
        parse_formula("A-1 + " * MAX_LENGTH)


def test_a_tree_tells_what_it_reads_each_once() -> None:
    tree = parse_condition("(A-2 + A-1) / A-2 > param.NORM or A-3 in ['x'] or A-1 < param.NORM")
    assert questions_in(tree) == ["A-2", "A-1", "A-3"]
    assert parameters_in(tree) == ["NORM"]


TOKENS = [
    *("A-1", "A-2", "param.X", "12", "0.5", "1.0", "'yes'", "'no'", "'", "A", "b", "max", "min"),
    *(
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "in",
        "not",
        "and",
        "or",
        "(",
        ")",
        "[",
        "]",
        ",",
        "+",
        "-",
        "*",
        "/",
    ),
]


@given(st.lists(st.sampled_from(TOKENS), max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_text_is_parsed_or_refused_and_never_breaks_the_parser(text: str) -> None:
    try:
        tree = parse_condition(text, "A-1")
    except LanguageError:
        return
    assert set(questions_in(tree)) <= {"A-1", "A-2"}
    assert set(parameters_in(tree)) <= {"X"}
