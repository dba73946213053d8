"""The words of all codes that a list names, copied into its content so that a tablet needs no other file."""

from collections.abc import Iterator
from typing import Any

from server.checklists.library.faults import Notes
from server.checklists.library.vocabulary import Vocabulary

Source = dict[str, Any]
Used = tuple[str, str, str]
"""Group of the vocabulary, path in the file, code."""


def names_of(source: Source, vocabulary: Vocabulary, notes: Notes) -> dict[str, dict[str, Any]]:
    """Words by group and code; a code that the vocabulary does not know goes to `notes`."""
    found: dict[str, dict[str, Any]] = {group: {} for group in vocabulary}
    for group, path, code in _used(source):
        if code in vocabulary[group]:
            found[group][code] = vocabulary[group][code]
        else:
            mend = f"correct it, or add it to {group} in vocabulary.yaml"
            notes.add(path, f"{code!r} is not among the {group}", mend)
    return {_camel(group): dict(sorted(words.items())) for group, words in found.items()}


def _used(source: Source) -> Iterator[Used]:
    yield "agencies", "agency", source["agency"]
    yield "shares", "default_share", source["default_share"]
    yield from (("laws", "mandate_required", law) for law in source["mandate_required"])
    yield from (("site_types", "site_types", kind) for kind in source["site_types"])
    for figure in source.get("figures", ()):
        yield from _unit(figure, f"figures[{figure['code']}]")
    for section in source["sections"]:
        for question in section["questions"]:
            yield from _of_question(question, f"sections[{section['code']}].questions[{question['code']}]")


def _of_question(question: Source, where: str) -> Iterator[Used]:
    yield from _unit(question, where)
    for rule in question.get("findings", ()):
        for task in rule["follow_ups"]:
            path = f"{where}.findings[{rule['code']}].follow_ups"
            yield "agencies", path, task["agency"]
            yield "actions", path, task["action"]


def _unit(part: Source, where: str) -> Iterator[Used]:
    if "unit" in part:
        yield "units", f"{where}.unit", part["unit"]


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)
