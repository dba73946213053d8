"""`scope_for`: where a recorded value lives. Pure, and the same on the tablet (schemas/vectors/scope)."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from server.access.names import TEAM, ScopeName, ScopeNameInvalid, agency_of, home, joint, parse

JOINT_KINDS = frozenset({"dossier.open", "visit.state", "agency.progress", "target.skip"})
LIST_KINDS = frozenset({"instance.create", "instance.sign_off"})
OWNER_KINDS = frozenset({"agency.follow_up", "follow_up.reply"})
CHOSEN_KINDS = frozenset({"finding.add", "evidence.add", "note.add", "withdraw"})
"""Kinds whose author chooses the scope by the batch they are put in."""


class ClassUnknown(LookupError):
    """The list, its version, the question or the rule is not known here (yet)."""


class KindUnknown(LookupError):
    """No rule says where an operation of this kind lives."""


class Classes(Protocol):
    """The data classes that the loader wrote into a checklist version; every method raises `ClassUnknown`."""

    def of_list(self, checklist: str, version: str) -> str:
        """The class of the list itself."""
        ...

    def of_question(self, checklist: str, version: str, question: str) -> str:
        """The class of one question."""
        ...

    def of_rule(self, checklist: str, version: str, question: str, rule: str) -> str:
        """The class of a finding: the narrowest among its question and all that its `when` reads."""
        ...


def scope_for(
    kind: str, fields: Mapping[str, Any], *, dossier: UUID, agency: UUID, chosen: str, classes: Classes
) -> ScopeName:
    """Name the home scope of an operation (docs/format.md § 4).

    `agency` is the signer's agency, `chosen` the scope of the batch; `fields` the operation's fields by name.
    Where the author may choose and chose a scope that is not theirs, the answer is the default, the agency's
    own: it then differs from the batch's and the operation is set aside with reason `scope`.
    Raises `ClassUnknown` (checklist_unknown) and `KindUnknown` (kind_unknown).
    """
    if kind in JOINT_KINDS:
        return joint(dossier)
    if kind in OWNER_KINDS:
        return agency_of(dossier, agency)
    if kind in LIST_KINDS:
        return home(dossier, classes.of_list(fields["checklist"], fields["version"]), agency)
    if kind == "answer.set":
        found = classes.of_question(fields["checklist"], fields["version"], fields["question"])
        return home(dossier, found, agency)
    if kind == "finding.decide" and "rule" in fields:
        found = classes.of_rule(fields["checklist"], fields["version"], fields["question"], fields["rule"])
        return home(dossier, found, agency)
    if kind in CHOSEN_KINDS or kind == "finding.decide":
        return _chosen(chosen, dossier, agency)
    raise KindUnknown(kind)


def _chosen(name: str, dossier: UUID, agency: UUID) -> ScopeName:
    try:
        scope = parse(name)
    except ScopeNameInvalid:
        return agency_of(dossier, agency)
    mine = scope.kind == "joint" or scope.agency == agency
    return scope if mine and scope.dossier == dossier else agency_of(dossier, agency)


def is_wider(one: ScopeName, other: ScopeName) -> bool:
    """Say whether `one` is the same scope as `other` or a wider one of the same dossier.

    Only ids from such a scope have an effect in `other`; any other is answered like one that does not exist.
    """
    if one == other:
        return True
    if one.dossier != other.dossier or other.dossier is None:
        return False
    if one.kind == "joint":
        return other.kind in ("agency", "class")
    return one.kind == "agency" and other.kind == "class" and one.agency == other.agency


def is_narrower_class(one: str, other: str) -> bool:
    """Say whether data class `one` is strictly narrower than `other`; incomparable classes are not."""
    if one in (other, TEAM):
        return False
    return other == TEAM or (other == "agency" and one != "agency")
