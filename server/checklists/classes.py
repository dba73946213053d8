"""The order of data classes (format.md § 4): `team` is wider than `agency`, `agency` wider than each other class."""

from collections.abc import Iterable

CLASSES = ("team", "agency", "wpg", "fiscal", "victim", "signal", "private_shared")
OWN_SYSTEM_CLASSES = frozenset({"wpg", "fiscal", "victim", "signal"})


class Incomparable(ValueError):
    """Two classes of which neither is narrower than the other."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")
        self.first = first
        self.second = second


def width(data_class: str) -> int:
    """2 for `team`, 1 for `agency`, 0 for every other class."""
    return {"team": 2, "agency": 1}.get(data_class, 0)


def reads_along(reader: str, read: str) -> bool:
    """Whether who may see something of class `reader` may also see `read`: the same class or a wider one."""
    return reader == read or width(read) > width(reader)


def narrowest(classes: Iterable[str]) -> str:
    """The narrowest of one or more classes. Raises Incomparable when two of them are narrow in different ways."""
    found: str | None = None
    for data_class in classes:
        if found is None or reads_along(data_class, found):
            found = data_class
        elif not reads_along(found, data_class):
            raise Incomparable(found, data_class)
    if found is None:
        raise ValueError("no class given")
    return found
