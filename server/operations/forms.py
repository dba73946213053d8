"""The small forms that several texts share: ids, hashes, times, numbers. Each raises TextRefused by name."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from server.core import base64url
from server.operations import instants
from server.operations.digests import is_hash
from server.operations.texts import INTEGER, TextRefused

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
Members = Mapping[str, Any]


def is_uuid(value: object) -> bool:
    """Say whether `value` is a UUID in its one spelling."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def uuid_bytes(text: str) -> bytes:
    """Return the 16 bytes of a checked UUID; for those that recur, such as a signer's."""
    return bytes.fromhex(text.replace("-", ""))


def uuid(members: Members, name: str) -> str:
    """Return the UUID under `name`, as written."""
    value = members.get(name)
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise TextRefused(f"{name} is not a UUID in lower case with hyphens")
    return value


def hash_of(members: Members, name: str) -> str:
    """Return the hash under `name`, as written."""
    value = members.get(name)
    if not isinstance(value, str) or not is_hash(value):
        raise TextRefused(f"{name} is not a hash")
    return value


def hashes(members: Members, name: str) -> tuple[str, ...]:
    """Return the list of hashes under `name`, as written and in its order."""
    value = members.get(name)
    if not isinstance(value, list) or not all(map(is_hash, value)):
        raise TextRefused(f"{name} is not a list of hashes")
    return tuple(value)


def word(members: Members, name: str) -> str:
    """Return the string under `name`, which may not be empty."""
    value = members.get(name)
    if not isinstance(value, str) or not value:
        raise TextRefused(f"{name} is not a string")
    return value


def whole(members: Members, name: str, low: int = 0, high: int = INTEGER) -> int:
    """Return the whole number under `name`, between `low` and `high`."""
    value = members.get(name)
    if type(value) is not int or not low <= value <= high:
        raise TextRefused(f"{name} is not a whole number from {low} to {high}")
    return value


def time(members: Members, name: str) -> str:
    """Return the time under `name`, as written."""
    value = members.get(name)
    try:
        instants.parse(value if isinstance(value, str) else "")
    except ValueError as error:
        raise TextRefused(f"{name}: {error}") from error
    return str(value)


def raw(members: Members, name: str, length: int) -> bytes:
    """Return the `length` bytes under `name`."""
    try:
        return base64url.decode(word(members, name), length)
    except ValueError as error:
        raise TextRefused(f"{name}: {error}") from error


def signed(members: Members, t: str, *, by_server: bool) -> None:
    """Check what a signed text says of itself: `t`, `v` 1, `alg`, and the server's also `kid` and `epoch`."""
    if members.get("t") != t or members.get("alg") != "ES256":
        raise TextRefused(f"not a text of type {t} for ES256")
    if type(members.get("v")) is not int or members["v"] != 1:
        raise TextRefused("v is not 1")
    if by_server:
        word(members, "kid")
        uuid(members, "epoch")
