"""Which texts are accepted (docs/format.md § 1).

Texts are never put into another form, so every rule looks at the text as it came: one parse, then one look
at what stands outside the strings, which is the same few skeletons for thousands of operations.
"""

import re
from typing import Any, Final

import orjson

DEPTH: Final = 16  # the outermost bracket is 1
INTEGER: Final = 2**53 - 1  # what JavaScript can hold exactly
HEAD_BYTES: Final = 8 * 1024
FIELD_BYTES: Final = 64 * 1024
TEXT_BYTES: Final = 64 * 1024  # batch, signer, receipt and the other signed texts
FIELDS: Final = 31
OPERATIONS: Final = 1000

_NUMBER = re.compile(r"[-+0-9.eE]+")
_LITERAL = re.compile(r"true|false|null")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_KNOWN_LENGTH = 200
_UNSEEN = "unseen"
_known: dict[str, str | None] = {}


class TextRefused(ValueError):
    """A text is not accepted; the message says which rule it breaks."""


def read(text: str, limit: int) -> Any:
    """Return the parsed JSON of an accepted text of at most `limit` bytes.

    Of a key that comes twice the last value counts, but all rules also hold for what it hides.
    Raises TextRefused.
    """
    if len(text) > limit or (not text.isascii() and _size(text) > limit):
        raise TextRefused(f"more than {limit} bytes")
    try:
        value = orjson.loads(text)
    except ValueError as error:
        raise TextRefused("not JSON, or half a surrogate pair") from error
    bare = text
    if "\\" in bare:
        bare = bare.replace("\\\\", "")
        if "\\u0000" in bare:
            raise TextRefused("\\u0000 in a string")
        bare = bare.replace('\\"', "")
    skeleton = "".join(bare.split('"')[::2])
    why = _known.get(skeleton, _UNSEEN)
    if why is _UNSEEN:
        why = _judge(skeleton)
    if why is not None:
        raise TextRefused(why)
    return value


def read_object(text: str, limit: int, t: str | None = None) -> dict[str, Any]:
    """Return the members of an accepted text that is an object, and of type `t` where given.

    Raises TextRefused.
    """
    value = read(text, limit)
    if not isinstance(value, dict):
        raise TextRefused("not an object")
    if t is not None and value.get("t") != t:
        raise TextRefused(f"t is not {t}")
    return value


def _size(text: str) -> int:
    try:
        return len(text.encode())
    except UnicodeEncodeError as error:
        raise TextRefused("half a surrogate pair") from error


def _judge(skeleton: str) -> str | None:
    """Say what is wrong outside the strings of a JSON text, and remember it."""
    why = _why(skeleton)
    if len(skeleton) <= _KNOWN_LENGTH:
        if len(_known) >= 4096:
            _known.clear()
        _known[skeleton] = why
    return why


def _why(skeleton: str) -> str | None:
    # Inside strings JSON itself allows no raw control characters, and U+0000 nowhere.
    if "\n" in skeleton or "\r" in skeleton:
        return "a raw line break"
    depth = 0
    for character in skeleton:
        if character in "[{":
            depth += 1
            if depth > DEPTH:
                return f"nested deeper than {DEPTH}"
        elif character in "]}":
            depth -= 1
    for number in _NUMBER.findall(_LITERAL.sub("", skeleton)):
        if not _INTEGER.fullmatch(number) or number == "-0":
            return "a number that is not a whole number in its shortest form"
        if len(number) > 17 or abs(int(number)) > INTEGER:
            return "a number beyond ±(2^53 − 1)"
    return None
