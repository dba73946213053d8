"""Signatures: ES256 (ECDSA over P-256 with SHA-256), written as raw r‖s (RFC 7518 § 3.4)."""

from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SPKI_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")
_ALGORITHM = ECDSA(SHA256())


class KeyRefused(ValueError):
    """Bytes are not a P-256 public key in the 91-byte SPKI form with uncompressed point."""


@lru_cache(maxsize=4096)
def public_key(spki: bytes) -> EllipticCurvePublicKey:
    """Return the key of its 91 bytes. Raises KeyRefused for another form or curve, or a point not on it."""
    if len(spki) != 91 or not spki.startswith(SPKI_PREFIX + b"\x04"):
        raise KeyRefused("not an uncompressed P-256 key of 91 bytes")
    try:
        return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), spki[len(SPKI_PREFIX) :])
    except ValueError as error:
        raise KeyRefused("the point is not on the curve") from error


def spki(key: EllipticCurvePublicKey) -> bytes:
    """Return the 91 bytes of a public key."""
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def private_key(scalar: int) -> EllipticCurvePrivateKey:
    """Return the private key of a number from 1 to the order of the curve less 1."""
    return derive_private_key(scalar, SECP256R1())


def sign(key: EllipticCurvePrivateKey, text: str) -> bytes:
    """Return the 64 bytes r‖s over the UTF-8 bytes of `text`."""
    r, s = decode_dss_signature(key.sign(text.encode(), _ALGORITHM))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def verifies(key: bytes, text: str, signature: bytes) -> bool:
    """Say whether the private half of `key` (91 bytes) made `signature` (64 bytes) over `text`.

    Raises KeyRefused.
    """
    if len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    der = encode_dss_signature(r, s)
    try:
        public_key(key).verify(der, text.encode(), _ALGORITHM)
    except InvalidSignature:
        return False
    return True
