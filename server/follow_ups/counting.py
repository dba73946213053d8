"""What the lead may know of findings in numbers, class by class. Pure; the one place for it.

This document is the one thing that crosses from an agency's scopes to the lead, by name. What a
class does not allow is null, which is not zero.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from server.follow_ups.states import STATES

SEVERITIES = ("minor", "moderate", "serious", "critical")

WITH_SEVERITY = frozenset({"team", "agency", "private_shared"})
WITH_COUNT = WITH_SEVERITY | {"fiscal", "signal"}
WITH_WORD = frozenset({"wpg", "fiscal", "signal"})
"""Of these the lead learns whether anything follows, yes or no."""
WITH_FOLLOW_UPS = frozenset({"team", "agency"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A finding that stands. `persons`: it may be about persons, so that its severity is not told."""

    dossier: UUID
    agency: UUID
    data_class: str
    severity: str
    persons: bool


@dataclass(frozen=True, slots=True)
class Word:
    """An agency's own word on a list that it keeps in its own system: whether anything follows."""

    dossier: UUID
    agency: UUID
    data_class: str
    yes: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up for another agency or one's own, by the class of its finding."""

    dossier: UUID
    agency: UUID
    data_class: str
    state: str


@dataclass(slots=True)
class _Row:
    findings: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    told: bool = False
    words: list[bool] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)


def count(
    findings: Iterable[Counted], words: Iterable[Word], followed: Iterable[Followed]
) -> list[dict[str, Any]]:
    """The rows of the document, by dossier, agency and class; an agency that recorded nothing has no row."""
    rows: dict[tuple[str, str, str], _Row] = {}

    def row(one: Counted | Word | Followed) -> _Row:
        return rows.setdefault((str(one.dossier), str(one.agency), one.data_class), _Row())

    for finding in findings:
        found = row(finding)
        found.findings += 1
        if finding.data_class == "team" or not finding.persons:
            found.severities[finding.severity] += 1
            found.told = True
    for word in words:
        row(word).words.append(word.yes)
    for task in followed:
        row(task).states[task.state] += 1
    return [_told(*key, rows[key]) for key in sorted(rows)]


def _told(dossier: str, agency: str, data_class: str, row: _Row) -> dict[str, Any]:
    some = row.findings > 0 or any(row.words)
    return {
        "dossier": dossier,
        "agency": agency,
        "dataClass": data_class,
        "findings": row.findings if data_class in WITH_COUNT and not row.words else None,
        "severities": {name: row.severities[name] for name in SEVERITIES}
        if data_class in WITH_SEVERITY and row.told
        else None,
        "followUp": ("yes" if some else "no") if data_class in WITH_WORD and (row.words or some) else None,
        "careActive": some if data_class == "victim" else None,
        "followUps": {name: row.states[name] for name in STATES}
        if data_class in WITH_FOLLOW_UPS and row.states
        else None,
    }
