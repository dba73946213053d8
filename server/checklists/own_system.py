"""The mode "own systems": lists and questions that an agency does not record here.

The classes `wpg`, `fiscal`, `victim` and `signal` are recorded in the agency's own system unless its
settings open them. Where they are shut the app shows the list and records only `agency.progress` and
`agency.follow_up`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.checklists.classes import OWN_SYSTEM_CLASSES
from server.checklists.content import Content
from server.checklists.models import OwnSystemSetting

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


def open_here(
    session: Session, agency: UUID, checklist: str, *, question: str = "", is_open: bool = True
) -> None:
    """Let an agency record a list or one question of it here, or not any more. The caller checks who may
    decide that.
    """
    row = session.get(OwnSystemSetting, (agency, checklist, question))
    if row is None:
        session.add(OwnSystemSetting(agency=agency, checklist=checklist, question=question, open=is_open))
    else:
        row.open = is_open
    session.flush()
