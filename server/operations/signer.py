"""A signer: one member of one agency on one device with one key, vouched for by the server; and its end."""

from typing import Any

import orjson
from msgspec import Struct

from server.operations import forms
from server.operations.texts import TEXT_BYTES, read_object


class Signer(Struct, frozen=True):
    """A signer text as parsed; `key` is the 91 bytes of its public key, `since` the text's `from`."""

    text: str
    kid: str
    epoch: str
    id: str
    member: str
    agency: str
    device: str
    key: bytes
    since: str


class SignerEnd(Struct, frozen=True):
    """A signer's end as parsed: what is frozen after `until` is set aside."""

    text: str
    kid: str
    epoch: str
    id: str
    until: str


def read_signer(text: str) -> Signer:
    """Return the signer that `text` says. Raises TextRefused."""
    members = read_object(text, TEXT_BYTES, "signer")
    forms.signed(members, "signer", by_server=True)
    return Signer(
        text=text,
        kid=members["kid"],
        epoch=members["epoch"],
        id=forms.uuid(members, "id"),
        member=forms.uuid(members, "member"),
        agency=forms.uuid(members, "agency"),
        device=forms.uuid(members, "device"),
        key=forms.raw(members, "key", 91),
        since=forms.time(members, "from"),
    )


def read_signer_end(text: str) -> SignerEnd:
    """Return the end that `text` says. Raises TextRefused."""
    members = read_object(text, TEXT_BYTES, "signer_end")
    forms.signed(members, "signer_end", by_server=True)
    return SignerEnd(
        text=text,
        kid=members["kid"],
        epoch=members["epoch"],
        id=forms.uuid(members, "id"),
        until=forms.time(members, "until"),
    )


def write_signer(
    *, kid: str, epoch: str, id: str, member: str, agency: str, device: str, key: str, since: str
) -> str:
    """Return the text of a signer, to be signed by the server key `kid`; `key` is spelled in base64url."""
    members: dict[str, Any] = {"t": "signer", "v": 1, "alg": "ES256", "kid": kid, "epoch": epoch, "id": id}
    members |= {"member": member, "agency": agency, "device": device, "key": key, "from": since}
    return orjson.dumps(members).decode()


def write_signer_end(*, kid: str, epoch: str, id: str, until: str) -> str:
    """Return the text of a signer's end, to be signed by the server key `kid`."""
    members = {"t": "signer_end", "v": 1, "alg": "ES256", "kid": kid, "epoch": epoch, "id": id}
    return orjson.dumps(members | {"until": until}).decode()
