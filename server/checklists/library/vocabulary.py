"""The closed lists of `seeds/vocabulary.yaml`: codes that checklists name, with their words in both
languages.
"""

from collections.abc import Mapping
from pathlib import Path

from server.checklists.library.faults import LibraryRejected, Notes
from server.checklists.library.source import read_source

Vocabulary = Mapping[str, Mapping[str, Mapping[str, str]]]

GROUPS = ("agencies", "actions", "laws", "shares", "units", "site_types")


def read_vocabulary(path: Path) -> Vocabulary:
    """The words of each group, by code. Raises LibraryRejected."""
    notes = Notes(path.name)
    source = read_source(path, notes)
    if not notes.faults:
        _check(source, notes)
    if notes.faults:
        raise LibraryRejected(notes.faults)
    return source  # type: ignore[no-any-return]


def _check(source: object, notes: Notes) -> None:
    if not isinstance(source, dict) or set(source) != set(GROUPS):
        notes.add("", "does not hold exactly the groups it should", f"keep {', '.join(GROUPS)}")
        return
    for group, codes in source.items():
        for code, words in (codes or {}).items():
            if not isinstance(words, dict) or set(words) != {"nl", "en"}:
                notes.add(f"{group}.{code}", "lacks a language", f"write {code}: {{nl: …, en: …}}")
