"""Whether what is compared can be compared: options that exist, numbers with numbers, bounds in order."""

from typing import Any

from server.checklists.language.trees import Tree, nodes
from server.checklists.library.faults import Notes
from server.checklists.library.parts import Parts, expressions
from server.checklists.numbers import decimals_of, exact

NUMERIC = ("number", "person_count")
CHOSEN = ("yes_no_na", "choice", "multi_choice")


def check_fits(parts: Parts, notes: Notes) -> None:
    """Note comparisons that could never mean anything, and bounds and exclusive options that do not fit."""
    for path, tree in expressions(parts):
        for node in nodes(tree):
            _check_node(parts, path, node, notes)
    for code, question in parts.questions.items():
        _check_question(parts.paths[code], question, notes)


def _check_node(parts: Parts, path: str, node: Tree, notes: Notes) -> None:
    if node.get("op") in ("in", "not in"):
        _check_options(parts, path, node["question"], node["values"], notes)
    elif node.get("op") == "score":
        for code in node["questions"]:
            _check_options(parts, path.replace("computed", "score"), code, list(node["weights"]), notes)
    elif "question" in node and not _is_number(parts, node["question"]):
        mend = "compare it with == 'option' or in ['option', …]"
        notes.add(path, f"{node['question']} is no number", mend)


def _is_number(parts: Parts, code: str) -> bool:
    return code in parts.figures or parts.questions[code]["type"] in NUMERIC


def _check_options(parts: Parts, path: str, code: str, values: list[str], notes: Notes) -> None:
    question = parts.questions.get(code)
    if question is None or question["type"] not in CHOSEN:
        notes.add(path, f"{code} has no options", "compare it with a number, or ask a question with options")
        return
    offered = options_of(question)
    for value in values:
        if value not in offered:
            notes.add(path, f"{code} has no option {value!r}", f"use one of {', '.join(offered)}")


def options_of(question: dict[str, Any]) -> list[str]:
    """The values that a question with options can take."""
    if question["type"] == "yes_no_na":
        return ["yes", "no", "na"]
    return [option["value"] for option in question["options"]]


def _check_question(path: str, question: dict[str, Any], notes: Notes) -> None:
    bounds = question["bounds"]
    if bounds and exact(bounds["min"]) > exact(bounds["max"]):
        notes.add(f"{path}.bounds", "min is above max", "swap them")
    if bounds and max(decimals_of(bounds["min"]), decimals_of(bounds["max"])) > question["decimals"]:
        notes.add(
            f"{path}.bounds", "has more decimals than an answer may have", "raise decimals or round the bound"
        )
    if question["exclusive"] and question["exclusive"] not in options_of(question):
        notes.add(f"{path}.exclusive", f"{question['exclusive']!r} is no option", "name one of the options")
