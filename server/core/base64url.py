"""Bytes as text: base64url without padding, one spelling for each value (RFC 4648 § 5, docs/format.md)."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import b2a_base64

_ALPHABET = re.compile(r"[A-Za-z0-9_-]*")
_HASH = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
_TO_URL = bytes.maketrans(b"+/", b"-_")


def encode(raw: bytes) -> str:
    """The one accepted spelling of `raw`."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def encode_hash(digest: bytes) -> str:
    """The 43 characters of 32 bytes: `encode`, but quicker, for there are many of them."""
    return b2a_base64(digest, newline=False)[:43].translate(_TO_URL).decode("ascii")


def decode(text: str, length: int | None = None) -> bytes:
    """The bytes that `text` spells.

    `length` is the number of bytes expected, if known. `ValueError` says what is wrong: padding, another
    alphabet, spare bits that are not 0, a wrong length.
    """
    if _ALPHABET.fullmatch(text) is None:
        raise ValueError("only A-Z, a-z, 0-9, '-' and '_' are taken, without '=' at the end")
    if len(text) % 4 == 1:
        raise ValueError("this length cannot come from base64url")
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if encode(raw) != text:
        raise ValueError("the spare bits at the end must be 0")
    if length is not None and len(raw) != length:
        raise ValueError(f"{length} bytes are expected, {len(raw)} were given")
    return raw


def is_hash(value: object) -> bool:
    """Whether `value` is the text of 32 bytes."""
    return isinstance(value, str) and _HASH.fullmatch(value) is not None
