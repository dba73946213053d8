"""Dated parameters: `seeds/parameters.yaml`. A norm such as the minimum wage is data with a date, never
code.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from server.checklists.library.faults import LibraryRejected, Notes
from server.checklists.library.source import read_source
from server.checklists.library.vocabulary import Vocabulary
from server.checklists.numbers import is_decimal


@dataclass(frozen=True, slots=True)
class Norm:
    """One value of a parameter, a decimal text, from a day on."""

    name: str
    value: str
    valid_from: date
    unit: str
    note: dict[str, str]


def read_norms(path: Path, vocabulary: Vocabulary) -> tuple[Norm, ...]:
    """All values, by name and day. Raises LibraryRejected."""
    notes = Notes(path.name)
    source = read_source(path, notes)
    norms: list[Norm] = []
    if not notes.faults:
        for entry in _entries(source, notes):
            norms += _values(entry, vocabulary, notes)
    if notes.faults:
        raise LibraryRejected(notes.faults)
    return tuple(sorted(norms, key=lambda norm: (norm.name, norm.valid_from)))


def _entries(source: Any, notes: Notes) -> list[dict[str, Any]]:
    entries = source.get("parameters") if isinstance(source, dict) else None
    if not isinstance(entries, list):
        notes.add(
            "parameters",
            "is no list",
            "write parameters: and below it a list with name, unit, note and values",
        )
        return []
    whole = [
        one for one in entries if isinstance(one, dict) and set(one) == {"name", "unit", "note", "values"}
    ]
    if len(whole) < len(entries):
        notes.add("parameters", "an entry does not have name, unit, note and values", "complete it")
    return whole


def _values(entry: dict[str, Any], vocabulary: Vocabulary, notes: Notes) -> list[Norm]:
    name, unit = str(entry["name"]), str(entry["unit"])
    if unit not in vocabulary["units"]:
        notes.add(
            f"parameters[{name}].unit",
            f"{unit!r} is not among the units",
            "add it to units in vocabulary.yaml",
        )
    found: dict[date, Norm] = {}
    for one in entry["values"]:
        path = f"parameters[{name}].values"
        value, day = str(one.get("value")), _day(str(one.get("from")))
        if day is None or not is_decimal(value):
            notes.add(
                path,
                f"{one!r} is no dated decimal",
                "write {from: '2026-01-01', value: '14.71'}, shortest form",
            )
        elif day in found:
            notes.add(path, f"{day} stands twice", "keep one of them")
        else:
            found[day] = Norm(name, value, day, unit, dict(entry["note"]))
    return list(found.values())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
