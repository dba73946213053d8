"""The parts of content in hand, with the path that a fault names, and what they read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from server.checklists.language.trees import Tree, questions_in

Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parts:
    """Questions and figures by code, and where each stands in the file."""

    questions: dict[str, Part]
    figures: dict[str, Part]
    paths: dict[str, str]

    def computed(self, code: str) -> Tree | None:
        """The formula behind a code, if it has one."""
        part = self.questions.get(code) or self.figures.get(code)
        return part["computed"] if part else None

    def answers_behind(self, tree: Tree) -> list[str]:
        """Codes of the questions a person answers that the tree rests on, through computed values too."""
        found: dict[str, None] = {}
        passed: set[str] = set()
        ahead = questions_in(tree)
        while ahead:
            code = ahead.pop(0)
            formula = self.computed(code)
            if formula is None:
                found[code] = None
            elif code not in passed:
                passed.add(code)
                ahead += questions_in(formula)
        return list(found)


def parts_of(content: Part) -> Parts:
    """The parts of resolved content; of two with one code the first counts."""
    questions: dict[str, Part] = {}
    paths: dict[str, str] = {}
    for section in content["sections"]:
        for question in section["questions"]:
            questions.setdefault(question["code"], question)
            paths.setdefault(question["code"], f"sections[{section['code']}].questions[{question['code']}]")
    figures: dict[str, Part] = {}
    for figure in content["figures"]:
        figures.setdefault(figure["code"], figure)
        paths.setdefault(figure["code"], f"figures[{figure['code']}]")
    return Parts(questions, figures, paths)


def expressions(parts: Parts) -> Iterator[tuple[str, Tree]]:
    """Every tree of the list with the path of the text it was parsed from."""
    for code, question in parts.questions.items():
        path = parts.paths[code]
        if question["showIf"]:
            yield f"{path}.show_if", question["showIf"]
        if question["computed"]:
            yield f"{path}.computed", question["computed"]
        for rule in question["findings"]:
            yield f"{path}.findings[{rule['code']}].when", rule["when"]
    for code, figure in parts.figures.items():
        yield f"{parts.paths[code]}.computed", figure["computed"]
        if figure["alert"]:
            yield f"{parts.paths[code]}.alert.when", figure["alert"]["when"]
