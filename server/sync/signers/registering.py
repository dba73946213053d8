"""Registering a signer: the server vouches for a key that its holder proved to have."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from server.core import base64url
from server.core.clock import to_wire
from server.core.problems import Problem
from server.identity.devices import vouched_by
from server.identity.models import Signer
from server.identity.viewer import Viewer
from server.operations import es256
from server.operations.signer import read_signer, write_signer
from server.operations.texts import TextRefused
from server.sync.authority import Authority, NotOurs, authority
from server.sync.signers.ending import end_of


def register(
    session: Session, ours: Authority, viewer: Viewer, *, id: UUID, key: str, now: datetime
) -> tuple[str, bytes]:
    """Vouch for `key` (base64url of 91 bytes) as signer `id` of this viewer; its text and our signature.

    The same again answers the same text. The caller has checked the proof.
    Raises `signer-taken` when the id belongs to another key or person.
    """
    known = session.get(Signer, id)
    if known is not None:
        same = (known.member, known.agency, known.device) == (viewer.member, viewer.agency, viewer.device)
        if not same or base64url.encode(known.key) != key:
            raise Problem("signer-taken", field="id")
        return known.text, known.signature
    if end_of(ours, id) is not None:
        raise Problem("signer-taken", field="id")
    text = write_signer(
        kid=ours.kid,
        epoch=str(ours.epoch),
        id=str(id),
        member=str(viewer.member),
        agency=str(viewer.agency),
        device=str(viewer.device),
        key=key,
        since=to_wire(now),
    )
    signature = ours.sign(text)
    session.add(
        Signer(
            id=id,
            member=viewer.member,
            agency=viewer.agency,
            device=viewer.device,
            key=base64url.decode(key, 91),
            text=text,
            signature=signature,
            registered=now,
        )
    )
    session.flush()
    return text, signature


@vouched_by
def device_and_key(text: str, signature: bytes) -> tuple[UUID, bytes] | None:
    """Device and key of a signer we vouched for, whenever that was: a restored server may not know it (any
    more). For a device that proves itself at sign-in."""
    try:
        read = read_signer(text)
        es256.public_key(read.key)
        authority().check(read.kid, text, signature)
    except (TextRefused, es256.KeyRefused, NotOurs):
        return None
    return UUID(read.device), read.key


def check_proof(key: str, nonce: str, proof: str) -> None:
    """Check that the holder of `key` signed `nonce`. Raises `key-invalid` and `proof-invalid`."""
    try:
        raw = base64url.decode(key, 91)
        es256.public_key(raw)
    except ValueError as error:
        raise Problem("key-invalid", field="key") from error
    try:
        signature = base64url.decode(proof, 64)
    except ValueError as error:
        raise Problem("proof-invalid", field="proof") from error
    if not es256.verifies(raw, nonce, signature):
        raise Problem("proof-invalid", field="proof")
