"""Names of scopes: one home for every value, spelled the same in tables, texts and pulls."""

from dataclasses import dataclass
from uuid import UUID

TEAM = "team"
AGENCY = "agency"
NARROW_CLASSES = ("wpg", "fiscal", "victim", "signal", "private_shared")
CLASSES = (TEAM, AGENCY, *NARROW_CLASSES)
"""Data classes: `team` is wider than `agency`, `agency` wider than each other one; the others are not
comparable."""

DOSSIER_KINDS = ("joint", "agency", "class")
"""Scopes that hang on a dossier and take operations."""
SUBJECT_KINDS = ("action", "team", "lead", "member", "share", "directory")
"""Scopes named by one id, which hold documents only; with `inbox`, whose id is an agency."""


class ScopeNameInvalid(ValueError):
    """The text is no name of a scope."""


@dataclass(frozen=True, slots=True)
class ScopeName:
    """A scope's name in its parts. What a kind does not have is None."""

    kind: str
    dossier: UUID | None = None
    agency: UUID | None = None
    data_class: str | None = None
    subject: UUID | None = None

    def __str__(self) -> str:
        if self.kind == "class":
            return f"class:{self.dossier}:{self.data_class}:{self.agency}"
        if self.kind == "agency":
            return f"agency:{self.dossier}:{self.agency}"
        return f"{self.kind}:{self.dossier or self.subject or self.agency}"


def joint(dossier: UUID) -> ScopeName:
    """What all who are at the visit share."""
    return ScopeName("joint", dossier=dossier)


def agency_of(dossier: UUID, agency: UUID) -> ScopeName:
    """What one agency keeps of a visit."""
    return ScopeName("agency", dossier=dossier, agency=agency)


def class_of(dossier: UUID, data_class: str, agency: UUID) -> ScopeName:
    """What one agency keeps of a visit under a narrower class."""
    if data_class not in NARROW_CLASSES:
        raise ScopeNameInvalid(f"'{data_class}' is no narrow data class")
    return ScopeName("class", dossier=dossier, data_class=data_class, agency=agency)


def home(dossier: UUID, data_class: str, agency: UUID) -> ScopeName:
    """The scope of a value of this class, recorded by this agency in this dossier.

    An unknown class is refused rather than guessed: `ScopeNameInvalid`.
    """
    if data_class == TEAM:
        return joint(dossier)
    if data_class == AGENCY:
        return agency_of(dossier, agency)
    return class_of(dossier, data_class, agency)


def inbox(agency: UUID) -> ScopeName:
    """The tasks of an agency."""
    return ScopeName("inbox", agency=agency)


def of(kind: str, subject: UUID) -> ScopeName:
    """A scope named by one id: action, team, lead, member, share or directory."""
    if kind not in SUBJECT_KINDS:
        raise ScopeNameInvalid(f"'{kind}' is no kind of scope that an id names")
    return ScopeName(kind, subject=subject)


def parse(name: str) -> ScopeName:
    """Read a scope's name; only its one spelling is taken. Raises `ScopeNameInvalid`."""
    kind, *parts = name.split(":")
    try:
        if kind == "joint" and len(parts) == 1:
            found = joint(UUID(parts[0]))
        elif kind == "agency" and len(parts) == 2:
            found = agency_of(UUID(parts[0]), UUID(parts[1]))
        elif kind == "class" and len(parts) == 3:
            found = class_of(UUID(parts[0]), parts[1], UUID(parts[2]))
        elif kind == "inbox" and len(parts) == 1:
            found = inbox(UUID(parts[0]))
        elif len(parts) == 1:
            found = of(kind, UUID(parts[0]))
        else:
            raise ScopeNameInvalid(f"'{name}' is no name of a scope")
    except ValueError as error:
        raise ScopeNameInvalid(f"'{name}' is no name of a scope") from error
    if str(found) != name:
        raise ScopeNameInvalid(f"'{name}' is not spelled '{found}'")
    return found
