"""The head of an operation: who, when, on what, the hashes of its fields. Its hash is the operation's id."""

import re
from collections.abc import Sequence
from typing import Any

import orjson
from msgspec import Struct

from server.operations import forms, instants
from server.operations.texts import FIELDS, HEAD_BYTES, INTEGER, TextRefused, read_object

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


_UUID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
_HASH = r'"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"'
_HASHES = rf"{_HASH}(?:,{_HASH})*"
_PLAIN = re.compile(
    r'\{"t":"op","v":1,"kind":"([a-z_.]+)","dossier":"'
    + rf'{_UUID}","entity":"{_UUID}","signer":"{_UUID}","at":"([-0-9T:.]+Z)"'
    + rf',"offset":(null|0|-?[1-9][0-9]{{0,15}}),"base":\[((?:{_HASHES})?)\],"fields":\[({_HASHES})\]\}}'
)
"""A head as our own clients write it, members in this order and no more: its form is all to check."""


def read_head(text: str) -> Head:
    """Return the head that `text` says. Raises TextRefused, and VersionUnknown for another `v` than 1."""
    plain = _PLAIN.fullmatch(text) if len(text) <= HEAD_BYTES else None
    if plain is None:
        return _read_any(text)
    kind, dossier, entity, signer, at, offset, base, fields = plain.groups()
    return Head(
        kind=kind,
        dossier=dossier,
        entity=entity,
        signer=signer,
        at=at,
        moment=_moment(at),
        offset=0 if offset == "null" else _within(int(offset)),
        base=tuple(base[1:-1].split('","')) if base else (),
        fields=_sorted(fields[1:-1].split('","')),
    )


def _read_any(text: str) -> Head:
    members = read_object(text, HEAD_BYTES, "op")
    version = members.get("v")
    if type(version) is not int:
        raise TextRefused("v is not a whole number")
    if version != 1:
        raise VersionUnknown(str(version))
    at = forms.word(members, "at")
    return Head(
        kind=forms.word(members, "kind"),
        dossier=forms.uuid(members, "dossier"),
        entity=forms.uuid(members, "entity"),
        signer=forms.uuid(members, "signer"),
        at=at,
        moment=_moment(at),
        offset=_offset(members),
        base=forms.hashes(members, "base"),
        fields=_sorted(list(forms.hashes(members, "fields"))),
    )


def _sorted(fields: list[str]) -> tuple[str, ...]:
    if not 1 <= len(fields) <= FIELDS or fields != sorted(set(fields)):
        raise TextRefused(f"fields is not 1 to {FIELDS} hashes, sorted, none twice")
    return tuple(fields)


def _moment(at: str) -> int:
    try:
        return instants.parse(at)
    except ValueError as error:
        raise TextRefused(f"at: {error}") from error


def _offset(members: dict[str, Any]) -> int:
    if "offset" in members and members["offset"] is None:
        return 0
    return _within(forms.whole(members, "offset", -INTEGER, INTEGER))


def _within(offset: int) -> int:
    if abs(offset) > OFFSET:
        raise TextRefused("offset is beyond 300 years")
    return offset


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
