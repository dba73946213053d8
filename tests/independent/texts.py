"""Accepted texts, spellings, hashes and signatures as docs/format.md §§ 1 and 2 describe them."""

import base64
import hashlib
import json
import re
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\Z")
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
KIB = 1024


class Fault(Exception):
    """What is wrong with a dossier."""


def need(condition: object, what: str) -> None:
    """Raise Fault unless `condition` holds."""
    if not condition:
        raise Fault(what)


def hash_of(text: str) -> str:
    """§ 1: SHA-256 over the UTF-8 bytes, in base64url without padding."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def bytes_of(text: Any, length: int) -> bytes:
    """§ 1: bytes in their one spelling."""
    need(isinstance(text, str), "bytes are not a text")
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise Fault(f"{text}: not base64url") from error
    need(base64.urlsafe_b64encode(raw).decode().rstrip("=") == text, f"{text}: another spelling")
    need(len(raw) == length, f"{text}: not {length} bytes")
    return raw


def milliseconds(text: Any) -> int:
    """§ 1: a time, in ms since 1970."""
    need(isinstance(text, str) and TIME.match(text), f"{text}: not a time")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Fault(f"{text}: no such day") from error
    since = moment - datetime.fromisoformat("1970-01-01T00:00:00.000Z")
    return (since.days * 86400 + since.seconds) * 1000 + since.microseconds // 1000


def read(text: Any, limit: int) -> Any:
    """§ 1: the value of an accepted text. Rules 2 to 4 are asked of every token, hidden ones too."""
    need(isinstance(text, str), "a text is not there")
    need(len(text.encode("utf-8", "surrogatepass")) <= limit, "a text is too long")
    need(not re.search("[\0\n\r\ud800-\udfff]", text), "a character that no text may hold")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_int=_integer,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except ValueError as error:
        raise Fault("not JSON") from error
    _look(value, 0)
    return _plain(value)


class _Object(list[tuple[str, Any]]):
    """An object with all its members, also those that a repeated key hides."""


def _pairs(pairs: list[tuple[str, Any]]) -> _Object:
    return _Object(pairs)


def _integer(token: str) -> int:
    need(INTEGER.match(token) and token != "-0" and abs(int(token)) < 2**53, f"{token}: not a number we take")
    return int(token)


def _no_number(token: str) -> Any:
    raise Fault(f"{token}: not a number we take")


def _look(value: Any, depth: int) -> None:
    if isinstance(value, str):
        need(not re.search("[\0\ud800-\udfff]", value), "a character that no string may hold")
    elif isinstance(value, list):
        need(depth < 16, "nested too deep")
        for one in value:
            for part in one if isinstance(one, tuple) else (one,):
                _look(part, depth + 1)


def _plain(value: Any) -> Any:
    if isinstance(value, _Object):
        return {name: _plain(one) for name, one in value}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def signed(told: Any, t: str, limit: int) -> dict[str, Any]:
    """§ 1: the members of a signed text of type `t`."""
    members = read(told["text"], limit)
    need(isinstance(members, dict) and members.get("t") == t, f"not a text of type {t}")
    need(
        members.get("v") == 1 and members["v"] is not True and members.get("alg") == "ES256",
        f"{t}: another version",
    )
    return members  # type: ignore[no-any-return]


def verify(key: bytes, told: Any) -> None:
    """§ 1: the signature of a text, raw r‖s, under a key in the 91-byte SPKI form."""
    raw = bytes_of(told["signature"], 64)
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    public = load_der_public_key(key)
    need(
        isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name == "secp256r1", "not a P-256 key"
    )
    try:
        public.verify(utils.encode_dss_signature(r, s), told["text"].encode(), ec.ECDSA(SHA256()))  # type: ignore[union-attr,arg-type,call-arg]
    except InvalidSignature as error:
        raise Fault("a signature does not verify") from error
