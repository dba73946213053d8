"""The only place that reads a clock, and the forms that a time takes.

A time is an aware UTC `datetime` of whole milliseconds in Python, a count of milliseconds since 1970 in the
database and `2026-11-25T10:00:00.000Z` on the wire. Services take `now` as an argument; routes, jobs and
commands ask it here, once.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
"""Where the work is done: a day, a term or the day of a norm begins at midnight there."""
_MILLISECOND = timedelta(milliseconds=1)
_WIRE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system


def now() -> datetime:
    """The present moment in UTC, cut to whole milliseconds."""
    moment = _source()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@contextmanager
def reading(source: Callable[[], datetime]) -> Iterator[None]:
    """Let `now()` read `source` for a while; for tests and for replays of a day that has been."""
    global _source
    before, _source = _source, source
    try:
        yield
    finally:
        _source = before


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970; `ValueError` for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored; give it one with tzinfo=UTC")
    return (moment - EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The UTC time of a count of milliseconds since 1970."""
    return EPOCH + milliseconds * _MILLISECOND


def local_day(moment: datetime) -> date:
    """The day it is then in the Netherlands."""
    return moment.astimezone(ZONE).date()


def to_wire(moment: datetime) -> str:
    """`2026-11-25T10:00:00.000Z`; `ValueError` for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be sent; give it one with tzinfo=UTC")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_wire(text: str) -> datetime:
    """Read a wire time; `ValueError` for every other spelling (docs/format.md § 1)."""
    if _WIRE.fullmatch(text) is None:
        raise ValueError("a time is written as 2026-11-25T10:00:00.000Z: UTC, three decimals, Z")
    return datetime.fromisoformat(text)
