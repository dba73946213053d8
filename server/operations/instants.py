"""Times as texts write them, and as the whole milliseconds that order values (docs/format.md § 1).

Unlike `core.clock` this must take what a broken device clock gives: any day of the years 1 to 9999.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
FIRST = -62_135_596_800_000  # 0001-01-01T00:00:00.000Z
LAST = 253_402_300_799_999  # 9999-12-31T23:59:59.999Z


@lru_cache(maxsize=8192)
def parse(text: str) -> int:
    """Return the milliseconds of `text`, which must be of the one form `2026-11-25T10:00:00.000Z`.

    Raises ValueError for any other form and for days that do not exist.
    """
    marks = text[4:5] + text[7:8] + text[10:11] + text[19:20] + text[23:]
    if len(text) != 24 or marks != "--T.Z" or not text.isascii():
        raise ValueError("not a time in UTC with three decimals and Z")
    return (datetime.fromisoformat(text) - _EPOCH) // _MILLISECOND


def within(milliseconds: int) -> int:
    """Return an instant of the years 1 to 9999: itself, or the nearest. Time plus offset may lie beyond."""
    return min(max(milliseconds, FIRST), LAST)


def is_instant(text: str) -> bool:
    """Say whether `parse` takes it."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def wire(milliseconds: int) -> str:
    """Return the text of an instant; outside the years 1 to 9999 that of the nearest instant within."""
    moment = _EPOCH + timedelta(milliseconds=within(milliseconds))
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
