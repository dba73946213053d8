"""What a kind of operation declares: its register, its entity, and how it is taken back."""

from collections.abc import Callable, Mapping
from hashlib import sha1
from typing import Any

from msgspec import Struct

from server.core.ids import NAMESPACE
from server.operations.operation import Operation

Values = Mapping[str, Any]
_NAMESPACE = NAMESPACE.bytes


class ListFacts(Struct, frozen=True):
    """What the loader says of a checklist version, as far as ids rest on it."""

    data_class: str
    repeatable: bool


class Kind(Struct, frozen=True):
    """One kind of operation.

    `family` is the one place it touches: the state of its entity there. `register` names the register in it
    from the signer's agency and the fields; None for a withdrawal, which marks. `entity` says whether the
    head's entity follows from its parts; it is given the facts of the list that the fields name, if they name
    one. `resolvable`: it may carry a resolution. `undo` is the kind of the operation that takes it back;
    nothing is ever deleted.
    """

    name: str
    family: str
    register: Callable[[str, Values], str] | None
    entity: Callable[[Operation, ListFacts | None], bool]
    resolvable: bool = True
    undo: str | None = "withdraw"


def whole(agency: str, values: Values) -> str:
    """The one register of an entity."""
    return ""


def by_agency(agency: str, values: Values) -> str:
    """A register for each agency."""
    return agency


def by_list(agency: str, values: Values) -> str:
    """A register for each list of each agency."""
    return f"{agency}|{values['list']}"


def is_dossier(operation: Operation, facts: ListFacts | None) -> bool:
    """The entity is the dossier itself."""
    return operation.head.entity == operation.head.dossier


def is_random(operation: Operation, facts: ListFacts | None) -> bool:
    """The entity was drawn (UUIDv7), so it cannot fall on one that is derived."""
    return operation.head.entity[14] == "7" and operation.head.entity[19] in "89ab"


def is_instance(operation: Operation, facts: ListFacts | None) -> bool:
    """The entity is the one filling of its list, or was drawn where a visit may hold many."""
    assert facts is not None, "the caller quarantines operations of an unknown list first"
    if facts.repeatable:
        return is_random(operation, facts)
    parts = ["instance", operation.head.dossier, operation.values["checklist"]]
    if facts.data_class != "team":
        parts.append(operation.agency)
    return is_derived(operation.head.entity, *parts)


def is_derived(entity: str, *parts: str) -> bool:
    """Say whether `entity` is the derived id of `parts`: `core.ids.derive`, but quicker.

    No part holds a `|`: they are ids and codes, whose forms the schemas fix.
    """
    raw = bytearray(sha1(_NAMESPACE + "|".join(parts).encode(), usedforsecurity=False).digest()[:16])
    raw[6], raw[8] = raw[6] & 0x0F | 0x50, raw[8] & 0x3F | 0x80
    return raw.hex() == entity.replace("-", "")
