"""`withdraw`: marks one operation of the same agency; it replaces nothing. To restore is to write again."""

from server.operations.kinds.kind import Kind, ListFacts
from server.operations.operation import Operation


def _is_any(operation: Operation, facts: ListFacts | None) -> bool:
    """A mark beside nothing marks nothing, so its entity needs no rule."""
    return True


KIND = Kind("withdraw", family="", register=None, entity=_is_any, resolvable=False, undo=None)
