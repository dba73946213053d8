"""The mode "own systems": lists and questions that an agency does not record here.

The classes `wpg`, `fiscal`, `victim` and `signal` are recorded in the agency's own system unless its
settings open them. Where they are shut the app shows the list and records only `agency.progress` and
`agency.follow_up`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.checklists.classes import OWN_SYSTEM_CLASSES
from server.checklists.content import Content
from server.checklists.models import OwnSystemChange, OwnSystemSetting
from server.checklists.versions import newest
from server.identity.models import Agency
from server.identity.service import agencies

Mode = Literal["recorded", "own_system"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What one agency opened or shut, by (list, question); the question is empty for a whole list."""

    settings: Mapping[tuple[str, str], bool]

    def mode(self, content: Content, question: str | None = None) -> Mode:
        """How this agency works with a list, or with one of its questions.

        A question follows its list: in a shut list every question is shut; in an open one a question of a
        class for own systems is open when the list was opened by a setting or it has a setting of its
        own.
        """
        of_list = self.settings.get((content.code, ""))
        if content.data["dataClass"] in OWN_SYSTEM_CLASSES and not of_list:
            return "own_system"
        if question is None:
            return "recorded"
        own = self.settings.get((content.code, question), of_list)
        shut = content.questions[question]["dataClass"] in OWN_SYSTEM_CLASSES and not own
        return "own_system" if shut else "recorded"

    def shut_questions(self, content: Content) -> list[str]:
        """Codes of the questions that are not recorded here, in the order of the list."""
        return [code for code in content.questions if self.mode(content, code) == "own_system"]


def can_be_shut(content: Content) -> bool:
    """Whether the settings of an agency matter to this list or to any of its questions."""
    parts = (content.data, *content.questions.values())
    return any(part["dataClass"] in OWN_SYSTEM_CLASSES for part in parts)


def opened(session: Session, agencies: Iterable[UUID]) -> dict[UUID, Opened]:
    """The settings of some agencies, in one query; an agency without any has its lists shut."""
    wanted = list(agencies)
    found: dict[UUID, dict[tuple[str, str], bool]] = {agency: {} for agency in wanted}
    for row in session.scalars(select(OwnSystemSetting).where(OwnSystemSetting.agency.in_(wanted))):
        found[row.agency][row.checklist, row.question] = row.open
    return {agency: Opened(settings) for agency, settings in found.items()}


class NotToBeOpened(Exception):
    """There is no such list, question or agency, or this agency does not decide it. The text says what to
    do."""


def settle(
    session: Session,
    code: str,
    agency: str,
    *,
    question: str = "",
    is_open: bool,
    by: str,
    now: datetime,
) -> bool:
    """Let the agency of that code record a list of own systems, or one question of it, here, or not any more.

    False when it is so already: then nothing is written. Raises NotToBeOpened.
    """
    content = _known_list(session, code)
    data = content.questions.get(question) if question else content.data
    if data is None:
        raise NotToBeOpened(f"{code} has no question {question}; of own systems are {_shut_of(content)}")
    if data["dataClass"] not in OWN_SYSTEM_CLASSES:
        of = ", ".join(sorted(OWN_SYSTEM_CLASSES))
        hint = "" if question else f"; with --question it may be {_shut_of(content)}"
        told = f"{question or code} is recorded here by everybody"
        raise NotToBeOpened(f"{told}: only the classes {of} run in own systems{hint}")
    owner = _known_agency(session, agency)
    if content.data["writers"] == "owner" and owner.kind != content.data["agency"]:
        raise NotToBeOpened(f"{code} is filled by {content.data['agency']}; {agency} is {owner.kind}")
    mine = opened(session, [owner.id])[owner.id]
    if question and mine.mode(content) == "own_system":
        raise NotToBeOpened(f"{code} is kept in an own system with all its questions: open the list first")
    if (mine.mode(content, question or None) == "recorded") == is_open:
        return False
    open_here(session, owner.id, code, by, now, question=question, is_open=is_open)
    return True


def _known_list(session: Session, code: str) -> Content:
    lists = {one.code: one for one in newest(session)}
    if code not in lists:
        known = ", ".join(c for c, one in lists.items() if one.data["dataClass"] in OWN_SYSTEM_CLASSES)
        raise NotToBeOpened(f"there is no list {code}; of own systems are {known or 'none'}")
    return lists[code]


def _known_agency(session: Session, code: str) -> Agency:
    known = {one.code: one for one in agencies(session)}
    if code not in known:
        raise NotToBeOpened(f"there is no agency {code}; known are {', '.join(known) or 'none'}")
    return known[code]


def _shut_of(content: Content) -> str:
    """Questions of a class for own systems, as a text."""
    found = [code for code, one in content.questions.items() if one["dataClass"] in OWN_SYSTEM_CLASSES]
    return ", ".join(found) or "none"


def open_here(
    session: Session,
    agency: UUID,
    checklist: str,
    by: str,
    now: datetime,
    *,
    question: str = "",
    is_open: bool = True,
) -> None:
    """Write that an agency records a list or one question of it here, or not any more, and who said so when.
    The caller checks who may decide that.
    """
    row = session.get(OwnSystemSetting, (agency, checklist, question))
    if row is None:
        session.add(OwnSystemSetting(agency=agency, checklist=checklist, question=question, open=is_open))
    else:
        row.open = is_open
    told = {"agency": agency, "checklist": checklist, "question": question, "open": is_open}
    session.add(OwnSystemChange(at=now, by=by, **told))
    session.flush()
