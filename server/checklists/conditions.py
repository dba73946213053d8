"""Evaluate trees: conditions to yes or no, formulas to an exact number, over the answers of one filling.

A comparison with a question that is unanswered, cleared or hidden is false, `!=` and `not in` too. A sum
of which a part is missing, and a division by zero, have no value. Twin:
pwa/src/core/checklists/conditions.ts.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from server.checklists.content import Content
from server.checklists.numbers import exact, is_decimal, written

Tree = Mapping[str, Any]
Answers = Mapping[str, Any]
Parameters = Mapping[str, str]

_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(slots=True)
class Reading:
    """One look at one filling: its content, its answers by question code, the parameters of the action's day.

    Remembers what is shown and what was computed; make a new one when an answer changes.
    """

    content: Content
    answers: Answers
    parameters: Parameters
    shown: dict[str, bool] = field(default_factory=dict)
    computed: dict[str, str | None] = field(default_factory=dict)


def is_shown(reading: Reading, code: str) -> bool:
    """Whether the question's `showIf` holds (its section's is part of it)."""
    if code not in reading.shown:
        condition = reading.content.questions[code]["showIf"]
        reading.shown[code] = condition is None or holds(reading, condition)
    return reading.shown[code]


def value_of(reading: Reading, code: str) -> Any:
    """What a question or figure is worth in a condition: its answer or computed value, None when there is
    none.
    """
    figure = reading.content.figures.get(code)
    if figure is not None:
        return _compute(reading, figure)
    question = reading.content.questions.get(code)
    if question is None or not is_shown(reading, code):
        return None
    if question["computed"] is not None:
        return _compute(reading, question)
    return reading.answers.get(code)


def holds(reading: Reading, tree: Tree) -> bool:
    """Whether the condition is true."""
    op = tree["op"]
    if op == "and":
        return all(holds(reading, part) for part in tree["of"])
    if op == "or":
        return any(holds(reading, part) for part in tree["of"])
    if op in ("in", "not in"):
        value = value_of(reading, tree["question"])
        if value is None:
            return False
        chosen = value if isinstance(value, list) else [value]
        found = any(one in tree["values"] for one in chosen)
        return found if op == "in" else not found
    left, right = number(reading, tree["left"]), number(reading, tree["right"])
    return left is not None and right is not None and _COMPARE[op](left, right)


def number(reading: Reading, tree: Tree) -> Fraction | None:
    """The exact value of a formula, None when a part is missing."""
    if "number" in tree:
        return exact(tree["number"])
    if "parameter" in tree:
        return _as_number(reading.parameters.get(tree["parameter"]))
    if "question" in tree:
        return _as_number(value_of(reading, tree["question"]))
    if tree["op"] == "score":
        return _score(reading, tree)
    parts = [number(reading, part) for part in tree["of"]]
    values = [part for part in parts if part is not None]
    return _combine(tree["op"], values) if len(values) == len(parts) else None


def _combine(op: str, values: list[Fraction]) -> Fraction | None:
    if op == "max":
        return max(values)
    if op == "min":
        return min(values)
    left, right = values
    if op == "/":
        return None if right == 0 else left / right
    return {"+": left + right, "-": left - right, "*": left * right}[op]


def _score(reading: Reading, tree: Tree) -> Fraction | None:
    """The sum of the weights of the chosen options; no value while none of the questions is answered."""
    values = [value for code in tree["questions"] if (value := value_of(reading, code)) is not None]
    if not values:
        return None
    return sum(
        (exact(tree["weights"].get(value, "0")) for value in values if isinstance(value, str)), Fraction(0)
    )


def _compute(reading: Reading, part: Tree) -> str | None:
    """The computed value, rounded as it is shown: what is judged is what one sees."""
    code = part["code"]
    if code not in reading.computed:
        value = number(reading, part["computed"])
        reading.computed[code] = None if value is None else written(value, part["decimals"])
    return reading.computed[code]


def _as_number(value: Any) -> Fraction | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Fraction(value)
    return exact(value) if isinstance(value, str) and is_decimal(value) else None
