"""What other packages may ask about checklists; they import from here and from nowhere else in `checklists`.

Versions      `content(session, code, version) -> Content | None`; for a batch `contents(session, keys)
              -> Library`, which is `access.Classes`; `newest(session)`.
Pure          over a `Content`, answers {question code: value} and parameters {name: decimal text}: `visible`,
              `skipped`, `computed`, `proposals`; over one question: `check_value`, `needs_caution`.
Norms         `parameters_on(session, day)`: those of the day the action is held.
Own systems   `opened(session, agencies)[agency].mode(content[, question])`: `recorded` or `own_system`;
              `settle(session, code, agency, …)` opens and shuts.

An answer that is cleared (null), withdrawn or erased is left out of `answers` by the caller; of a conflict
the first shown value is given. These functions know one value for each question.
"""

from collections.abc import Mapping
from typing import Any

from server.checklists.classes import Incomparable, narrowest, reads_along
from server.checklists.content import Content
from server.checklists.library.faults import Fault, LibraryRejected
from server.checklists.loading import load
from server.checklists.own_system import (
    Mode,
    NotToBeOpened,
    Opened,
    can_be_shut,
    open_here,
    opened,
    settle,
)
from server.checklists.parameters import every_parameter, parameters_on
from server.checklists.proposals import Proposal, proposals
from server.checklists.values import check_value
from server.checklists.versions import Library, content, contents, finding_class, newest, question_class
from server.checklists.visibility import computed, skipped, visible

__all__ = [
    "Content",
    "Fault",
    "Incomparable",
    "Library",
    "LibraryRejected",
    "Mode",
    "NotToBeOpened",
    "Opened",
    "Proposal",
    "can_be_shut",
    "check_value",
    "computed",
    "content",
    "contents",
    "every_parameter",
    "finding_class",
    "list_class",
    "load",
    "narrowest",
    "needs_caution",
    "newest",
    "open_here",
    "opened",
    "owner_kind",
    "parameters_on",
    "proposals",
    "question_class",
    "reads_along",
    "settle",
    "skipped",
    "visible",
    "writers",
]


def list_class(content: Content) -> str:
    """The data class of the list itself, home of `instance.*`."""
    return str(content.data["dataClass"])


def writers(content: Content) -> str:
    """Who may fill the list: `owner` (agencies of its kind) or `all_on_action`."""
    return str(content.data["writers"])


def owner_kind(content: Content) -> str:
    """Kind of the agencies that own the list, such as `brandweer`."""
    return str(content.data["agency"])


def needs_caution(question: Mapping[str, Any]) -> bool:
    """Whether an answer must carry `caution`: it records what a person states (Awb 5:10a, Sv 29)."""
    return bool(question["statement"])
