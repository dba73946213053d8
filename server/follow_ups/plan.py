"""What follows from a confirmed finding, and what of it may leave the agency. Pure; the one
place for it.

A receiver is told no more than the finding's class allows: class `team` goes at once to public agencies that
take part; class `agency` only where the confirming inspector referred it, without the finding's title and
basis; from every other class nothing leaves, and the owner gets the task to decide. Whom the app does not
reach, the owner informs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server.core.ids import derive


@dataclass(frozen=True, slots=True)
class Proposed:
    """One follow-up as the rule or the inspector named it, resolved to an agency at acceptance.

    `agency` is None where no agency in the system has this kind. `chosen`: the inspector referred it, with
    `basis` and `sentence`.
    """

    kind: str | None
    agency: UUID | None
    public: bool
    takes_part: bool
    action: str
    due_days: int
    chosen: bool = False
    basis: str | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A task that should be in an agency's inbox. `about` is whom the owner decides on or informs: kind
    and agency.
    """

    key: UUID
    task: str
    origin: str
    receiver: UUID
    about: tuple[str | None, UUID | None] | None
    action: str
    due_days: int
    basis: str | None
    sentence: str | None
    open: bool
    """Whoever reads the inbox may read the finding, so the task may speak of it."""


def wanted(
    finding: UUID, rule: str | None, data_class: str, owner: UUID, proposed: Iterable[Proposed]
) -> list[Wanted]:
    """The tasks that a confirmed finding should have, each once, in the order of their keys."""
    found: dict[UUID, Wanted] = {}
    for entry in sorted(proposed, key=lambda entry: entry.chosen):  # the inspector's own words win
        task = _task(finding, rule or "", data_class, owner, entry)
        if task is not None:
            found[task.key] = task
    return [found[key] for key in sorted(found)]


def _task(finding: UUID, rule: str, data_class: str, owner: UUID, entry: Proposed) -> Wanted | None:
    if entry.agency == owner:
        return _made(finding, rule, entry, "follow_up", "own", owner, data_class in ("team", "agency"))
    if data_class not in ("team", "agency"):
        return _made(finding, rule, entry, "decide", "own", owner, False)
    if entry.agency is None or not entry.public or not entry.takes_part:
        return _made(finding, rule, entry, "inform", "own", owner, True)
    if data_class == "team":
        return _made(finding, rule, entry, "follow_up", "team", entry.agency, True)
    if entry.chosen:
        return _made(finding, rule, entry, "follow_up", "referral", entry.agency, False)
    return None


def _made(
    finding: UUID, rule: str, entry: Proposed, task: str, origin: str, receiver: UUID, open: bool
) -> Wanted:
    whom = entry.agency or entry.kind or ""
    action = entry.action if task == "follow_up" else f"{task}:{entry.action}"
    return Wanted(
        key=derive("follow-up", finding, rule, whom, action),
        task=task,
        origin=origin,
        receiver=receiver,
        about=None if task == "follow_up" else (entry.kind, entry.agency),
        action=entry.action,
        due_days=entry.due_days,
        basis=entry.basis if origin == "referral" else None,
        sentence=entry.sentence if origin in ("team", "referral") else None,
        open=open,
    )


def proposed_of(decided: Sequence[dict[str, Any]], referrals: Sequence[dict[str, Any]]) -> list[Proposed]:
    """Read what acceptance stored (`dossiers.decide_follow_ups`) beside the operation's own referrals."""
    words = {(entry["receiver"], entry["action"]): entry for entry in referrals}
    found = []
    for entry in decided:
        said = words.get((entry["agency"], entry["action"]), {}) if entry["chosen"] else {}
        found.append(
            Proposed(
                kind=entry["kind"],
                agency=UUID(entry["agency"]) if entry["agency"] else None,
                public=entry["public"],
                takes_part=entry["takes_part"],
                action=entry["action"],
                due_days=entry["due_days"],
                chosen=entry["chosen"],
                basis=said.get("legalBasis"),
                sentence=said.get("sentence"),
            )
        )
    return found
