"""One operation, read from its texts and checked against its own hashes."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from server.operations.digests import are_hashes_of, digest, hash_text, spell
from server.operations.fields import read_values
from server.operations.head import Head, read_head


class HashMismatch(ValueError):
    """Head or fields are not there, or are not those whose hashes were signed."""


class Operation(Struct, frozen=True):
    """An operation as the fold takes it.

    `id` spells `hash`, the hash of `head_text`. `values` holds the fields by name; `erased` counts the fields
    of which only the hash is left. `agency` is that of the signer, which its text tells the caller.
    """

    id: str
    hash: bytes
    head: Head
    head_text: str
    field_texts: tuple[str, ...]
    values: dict[str, Any]
    agency: str
    erased: int = 0


def check_fields(hashes: Sequence[str], texts: Sequence[str]) -> None:
    """Check that `texts` are those that `hashes` name, in that order; an empty one is an erased field.

    Raises HashMismatch.
    """
    if len(hashes) != len(texts):
        raise HashMismatch("there are more or fewer fields than the head names")
    if are_hashes_of(hashes, texts):
        return
    for expected, text in zip(hashes, texts, strict=True):
        if text and hash_text(text) != expected:
            raise HashMismatch("a field is not the one that the head names")


def read_operation(
    head_text: str, field_texts: Sequence[str], agency: str, hash: bytes | None = None
) -> Operation:
    """Return the operation of these texts; an empty field text is an erased one (the caller allows it).

    `hash` is that of the head, when the caller has it already.
    Raises TextRefused, head.VersionUnknown and HashMismatch.
    """
    head = read_head(head_text)
    check_fields(head.fields, field_texts)
    values = read_values(field_texts)
    erased = len(field_texts) - len(values)
    raw = hash or digest(head_text)
    return Operation(spell(raw), raw, head, head_text, tuple(field_texts), values, agency, erased)
