"""A list as one agency gets it: the content of all, and what that agency does not record here."""

from typing import Any

from server.checklists.content import Content
from server.checklists.own_system import Opened

_SUMMARY = ("code", "version", "title", "agency", "dataClass", "per", "writers", "status", "mandateRequired")


def summary(content: Content, mine: Opened) -> dict[str, Any]:
    """One line of the library."""
    return {**{name: content.data[name] for name in _SUMMARY}, **_own_systems(content, mine)}


def describe(content: Content, mine: Opened) -> dict[str, Any]:
    """The whole version."""
    return {**content.data, **_own_systems(content, mine)}


def _own_systems(content: Content, mine: Opened) -> dict[str, Any]:
    return {
        "ownSystems": mine.mode(content) == "own_system",
        "ownSystemQuestions": mine.shut_questions(content),
    }
