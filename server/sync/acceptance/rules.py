"""The rules, one function each: None, or the reason code of decision 0001. Pure, over facts loaded before."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from server.access.service import ClassUnknown, may_write, scope_for
from server.checklists.service import (
    Content,
    check_value,
    list_class,
    needs_caution,
    owner_kind,
    writers,
)
from server.core.clock import from_ms
from server.operations.instants import within
from server.operations.kinds import KINDS, ListFacts, kind_of
from server.operations.operation import Operation
from server.operations.state import is_resolution
from server.sync.acceptance.facts import Facts

Rule = Callable[[Operation, Facts], str | None]

DRAWN = {
    "evidence.add": "evidence",
    "finding.add": "finding",
    "finding.decide": "finding",
    "note.add": "note",
}
ON_A_QUESTION = frozenset({"answer.set", "finding.decide"})
BY_LIST_WRITERS = frozenset({"instance.create", "instance.sign_off", *ON_A_QUESTION})


def author(operation: Operation, facts: Facts) -> str | None:
    """The head names the batch's signer and dossier."""
    if operation.head.signer != facts.signer_id:
        return "signer"
    return None if operation.head.dossier == facts.dossier_id else "scope"


def kind(operation: Operation, facts: Facts) -> str | None:
    """This release knows the kind, and that of what it withdraws."""
    return "kind_unknown" if unknown_kind(operation) is not None else None


def signer_goes_on(operation: Operation, facts: Facts) -> str | None:
    """It was frozen before its signer ended."""
    until = facts.signer.until
    return "signer_ended" if until is not None and frozen_at(operation) >= until else None


def dossier(operation: Operation, facts: Facts) -> str | None:
    """The dossier is here."""
    return None if facts.dossier_known else "dossier_unknown"


def checklist(operation: Operation, facts: Facts) -> str | None:
    """The version it names is loaded."""
    unknown = _list_fields(operation) and content_of(operation, facts) is None
    return "checklist_unknown" if unknown else None


def question(operation: Operation, facts: Facts) -> str | None:
    """That version has the question and the rule it names."""
    content = content_of(operation, facts)
    if content is None or operation.head.kind not in ON_A_QUESTION:
        return None
    asked = operation.values["question"]
    if asked not in content.questions:
        return "schema"
    if operation.head.kind == "answer.set":
        return None
    rule = operation.values["rule"]
    known = rule in content.rules and content.rules[rule][0]["code"] == asked
    return None if known else "schema"


def home(operation: Operation, facts: Facts) -> str | None:
    """Its home scope is the batch's."""
    try:
        found = scope_for(
            operation.head.kind,
            operation.values,
            dossier=facts.dossier,
            agency=facts.signer.agency,
            chosen=facts.scope_name,
            classes=facts.library,
        )
    except ClassUnknown:
        return "schema"
    return None if found == facts.scope else "scope"


def entity(operation: Operation, facts: Facts) -> str | None:
    """Its entity follows from its parts, or was drawn where it must be."""
    told = None
    if operation.head.kind == "instance.create":
        content = facts.library.content(operation.values["checklist"], operation.values["version"])
        told = ListFacts(list_class(content), content.data["per"] not in ONCE)
    return None if kind_of(operation.head.kind).entity(operation, told) else "entity"


def founder(operation: Operation, facts: Facts) -> str | None:
    """What somebody drew an id for is of their agency; others may resolve what stands side by side there."""
    if family_drawn(operation) is None or resolves(operation):
        return None
    before = facts.founders.get(operation.head.entity)
    return None if not before or operation.agency in before else "entity"


def writer(operation: Operation, facts: Facts) -> str | None:
    """Its author was ever assigned, and had the role for its class when it was frozen (access decides)."""
    if operation.head.kind == "dossier.open":
        return _opener(operation, facts)
    decision = may_write(facts.rights, facts.scope, from_ms(within(frozen_at(operation))))
    return None if decision else decision.rule


def _opener(operation: Operation, facts: Facts) -> str | None:
    """A visit is opened for a team that the author was ever in: once, or again by those who are at it."""
    named = (operation.values["action"], operation.values["team"])
    if named not in facts.teams:
        return "not_assigned"
    if facts.visit is None or facts.visit == named or facts.rights.assigned:
        return None
    return "not_assigned"


def list_writers(operation: Operation, facts: Facts) -> str | None:
    """Its agency may write the list. Anyone at the visit may resolve, and sign for themselves, in joint."""
    content = content_of(operation, facts)
    if content is None or operation.head.kind not in BY_LIST_WRITERS or writers(content) != "owner":
        return None
    joint = facts.scope.kind == "joint"
    if joint and (resolves(operation) or operation.head.kind == "instance.sign_off"):
        return None
    return None if facts.signer.agency_kind == owner_kind(content) else "writers"


