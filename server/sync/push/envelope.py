"""The message of a push, read as loosely as can be: what is wrong with one text must not stop others."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

import orjson

from server.core import base64url
from server.core.problems import Problem
from server.core.undisturbed import undisturbed

Reader = Callable[[Any], str | None]

BATCHES = 200
"""Most batches in one message."""

PARTS = 500_000
"""Most lists and objects in one message: batches of a thousand operations, and much besides."""

VOUCHED = 5_000
"""Most signers, receipts or releases in one message; each costs a look at its signature."""


class Signed(NamedTuple):
    """A text with its signature (64 bytes)."""

    text: str
    signature: bytes


class Sent(NamedTuple):
    """An operation as it came. None stands for what is not there: no text, or no UTF-8."""

    head: str | None
    fields: tuple[str | None, ...] | None


class Offered(NamedTuple):
    """A batch as it came; `gone`: its device lost what came before it."""

    text: str | None
    signature: bytes | None
    operations: tuple[Sent, ...]
    gone: bool


class Envelope(NamedTuple):
    """A whole message. Of signers, receipts and releases, which only help, unreadable ones are left out."""

    signers: list[Signed]
    batches: list[Offered]
    receipts: list[Signed]
    releases: list[Signed]


@undisturbed()
def read_envelope(raw: bytes) -> Envelope:
    """Read the body of a push. Raises `body-unreadable` and `push-unreadable`."""
    told, text = _parse(raw)
    if not isinstance(told, dict):
        raise Problem("push-unreadable", field="body", reason="not an object")
    batches = _list(told, "batches")
    if len(batches) > BATCHES:
        raise Problem("push-unreadable", field="batches", reason=f"more than {BATCHES}")
    return Envelope(
        _all_signed(_list(told, "signers")),
        [_offered(one, text) for one in batches],
        _all_signed(_list(told, "receipts")),
        _all_signed(_list(told, "releases")),
    )


def _parse(raw: bytes) -> tuple[Any, Reader]:
    """The message, and what reads its texts: after the strict parser they need no second look."""
    if raw.count(b"[") + raw.count(b"{") > PARTS:
        raise Problem("push-unreadable", field="body", reason=f"more than {PARTS} lists and objects")
    try:
        return orjson.loads(raw), _string
    except ValueError:
        pass
    try:  # the looser parser knows half surrogate pairs, which then count as not there
        return json.loads(raw.decode("utf-8", "surrogatepass"), parse_constant=_refuse), _text
    except (ValueError, RecursionError) as error:
        raise Problem("body-unreadable", reason="it is not JSON") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _list(told: dict[str, Any], name: str) -> list[Any]:
    value = told.get(name, [])
    if not isinstance(value, list):
        raise Problem("push-unreadable", field=name, reason="not a list")
    return value


def _string(value: Any) -> str | None:
    return value if type(value) is str else None


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    if value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    return value


def _signature(value: Any) -> bytes | None:
    try:
        return base64url.decode(value, 64) if isinstance(value, str) else None
    except ValueError:
        return None


def _all_signed(told: list[Any]) -> list[Signed]:
    found = []
    for one in told:
        text, signature = (
            (_text(one.get("text")), _signature(one.get("signature")))
            if isinstance(one, dict)
            else (None, None)
        )
        if text is not None and signature is not None:
            found.append(Signed(text, signature))
    return list(dict.fromkeys(found))[:VOUCHED]


def _offered(told: Any, text: Reader) -> Offered:
    if not isinstance(told, dict):
        return Offered(None, None, (), False)
    operations = told.get("operations")
    sent = tuple(_sent(one, text) for one in operations) if isinstance(operations, list) else ()
    return Offered(text(told.get("text")), _signature(told.get("signature")), sent, told.get("gone") is True)


def _sent(told: Any, text: Reader) -> Sent:
    if not isinstance(told, dict):
        return Sent(None, None)
    fields = told.get("fields")
    return Sent(text(told.get("head")), tuple(map(text, fields)) if isinstance(fields, list) else None)
