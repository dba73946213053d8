"""Pages by keyset: `after` names the last row seen, so that rows which come meanwhile shift nothing."""

from typing import Any

import orjson

from server.core import base64url
from server.core.problems import Problem

LIMIT = 50
MOST = 200


def write(*parts: Any) -> str:
    """The cursor of a row: its sort key. Opaque to clients."""
    return base64url.encode(orjson.dumps(parts))


def read(after: str | None, *kinds: type) -> list[Any] | None:
    """The sort key that `after` names; None without one. Raises `cursor-unknown` for what no page gave
    out."""
    if after is None:
        return None
    try:
        parts = orjson.loads(base64url.decode(after))
    except ValueError:
        parts = None
    well = isinstance(parts, list) and len(parts) == len(kinds)
    if not well or not all(type(part) is kind for part, kind in zip(parts, kinds, strict=True)):
        raise Problem("cursor-unknown", field="after")
    return list(parts)
