"""Stored versions, read once per process: they never change, so a digest found is a content known."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.orm import Session

from server.access.service import ClassUnknown
from server.checklists.content import Content, read_content
from server.checklists.models import Checklist, ChecklistVersion

Key = tuple[str, str]
"""Code and version."""

_known: dict[bytes, Content] = {}


@dataclass(frozen=True, slots=True)
class Library:
    """Some versions in hand. It is `access.Classes`: what it does not hold is ClassUnknown
    (`checklist_unknown`).
    """

    contents: dict[Key, Content]

    def content(self, checklist: str, version: str) -> Content:
        """The version, or ClassUnknown."""
        try:
            return self.contents[checklist, version]
        except KeyError:
            raise ClassUnknown(f"{checklist} {version}") from None

    def of_list(self, checklist: str, version: str) -> str:
        return str(self.content(checklist, version).data["dataClass"])

    def of_question(self, checklist: str, version: str, question: str) -> str:
        return question_class(self.content(checklist, version), question)

    def of_rule(self, checklist: str, version: str, question: str, rule: str) -> str:
        content = self.content(checklist, version)
        if rule not in content.rules or content.rules[rule][0]["code"] != question:
            raise ClassUnknown(f"{checklist} {version} {question} {rule}")
        return finding_class(content, rule)


def question_class(content: Content, question: str) -> str:
    """The data class of a question. Raises ClassUnknown."""
    if question not in content.questions:
        raise ClassUnknown(f"{content.code} {content.version} {question}")
    return str(content.questions[question]["dataClass"])


def finding_class(content: Content, rule: str) -> str:
    """The data class of a finding: the narrowest among its question and all that its `when` reads. Raises
    ClassUnknown.
    """
    if rule not in content.rules:
        raise ClassUnknown(f"{content.code} {content.version} {rule}")
    return str(content.rules[rule][1]["dataClass"])


_LOADED = select(ChecklistVersion.code, ChecklistVersion.version, ChecklistVersion.content_digest).where(
    tuple_(ChecklistVersion.code, ChecklistVersion.version).in_(bindparam("keys", expanding=True))
)


def contents(session: Session, keys: Collection[Key]) -> Library:
    """The versions among `keys` that are loaded: one query, a second one for those this process has not
    seen.
    """
    if not keys:
        return Library({})
    session.flush()
    rows = session.connection().execute(_LOADED, {"keys": sorted(keys)}).all()
    _learn(session, {digest for _, _, digest in rows} - _known.keys())
    return Library({(code, version): _known[digest] for code, version, digest in rows})


def content(session: Session, code: str, version: str) -> Content | None:
    """One version, or None when it is not loaded."""
    return contents(session, [(code, version)]).contents.get((code, version))


def newest(session: Session) -> list[Content]:
    """The newest version of each list, by code."""
    keys = [(code, version) for code, version in session.execute(select(Checklist.code, Checklist.version))]
    found = contents(session, keys).contents
    return [found[key] for key in sorted(keys)]


def _learn(session: Session, digests: Collection[bytes]) -> None:
    if not digests:
        return
    rows = session.execute(
        select(ChecklistVersion.content_digest, ChecklistVersion.content).where(
            ChecklistVersion.content_digest.in_(digests)
        )
    )
    for digest, text in rows:
        _known[digest] = read_content(text)
