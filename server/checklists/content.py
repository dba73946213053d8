"""One version of one checklist as the loader resolved it, with its parts findable by code.

`data` is the JSON that is served and kept for ever; the rest only points into it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

Part = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """A resolved checklist version. Questions, figures and rules by their codes, in the order of the list."""

    data: Part
    questions: Mapping[str, Part]
    figures: Mapping[str, Part]
    rules: Mapping[str, tuple[Part, Part]]  # rule code -> (question, rule)

    @property
    def code(self) -> str:
        return str(self.data["code"])

    @property
    def version(self) -> str:
        return str(self.data["version"])


def read_content(text: str | bytes) -> Content:
    """The content of a stored text."""
    return index(orjson.loads(text))


def index(data: Part) -> Content:
    """Make the parts of resolved content findable."""
    questions = {question["code"]: question for question in _questions(data)}
    return Content(
        data=data,
        questions=questions,
        figures={figure["code"]: figure for figure in data["figures"]},
        rules={
            rule["code"]: (question, rule) for question in questions.values() for rule in question["findings"]
        },
    )


def _questions(data: Part) -> Iterator[Part]:
    for section in data["sections"]:
        yield from section["questions"]
