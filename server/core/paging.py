"""Pages by keyset: `after` names the last row seen, so that rows which come meanwhile shift nothing."""

from collections.abc import Callable
from datetime import datetime
from math import isfinite
from typing import Any
from uuid import UUID

import orjson

from server.core import base64url, clock
from server.core.problems import Problem

LIMIT = 50
MOST = 200
_BIG = 2**63


def write(*parts: Any) -> str:
    """The cursor of a row: its sort key. Opaque to clients."""
    return base64url.encode(orjson.dumps(parts))


def read(after: str | None, *readers: Callable[[Any], Any]) -> list[Any] | None:
    """The sort key that `after` names, each part as its reader (`instant`, `id`, `whole`, `number`, `text`)
    makes it; None without one. Raises `cursor-unknown` for what no page gave out."""
    if after is None:
        return None
    try:
        parts = orjson.loads(base64url.decode(after))
        if not isinstance(parts, list):
            raise ValueError("a cursor is a list")
        return [reader(part) for part, reader in zip(parts, readers, strict=True)]
    except (ValueError, OverflowError) as error:
        raise Problem("cursor-unknown", field="after") from error


def whole(part: Any) -> int:
    """A whole number that a database can hold."""
    if type(part) is not int or not -_BIG <= part < _BIG:
        raise ValueError("no whole number in range")
    return part


def number(part: Any) -> float:
    """A number, with or without a fraction."""
    if type(part) not in (int, float) or not isfinite(part):
        raise ValueError("no number")
    return float(part)


def instant(part: Any) -> datetime:
    """A moment, from its milliseconds."""
    return clock.from_ms(whole(part))


def text(part: Any) -> str:
    """A text that a database can hold."""
    if not isinstance(part, str) or "\0" in part:
        raise ValueError("no text")
    return part


def id(part: Any) -> UUID:
    """An id."""
    return UUID(text(part))
