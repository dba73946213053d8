"""Which entries go into a page: scope by scope in the order of their names, until the page is full. Pure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from server.sync.pulling.cursors import BEGIN, HALF, Cursor


class Readable(NamedTuple):
    """A scope that the device may pull, as it stood when the pull began."""

    id: int
    name: str
    dossier: UUID | None
    last: int
    digest: bytes


class Range(NamedTuple):
    """Entries `low` + 1 … `high` of a scope; none where they are equal."""

    scope: Readable
    start: Cursor
    high: int

    @property
    def low(self) -> int:
        return self.start.n

    @property
    def more(self) -> bool:
        return self.high < self.scope.last


def to_check(scopes: Iterable[Readable], cursors: Mapping[str, Cursor | None]) -> list[tuple[int, int]]:
    """(scope, n) of those cursors whose digest stands at an entry in the middle of the scope."""
    named = ((scope, cursors.get(scope.name)) for scope in scopes)
    return [(scope.id, at.n) for scope, at in named if at is not None and 0 < at.n < scope.last]


def plan(
    scopes: Iterable[Readable],
    cursors: Mapping[str, Cursor | None],
    digests: Mapping[tuple[int, int], bytes],
    limit: int,
) -> list[Range]:
    """The ranges of a page of at most `limit` entries; scopes of which nothing is new are left out.

    A cursor that the server does not recognise starts its scope at 0. Scopes the page has no
    room for come with no entry and `more`, so that the device asks again.
    """
    ranges = []
    left = limit
    for scope in sorted(scopes, key=lambda one: one.name):
        named = cursors.get(scope.name)
        start = named if named is not None and _recognised(scope, named, digests) else BEGIN
        if named is not None and start is named and start.n == scope.last:
            continue
        high = min(scope.last, start.n + left)
        left -= high - start.n
        ranges.append(Range(scope, start, high))
    return ranges


def to_find(ranges: Iterable[Range]) -> list[tuple[int, int]]:
    """(scope, n) of the ends of ranges that stop in the middle of their scope: at most one, where a page
    is cut.
    """
    return [(one.scope.id, one.high) for one in ranges if one.low < one.high < one.scope.last]


def cursor_after(one: Range, digests: Mapping[tuple[int, int], bytes]) -> Cursor:
    """How far a device holds the scope once it has the range."""
    if one.high == one.low:
        return one.start
    if one.high == one.scope.last:
        return Cursor(one.high, one.scope.digest[:HALF])
    return Cursor(one.high, digests[one.scope.id, one.high])


def _recognised(scope: Readable, cursor: Cursor, digests: Mapping[tuple[int, int], bytes]) -> bool:
    if cursor.n > scope.last:
        return False
    if cursor.n == scope.last:
        return cursor.digest == scope.digest[:HALF]
    if cursor.n == 0:
        return cursor == BEGIN
    return digests.get((scope.id, cursor.n)) == cursor.digest
