"""A hash is SHA-256 over the UTF-8 bytes of one text alone (docs/format.md § 1)."""

import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from hashlib import sha256

_HASH = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def digest(text: str) -> bytes:
    """Return the 32 bytes of the hash of `text`. Raises UnicodeEncodeError for half a surrogate pair."""
    return sha256(text.encode()).digest()


def spell(raw: bytes) -> str:
    """Return the 43 characters that spell a hash of 32 bytes."""
    return b2a_base64(raw, newline=False)[:43].translate(_TO_URL).decode("ascii")


def are_hashes_of(hashes: Sequence[str], texts: Sequence[str]) -> bool:
    """Say whether `hashes` are those of `texts`, in that order; quicker than one by one.

    With one byte 0 behind each, 33 bytes are spelled by 44 characters, of which the last is always `A`.
    """
    raws = b"\0".join([sha256(text.encode()).digest() for text in texts]) + b"\0"
    return b2a_base64(raws, newline=False).translate(_TO_URL) == ("A".join(hashes) + "A").encode()


def hash_text(text: str) -> str:
    """Return the hash of `text` as it is written in other texts."""
    return b2a_base64(sha256(text.encode()).digest(), newline=False)[:43].translate(_TO_URL).decode("ascii")


def is_hash(value: object) -> bool:
    """Say whether `value` spells 32 bytes in the one accepted way."""
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


def unspell(text: str) -> bytes:
    """Return the 32 bytes that a checked hash spells; for the many ids that `is_hash` has already seen."""
    return a2b_base64(text.encode("ascii").translate(_FROM_URL) + b"=")
