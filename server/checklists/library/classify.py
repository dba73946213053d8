"""Resolve the data class of every question, figure and finding, and refuse what would tell one class of
another.

Source of the rules: docs/format.md § 4. A `show_if` may read only what everybody who sees the question may
read; a finding is as narrow as the narrowest thing it rests on, and rests on nothing of two classes that
cannot be compared.
"""

from typing import Any

from server.checklists.classes import Incomparable, narrowest, reads_along
from server.checklists.language.trees import Tree, parameters_in, questions_in
from server.checklists.library.faults import Notes
from server.checklists.library.parts import Parts

Part = dict[str, Any]


def classify(parts: Parts, notes: Notes) -> None:
    """Write `dataClass`, `reads` and `parameters` into the content; what does not go together goes to
    `notes`.

    `reads` are the answers a rule rests on, `parameters` the norms; both are named in the decision on a
    proposal.
    """
    for code, question in parts.questions.items():
        if question["computed"]:
            path = f"{parts.paths[code]}.computed"
            question["dataClass"] = _narrowest(
                parts, question["dataClass"], question["computed"], path, notes
            )
    for code, figure in parts.figures.items():
        figure["dataClass"] = _narrowest(
            parts, None, figure["computed"], f"{parts.paths[code]}.computed", notes
        )
    for code, question in parts.questions.items():
        _check_shown(parts, code, question, notes)
        for rule in question["findings"]:
            path = f"{parts.paths[code]}.findings[{rule['code']}].when"
            rule["dataClass"] = _narrowest(parts, question["dataClass"], rule["when"], path, notes)
            rule["reads"] = parts.answers_behind(rule["when"])
            rule["parameters"] = _parameters(parts, rule["when"])


def _narrowest(parts: Parts, own: str | None, tree: Tree, path: str, notes: Notes) -> str:
    read = [parts.questions[code]["dataClass"] for code in parts.answers_behind(tree)]
    classes = read if own is None else [own, *read]
    try:
        return narrowest(classes)
    except Incomparable as error:
        detail = f"reads the classes {error.first} and {error.second}, of which neither is narrower"
        notes.add(path, detail, "split it into one rule for each class")
    except ValueError:
        notes.add(path, "reads no answer at all", "name a question")
    return own or "team"


def _check_shown(parts: Parts, code: str, question: Part, notes: Notes) -> None:
    if question["showIf"] is None:
        return
    for named in parts.answers_behind(question["showIf"]):
        other = parts.questions[named]["dataClass"]
        if not reads_along(question["dataClass"], other):
            seen = question["dataClass"]
            detail = f"reads {named} of class {other}, which not everybody may read who sees class {seen}"
            mend = (
                f"give {code} the class {other}, or let it depend on a question of its own or a wider class"
            )
            notes.add(f"{parts.paths[code]}.show_if", detail, mend)


def _parameters(parts: Parts, tree: Tree) -> list[str]:
    """Parameters that the tree uses, also inside the computed values it reads."""
    found: dict[str, None] = {}
    ahead, passed = [tree], set[str]()
    while ahead:
        here = ahead.pop(0)
        found.update(dict.fromkeys(parameters_in(here)))
        for code in questions_in(here):
            formula = parts.computed(code)
            if formula is not None and code not in passed:
                passed.add(code)
                ahead.append(formula)
    return list(found)
