"""What the server signs about what it took: receipts of batches and photos, and releases from quarantine."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson
from msgspec import Struct

from server.operations import forms
from server.operations.digests import is_hash
from server.operations.texts import OPERATIONS, TextRefused, read_object

ACCEPTED = "accepted"
DUPLICATE = "duplicate"
QUARANTINED = "quarantined"
RECEIPT_BYTES = 256 * 1024  # 1,000 fates with their reasons


class Fate(NamedTuple):
    """What became of one operation; `reason` is None unless it is quarantined."""

    id: str
    fate: str
    reason: str | None


class Receipt(Struct, frozen=True):
    """A receipt as parsed; `batch` spells the hash of the batch, fates stand in the batch's order."""

    text: str
    kid: str
    epoch: str
    signer: str
    scope: str
    n: int
    batch: str
    received: str
    fates: tuple[Fate, ...]


class PhotoReceipt(Struct, frozen=True):
    """A photo's receipt as parsed; `id` is its evidence's entity, `sha256` spells the hash of its bytes."""

    text: str
    kid: str
    epoch: str
    id: str
    sha256: str
    bytes: int
    received: str


class Release(Struct, frozen=True):
    """A release as parsed: a quarantined operation was accepted in `scope` at `at`."""

    text: str
    kid: str
    epoch: str
    operation: str
    scope: str
    at: str


def read_receipt(text: str) -> Receipt:
    """Return the receipt that `text` says. Raises TextRefused."""
    members = read_object(text, RECEIPT_BYTES, "receipt")
    forms.signed(members, "receipt", by_server=True)
    fates = members.get("fates")
    if not isinstance(fates, list) or not 1 <= len(fates) <= OPERATIONS:
        raise TextRefused(f"fates is not a list of 1 to {OPERATIONS}")
    return Receipt(
        text=text,
        kid=members["kid"],
        epoch=members["epoch"],
        signer=forms.uuid(members, "signer"),
        scope=forms.word(members, "scope"),
        n=forms.whole(members, "n", 1),
        batch=forms.hash_of(members, "batch"),
        received=forms.time(members, "received"),
        fates=tuple(map(_fate, fates)),
    )


def _fate(parts: Any) -> Fate:
    if not isinstance(parts, list) or len(parts) != 3 or not is_hash(parts[0]):
        raise TextRefused("a fate is a list of id, fate and reason")
    quarantined = parts[1] == QUARANTINED
    if parts[1] not in (ACCEPTED, DUPLICATE, QUARANTINED) or isinstance(parts[2], str) != quarantined:
        raise TextRefused("a fate is accepted, duplicate or quarantined, and only the last has a reason")
    if not quarantined and parts[2] is not None:
        raise TextRefused("only a quarantined operation has a reason")
    return Fate(*parts)


def read_photo_receipt(text: str) -> PhotoReceipt:
    """Return the photo receipt that `text` says. Raises TextRefused."""
    members = read_object(text, RECEIPT_BYTES, "photo")
    forms.signed(members, "photo", by_server=True)
    return PhotoReceipt(
        text=text,
        kid=members["kid"],
        epoch=members["epoch"],
        id=forms.uuid(members, "id"),
        sha256=forms.hash_of(members, "sha256"),
        bytes=forms.whole(members, "bytes", 1),
        received=forms.time(members, "received"),
    )


def read_release(text: str) -> Release:
    """Return the release that `text` says. Raises TextRefused."""
    members = read_object(text, RECEIPT_BYTES, "release")
    forms.signed(members, "release", by_server=True)
    return Release(
        text=text,
        kid=members["kid"],
        epoch=members["epoch"],
        operation=forms.hash_of(members, "operation"),
        scope=forms.word(members, "scope"),
        at=forms.time(members, "at"),
    )


def _write(t: str, kid: str, epoch: str, members: dict[str, Any]) -> str:
    return orjson.dumps({"t": t, "v": 1, "alg": "ES256", "kid": kid, "epoch": epoch} | members).decode()


def write_receipt(
    *,
    kid: str,
    epoch: str,
    signer: str,
    scope: str,
    n: int,
    batch: str,
    received: str,
    fates: Sequence[Fate],
) -> str:
    """Return the text of a receipt, to be signed by the server key `kid`."""
    members: dict[str, Any] = {"signer": signer, "scope": scope, "n": n, "batch": batch, "received": received}
    return _write("receipt", kid, epoch, members | {"fates": [list(fate) for fate in fates]})


def write_photo_receipt(*, kid: str, epoch: str, id: str, sha256: str, bytes: int, received: str) -> str:
    """Return the text of a photo's receipt, to be signed by the server key `kid`."""
    return _write("photo", kid, epoch, {"id": id, "sha256": sha256, "bytes": bytes, "received": received})


def write_release(*, kid: str, epoch: str, operation: str, scope: str, at: str) -> str:
    """Return the text of a release, to be signed by the server key `kid`."""
    return _write("release", kid, epoch, {"operation": operation, "scope": scope, "at": at})
