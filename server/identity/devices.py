"""The device that somebody signs in on: bound at its first sign-in to a secret that its browser alone has.

Its id is no secret, since every signer's text tells it to all who read a record. So a known device is let in
with the cookie it was given, of which only the hash is kept here. A cookie can be lost while the records of
the device are still there; then a key of one of its signers proves it, and it is given a new cookie.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy import update
from sqlalchemy.orm import Session

from server.core import base64url
from server.core.problems import Problem
from server.identity.models import Device, UserSession
from server.identity.sessions import hash_token
from server.operations import es256

SECONDS = 600
KEPT = timedelta(days=400)
"""No browser keeps a cookie longer; each sign-in counts anew."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A signer's text, our signature under it, and the signature of its key under our nonce."""

    text: str
    vouched: bytes
    nonce: str
    signature: bytes

    @classmethod
    def of(cls, sent: dict[str, Any]) -> "Proof | None":
        """The proof as it was sent; None where it cannot be one."""
        try:
            vouched = base64url.decode(sent["signer"]["signature"], 64)
            signature = base64url.decode(sent["signature"], 64)
        except ValueError:
            return None
        return cls(sent["signer"]["text"], vouched, sent["nonce"], signature)


Vouched = Callable[[str, bytes], tuple[UUID, bytes] | None]
"""Of a signer's text and the signature under it: its device and its key, if that signature is ours."""

_vouched: list[Vouched] = []


def vouched_by(read: Vouched) -> Vouched:
    """Let the package that vouches for signers say whose key a text tells."""
    if read not in _vouched:
        _vouched.append(read)
    return read


def cookie(device: UUID) -> str:
    """The cookie of a device. Each has its own: apps on one host share their cookies whatever the port."""
    return f"gh_device_{device}"


def challenge(secret: str, device: UUID) -> str:
    """A nonce for this device; it says so itself, so nothing of it is stored."""
    return _serializer(secret).dumps([str(device), base64url.encode(secrets.token_bytes(16))])


def proves(secret: str, device: UUID, proof: Proof) -> bool:
    """Whether a key that we vouched for on this device signed a fresh nonce for it. Outside `writing()`."""
    try:
        told = _serializer(secret).loads(proof.nonce, max_age=SECONDS)
    except BadData:
        return False
    if not isinstance(told, list) or told[:1] != [str(device)]:
        return False
    found = (read(proof.text, proof.vouched) for read in _vouched)
    return any(
        one is not None and one[0] == device and es256.verifies(one[1], proof.nonce, proof.signature)
        for one in found
    )


def admit(
    session: Session, device: UUID, label: str, now: datetime, *, held: str | None, proven: bool
) -> str:
    """Let a device in and answer its secret for the cookie; inside `writing()`.

    `held` is the secret it came with. Where a key had to prove it, sessions that were opened on this device
    under another secret end. Raises `device-unproven`.
    """
    known = session.get(Device, device)
    if known is not None and held is not None and hmac.compare_digest(hash_token(held), known.secret_hash):
        known.label = label
        return held
    secret = base64url.encode(secrets.token_bytes(32))
    if known is None:
        session.add(Device(id=device, label=label, registered=now, secret_hash=hash_token(secret)))
    elif proven:
        known.label, known.secret_hash = label, hash_token(secret)
        running = update(UserSession).where(UserSession.device == device, UserSession.until > now)
        session.execute(running.values(until=now))
    else:
        raise Problem("device-unproven", field="device.id")
    session.flush()
    return secret


def _serializer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="glashelder device challenge")
