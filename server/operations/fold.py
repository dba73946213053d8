"""The fold: operations into the state of what they touch, whatever the order in which they come."""

from collections.abc import Iterable

from server.operations import state as states
from server.operations.kinds import kind_of, marked_kind
from server.operations.operation import Operation
from server.operations.state import State


def apply(state: State, operation: Operation) -> State:
    """Return `state` with `operation` folded in; doing it twice changes nothing.

    Raises KindUnknown.
    """
    kind = kind_of(operation.head.kind)
    if kind.register is None:
        return states.mark(state, operation)
    return states.put(state, kind.register(operation.agency, operation.values), operation)


def fold(operations: Iterable[Operation], state: State | None = None) -> State:
    """Return what `operations` of one entity make of `state`, or of nothing."""
    state = state or states.empty()
    for operation in operations:
        state = apply(state, operation)
    return state


def family_of(operation: Operation) -> str:
    """Return the family whose state an operation touches: for a withdrawal that of the kind it marks.

    Raises KindUnknown.
    """
    kind = kind_of(operation.head.kind)
    return (marked_kind(operation.values) if kind.register is None else kind).family
