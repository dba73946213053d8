"""Codes of one list: each stands once, and what is named exists and goes round in no circle."""

from collections import Counter
from collections.abc import Collection
from typing import Any

from server.checklists.language.trees import parameters_in, questions_in
from server.checklists.library.faults import Notes
from server.checklists.library.parts import Parts, expressions

Part = dict[str, Any]


def check_codes(content: Part, parts: Parts, parameters: Collection[str], notes: Notes) -> None:
    """Note codes that stand twice, codes and parameters that nobody knows, and circles."""
    _twice(content, notes)
    for code, figure in parts.figures.items():
        if figure["at"] not in parts.questions:
            notes.add(
                f"figures[{code}].at", f"there is no question {figure['at']}", "name a question of this list"
            )
    unknown = False
    for path, tree in expressions(parts):
        for code in questions_in(tree):
            if code not in parts.paths:
                unknown = True
                notes.add(
                    path, f"there is no question {code} in this list", "correct the code, or add the question"
                )
        for name in parameters_in(tree):
            if name not in parameters:
                notes.add(path, f"there is no parameter {name}", "correct it, or add it to parameters.yaml")
    if not unknown:
        _circles(parts, notes)


def _twice(content: Part, notes: Notes) -> None:
    questions = [question for section in content["sections"] for question in section["questions"]]
    codes = {
        "section": [section["code"] for section in content["sections"]],
        "question or figure": [part["code"] for part in [*questions, *content["figures"]]],
        "finding": [rule["code"] for question in questions for rule in question["findings"]],
    }
    for kind, listed in codes.items():
        for code in _doubles(listed):
            notes.add(kind, f"the code {code} stands twice", "give one of them another code")
    for question in questions:
        for value in _doubles([option["value"] for option in question["options"]]):
            notes.add(
                f"questions[{question['code']}].options",
                f"the value {value} stands twice",
                "keep one of them",
            )


def _doubles(listed: list[str]) -> list[str]:
    return [code for code, count in Counter(listed).items() if count > 1]


def _circles(parts: Parts, notes: Notes) -> None:
    """A question may not depend on itself, through whatever `show_if` and formulas."""
    state: dict[str, int] = {}

    def visit(code: str, trail: tuple[str, ...]) -> None:
        if state.get(code) == 2:
            return
        if code in trail:
            circle = " → ".join([*trail[trail.index(code) :], code])
            notes.add(
                parts.paths[code],
                f"depends on itself: {circle}",
                "take one of these out of show_if or computed",
            )
            return
        for named in _needs(parts, code):
            visit(named, (*trail, code))
        state[code] = 2

    for code in parts.paths:
        visit(code, ())


def _needs(parts: Parts, code: str) -> list[str]:
    part = parts.questions.get(code) or parts.figures[code]
    trees = [tree for tree in (part.get("showIf"), part["computed"]) if tree]
    return [named for tree in trees for named in questions_in(tree)]
