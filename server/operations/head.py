"""The head of an operation: who, when, on what, the hashes of its fields. Its hash is the operation's id."""

from collections.abc import Sequence
from typing import Any

import orjson
from msgspec import Struct

from server.operations import forms, instants
from server.operations.texts import FIELDS, HEAD_BYTES, TextRefused, read_object

OFFSET = 10**13
"""Bound of `offset` in milliseconds, either way (some 300 years): sums stay exact in JavaScript."""


class VersionUnknown(ValueError):
    """The text is accepted, but of a version that this release does not know."""


class Head(Struct, frozen=True):
    """A head as parsed: ids, hashes and `at` as written; `moment` is `at` in ms, `offset` 0 for null."""

    kind: str
    dossier: str
    entity: str
    signer: str
    at: str
    moment: int
    offset: int
    base: tuple[str, ...]
    fields: tuple[str, ...]


def read_head(text: str) -> Head:
    """Return the head that `text` says. Raises TextRefused, and VersionUnknown for another `v` than 1."""
    members = read_object(text, HEAD_BYTES, "op")
    version = members.get("v")
    if type(version) is not int:
        raise TextRefused("v is not a whole number")
    if version != 1:
        raise VersionUnknown(str(version))
    fields = forms.hashes(members, "fields")
    if not 1 <= len(fields) <= FIELDS or list(fields) != sorted(set(fields)):
        raise TextRefused(f"fields is not 1 to {FIELDS} hashes, sorted, none twice")
    at = members.get("at")
    try:
        moment = instants.parse(at if isinstance(at, str) else "")
    except ValueError as error:
        raise TextRefused(f"at: {error}") from error
    return Head(
        kind=forms.word(members, "kind"),
        dossier=forms.uuid(members, "dossier"),
        entity=forms.uuid(members, "entity"),
        signer=forms.uuid(members, "signer"),
        at=str(at),
        moment=moment,
        offset=_offset(members),
        base=forms.hashes(members, "base"),
        fields=fields,
    )


def _offset(members: dict[str, Any]) -> int:
    if "offset" in members and members["offset"] is None:
        return 0
    return forms.whole(members, "offset", -OFFSET, OFFSET)


def write_head(
    *,
    kind: str,
    dossier: str,
    entity: str,
    signer: str,
    at: str,
    offset: int | None,
    base: Sequence[str],
    fields: Sequence[str],
) -> str:
    """Return the text of a head over these field hashes, which are sorted here."""
    members = {"t": "op", "v": 1, "kind": kind, "dossier": dossier, "entity": entity, "signer": signer}
    members |= {"at": at, "offset": offset, "base": list(base), "fields": sorted(fields)}
    return orjson.dumps(members).decode()
