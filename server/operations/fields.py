"""A field: one salted value, `["<salt>","<name>",<value>]`, hashed alone so that it can be withheld."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson

from server.core import base64url
from server.operations.texts import FIELD_BYTES, TextRefused, read

_SALT = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
_NAME = r"[a-z][a-z0-9_]{0,63}"
_IS_NAME = re.compile(_NAME)
_LETTERS = r'[^"\\\x00-\x1f\ud800-\udfff]'
_PLAIN = rf'\["[A-Za-z0-9_-]{{21}}[AQgw]","({_NAME})",(?:"({_LETTERS}*)"|(null|true|false))\]'
"""A field as JSON.stringify writes a plain value: nothing is escaped, its form is all there is to check."""
_ONE = re.compile(_PLAIN)
_LINES = re.compile(f"^{_PLAIN}$", re.MULTILINE)

SHORT = FIELD_BYTES // 4  # in letters: no text as short as this is too long in bytes
WORDS = {"null": None, "true": True, "false": False}
PAD = "pad"
"""The name of the one field, with value null, of an operation that has no content."""


class Field(NamedTuple):
    """What one field text says."""

    name: str
    value: Any


def read_field(text: str) -> Field:
    """Return name and value of a field text. Raises TextRefused."""
    plain = _ONE.fullmatch(text) if len(text) <= SHORT else None
    if plain is not None:
        name, value, word = plain.groups()
        return Field(name, value if word is None else WORDS[word])
    return _read_any(text)


def read_values(texts: Sequence[str]) -> dict[str, Any]:
    """Return the values of the fields of an operation by name, without the erased ones, whose text is empty.

    Raises TextRefused, also where two have one name. All texts are asked at once, for nearly all are plain.
    """
    lines = "\n".join(texts)
    plain = _LINES.findall(lines) if len(lines) <= SHORT else ()
    if len(plain) == len(texts) == lines.count("\n") + 1:
        values = {name: WORDS[word] if word else value for name, value, word in plain}
        if len(values) == len(texts):
            return values
    values = {}
    for text in filter(None, texts):
        name, value = read_field(text)
        if name in values:
            raise TextRefused(f"two fields are named {name}")
        values[name] = value
    return values


def _read_any(text: str) -> Field:
    parts = read(text, FIELD_BYTES)
    if not isinstance(parts, list) or len(parts) != 3:
        raise TextRefused("a field is a list of salt, name and value")
    salt, name, value = parts
    if not isinstance(salt, str) or not _SALT.fullmatch(salt):
        raise TextRefused("the salt is not 16 bytes")
    if not isinstance(name, str) or not _IS_NAME.fullmatch(name):
        raise TextRefused("the name of a field is not of a-z, 0-9 and _")
    return Field(name, value)


def write_field(salt: bytes, name: str, value: Any) -> str:
    """Return the text of a field; `salt` is 16 random bytes that the caller drew."""
    return orjson.dumps([base64url.encode(salt), name, value]).decode()
