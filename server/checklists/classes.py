"""Of several data classes the narrowest, and which class may be read along with which."""

from collections.abc import Iterable

from server.access.names import CLASSES
from server.access.service import is_narrower_class

__all__ = ["CLASSES", "OWN_SYSTEM_CLASSES", "Incomparable", "narrowest", "reads_along"]

OWN_SYSTEM_CLASSES = frozenset({"wpg", "fiscal", "victim", "signal"})
"""Recorded in the agency's own system unless it opens them here."""


class Incomparable(ValueError):
    """Two classes of which neither is narrower than the other."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")
        self.first = first
        self.second = second


def reads_along(reader: str, read: str) -> bool:
    """Whether who may see something of class `reader` may also see `read`: the same class or a wider one."""
    return reader == read or is_narrower_class(reader, read)


def narrowest(classes: Iterable[str]) -> str:
    """The narrowest of one or more classes. Raises Incomparable when two are narrow in different ways."""
    found: str | None = None
    for data_class in classes:
        if found is None or reads_along(data_class, found):
            found = data_class
        elif not reads_along(found, data_class):
            raise Incomparable(found, data_class)
    if found is None:
        raise ValueError("no class given")
    return found
