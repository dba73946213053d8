"""What a kind of operation declares: its register, its entity, and how it is taken back."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from msgspec import Struct

from server.core.ids import derive
from server.operations.operation import Operation

Values = Mapping[str, Any]


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
    return UUID(operation.head.entity).version == 7


def is_instance(operation: Operation, facts: ListFacts | None) -> bool:
    """The entity is the one filling of its list, or was drawn where a visit may hold many."""
    assert facts is not None, "the caller quarantines operations of an unknown list first"
    if facts.repeatable:
        return is_random(operation, facts)
    parts = ["instance", operation.head.dossier, operation.values["checklist"]]
    if facts.data_class != "team":
        parts.append(operation.agency)
    return operation.head.entity == str(derive(*parts))