def own_system(operation: Operation, facts: Facts) -> str | None:
    """The list, or the question, is one that this agency records here."""
    content = content_of(operation, facts)
    if content is None:
        return None
    asked = operation.values["question"] if operation.head.kind in ON_A_QUESTION else None
    return "own_system" if facts.opened.mode(content, asked) == "own_system" else None


def value(operation: Operation, facts: Facts) -> str | None:
    """The answer is of the form that its question's type asks for; of a resolution its own does not count."""
    answered = _answered(operation, facts)
    if answered is None:
        return None
    return None if check_value(answered, operation.values["value"]) is None else "value"


def caution(operation: Operation, facts: Facts) -> str | None:
    """A person's statement carries that the caution was asked about, and given where due (Awb 5:10a)."""
    answered = _answered(operation, facts)
    if answered is None or operation.values["value"] is None or not needs_caution(answered):
        return None
    told = operation.values.get("caution")
    given = told is not None and (told["given"] is not None or not told["punitive"])
    return None if given else "caution"


ONCE = frozenset({"visit", "action"})
"""Values of a list's `per` of which a visit holds one filling; of every other many, with drawn ids."""

BEFORE_SCHEMA: tuple[Rule, ...] = (author, kind, signer_goes_on)


class Stage(NamedTuple):
    """Rules that are asked together. By place: their answer is the same for all operations of one `place`."""

    rules: tuple[Rule, ...]
    by_place: bool


AFTER_SCHEMA = (
    Stage((dossier, checklist, question, home), by_place=True),
    Stage((entity, founder), by_place=False),
    Stage((writer, list_writers, own_system), by_place=True),
    Stage((value, caution), by_place=False),
)
"""In this order: the first rule that speaks against an operation says why it is set aside."""

TRUSTED: tuple[Rule, ...] = (author, kind, dossier, checklist, home)
"""What still must hold of an operation that this server once accepted: where it belongs never changes, and
without the others it cannot be folded."""

WAIVABLE = frozenset({"signer_ended", "not_assigned", "role", "writers", "own_system"})
"""Reasons that a person may set aside for one operation: they say who may; every other says what it is."""


def place(operation: Operation, facts: Facts) -> tuple[object, ...]:
    """All that the rules by place look at: kind, list, question, if it resolves; in a class also when."""
    kind, values = operation.head.kind, operation.values
    moment = frozen_at(operation) if facts.scope.kind == "class" else None
    if kind == "dossier.open":
        return (kind, values["action"], values["team"], moment)
    if kind not in BY_LIST_WRITERS:
        return (kind, "rule" in values, moment)
    asked = values.get("question") if kind in ON_A_QUESTION else None
    rule = values.get("rule") if kind == "finding.decide" else None
    named = (values.get("checklist"), values.get("version"), asked, rule)
    return (kind, *named, resolves(operation), moment)


def frozen_at(operation: Operation) -> int:
    """When it was frozen, in ms by our clock as the device knew it."""
    return operation.head.moment + operation.head.offset


def resolves(operation: Operation) -> bool:
    """Whether it is a resolution; a field of that name in a kind that has none is an unknown one."""
    return is_resolution(operation.head.kind, operation.values)


def unknown_kind(operation: Operation) -> str | None:
    """The kind that this release would have to know, its own or that of what it withdraws; else None."""
    if operation.head.kind not in KINDS:
        return operation.head.kind
    marked = operation.values.get("of") if operation.head.kind == "withdraw" else None
    return marked if isinstance(marked, str) and marked not in KINDS else None


def family_drawn(operation: Operation) -> str | None:
    """The family of an entity for which its first author drew the id; None where it is derived."""
    if operation.head.kind == "finding.decide" and "rule" in operation.values:
        return None
    return DRAWN.get(operation.head.kind)


def content_of(operation: Operation, facts: Facts) -> Content | None:
    """The checklist version that it names, when that is loaded."""
    named = _list_fields(operation)
    return facts.library.contents.get((named["checklist"], named["version"])) if named else None


def _list_fields(operation: Operation) -> dict[str, Any]:
    """Its fields, where its kind speaks of a filling; a field of that name elsewhere is an unknown one."""
    speaks = operation.head.kind in BY_LIST_WRITERS and "checklist" in operation.values
    return operation.values if speaks else {}


def _answered(operation: Operation, facts: Facts) -> Any:
    if operation.head.kind != "answer.set" or resolves(operation):
        return None
    content = content_of(operation, facts)
    return content and content.questions[operation.values["question"]]


def opens(operation: Operation, facts: Facts) -> bool:
    """Whether it makes its dossier: nobody planned it, its id was drawn, its author was in the team."""
    if operation.head.kind != "dossier.open" or UUID(operation.head.dossier).version != 7:
        return False
    return facts.trusted or (entity(operation, facts) is None and writer(operation, facts) is None)
