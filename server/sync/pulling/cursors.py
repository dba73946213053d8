"""Cursors: `<n>.<half of the running digest>`, opaque to clients (decision 0001)."""

import re
from typing import NamedTuple

from server.core import base64url

_FORM = re.compile(r"(0|[1-9][0-9]{0,18})\.([A-Za-z0-9_-]{21}[AQgw])")
HALF = 16
START = bytes(HALF)
"""The digest before the first entry."""


class Cursor(NamedTuple):
    """How far a device holds a scope: entries 1 … n, whose running digest begins with `digest` (16 bytes)."""

    n: int
    digest: bytes


BEGIN = Cursor(0, START)


def write(cursor: Cursor) -> str:
    """The text of a cursor."""
    return f"{cursor.n}.{base64url.encode(cursor.digest)}"


def read(text: str | None) -> Cursor | None:
    """The cursor of a text; None for null and for what this server never wrote, which then starts at 0."""
    found = _FORM.fullmatch(text or "")
    if found is None or int(found[1]) >= 2**63:
        return None
    return Cursor(int(found[1]), base64url.decode(found[2], HALF))
