"""What a family declares: its table, and the columns that show an entity's state."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Table

from server.operations.forms import uuid_bytes
from server.operations.instants import parse
from server.operations.show import Shown, show
from server.operations.state import Seen, State

Decided = Mapping[str, Mapping[str, Any]]
"""Operation id → what is kept of its acceptance: `received` in ms, and `follow_ups` where that was
decided.
"""


class Entity(NamedTuple):
    """An entity as it is shown: its state, what each register shows, and what is kept of acceptances."""

    state: State
    shown: Mapping[str, Shown]
    decided: Decided


class Family(NamedTuple):
    """`columns` are those of the family's own, `values` theirs for an entity.

    `keeps`: the table has a column `decided` in which acceptances are kept, because `values` or a job needs
    them.
    """

    name: str
    table: Table
    columns: tuple[str, ...]
    values: Callable[[Entity], tuple[Any, ...]]
    keeps: bool = False


def entity_of(state: State, decided: Decided) -> Entity:
    """Work out what an entity shows, once for all who ask."""
    shown = {name: show(register, state["marks"]) for name, register in sorted(state["registers"].items())}
    return Entity(state, shown, decided)


def first_id(entity: Entity, name: str = "") -> str | None:
    """The operation that gives the first shown value of a register; None where none is shown."""
    shown = entity.shown.get(name)
    return shown["values"][0]["lead"] if shown and shown["values"] else None


def first(entity: Entity, name: str = "") -> Seen | None:
    """What that operation says."""
    id = first_id(entity, name)
    return None if id is None else entity.state["registers"][name]["seen"][id]


def text_of(seen: Seen | None, name: str) -> str | None:
    """A field's text; None where there is no value, or the field was erased or is null."""
    value = seen["fields"].get(name) if seen is not None else None
    return value if isinstance(value, str) else None


def uuid_of(seen: Seen | None, name: str) -> bytes | None:
    """A field's UUID as its 16 bytes; None as for `text_of`."""
    value = text_of(seen, name)
    return None if value is None else uuid_bytes(value)


def time_of(seen: Seen | None, name: str) -> int | None:
    """A field's time in milliseconds; None as for `text_of`."""
    value = text_of(seen, name)
    return None if value is None else parse(value)
