"""Identifiers: time-ordered for what is made, derived for what follows from other things."""

import secrets
from datetime import datetime
from uuid import UUID, uuid5

from server.core import clock

NAMESPACE = UUID("f7430a72-7fe2-42fc-973d-89de7b326ea5")


def uuid7(now: datetime | None = None) -> UUID:
    """A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    milliseconds = clock.to_ms(now or clock.now())
    return uuid7_of(milliseconds, secrets.token_bytes(10))


def uuid7_of(milliseconds: int, random: bytes) -> UUID:
    """The UUIDv7 of a time and 10 random bytes, of which 74 bits are used."""
    tail = int.from_bytes(random, "big")
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | (tail >> 68 & 0xFFF) << 64
    return UUID(int=value | 0b10 << 62 | tail & 0x3FFF_FFFF_FFFF_FFFF)


def derive(*parts: str | UUID) -> UUID:
    """UUIDv5 over the parts joined by `|`, as in `derive("answer", instance, question)`.

    `ValueError` when a part holds a `|`: two different names could then give one id.
    """
    words = [str(part) for part in parts]
    if any("|" in word for word in words):
        raise ValueError(f"no part of a derived id may hold '|': {words}")
    return uuid5(NAMESPACE, "|".join(words))


def parse(text: str) -> UUID:
    """Read an id in its one spelling, lower case with hyphens; `ValueError` for every other."""
    value = UUID(text)
    if str(value) != text:
        raise ValueError("an id is written in lower case with hyphens")
    return value
