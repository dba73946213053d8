"""The nonce that a new key signs: it says for whom it was made and when, so nothing of it is stored."""

import secrets

from itsdangerous import BadData, URLSafeTimedSerializer

from server.core.base64url import encode
from server.core.problems import Problem
from server.identity.viewer import Viewer

SECONDS = 600


def _serializer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="glashelder signer challenge")


def challenge(secret: str, viewer: Viewer) -> str:
    """A nonce for this person, for this agency, on this device."""
    return _serializer(secret).dumps([*_who(viewer), encode(secrets.token_bytes(16))])


def check(secret: str, viewer: Viewer, nonce: str) -> None:
    """Check that `nonce` is ours, for this viewer, and fresh. Raises `challenge-expired`."""
    try:
        told = _serializer(secret).loads(nonce, max_age=SECONDS)
    except BadData:
        told = None
    if not isinstance(told, list) or told[:3] != _who(viewer):
        raise Problem("challenge-expired", field="nonce")


def _who(viewer: Viewer) -> list[str]:
    return [str(viewer.member), str(viewer.agency), str(viewer.device)]
