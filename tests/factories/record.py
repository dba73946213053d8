"""Operations, batches and signers as a tablet writes them, with fixed keys and salts: the same every time."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from server.core import base64url
from server.core.ids import uuid7_of
from server.operations import es256
from server.operations.batch import write_batch
from server.operations.digests import hash_text
from server.operations.fields import write_field
from server.operations.head import write_head
from server.operations.signer import write_signer

EPOCH = "2f1c0d7e-5a5b-4c8e-9d59-0a4b6a1f3c11"
KID = "server-2026"
AT = "2026-11-25T10:00:00.000Z"


class Wire(NamedTuple):
    """An operation as it is sent."""

    head: str
    fields: tuple[str, ...]

    @property
    def id(self) -> str:
        return hash_text(self.head)

    def envelope(self) -> dict[str, Any]:
        return {"head": self.head, "fields": list(self.fields)}


def seeded(name: str) -> bytes:
    """32 bytes that follow from a name."""
    return sha256(name.encode()).digest()


def drawn_id(name: str) -> str:
    """A UUIDv7 of the morning of the demo action that follows from a name."""
    return str(uuid7_of(1_795_600_000_000, seeded(name)[:10]))


def key_of(name: str) -> EllipticCurvePrivateKey:
    """A private key that follows from a name: for tests, never for people."""
    return es256.private_key(int.from_bytes(seeded(f"key {name}"), "big") % (2**255) + 1)


def sign(key: EllipticCurvePrivateKey, text: str) -> str:
    """A signature that is the same every time (RFC 6979), spelled in base64url."""
    r, s = decode_dss_signature(key.sign(text.encode(), ECDSA(SHA256(), deterministic_signing=True)))
    return base64url.encode(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def write(
    signer: str,
    kind: str,
    dossier: str | UUID,
    entity: str | UUID,
    fields: Mapping[str, Any],
    *,
    at: str = AT,
    offset: int | None = 0,
    base: Sequence[str] = (),
    salt: str = "",
) -> Wire:
    """The texts of one operation; salts follow from all that is said, and from `salt`."""
    told = f"{signer} {kind} {entity} {at} {salt} {sorted(base)}"
    texts = [write_field(seeded(f"{told} {name}")[:16], name, value) for name, value in fields.items()]
    texts.sort(key=hash_text)
    head = write_head(
        kind=kind,
        dossier=str(dossier),
        entity=str(entity),
        signer=signer,
        at=at,
        offset=offset,
        base=base,
        fields=list(map(hash_text, texts)),
    )
    return Wire(head, tuple(texts))


class Author:
    """One signer: a member of an agency on a device with a key, and its chain of batches in each scope."""

    def __init__(self, name: str, *, member: str = "", agency: str = "", device: str = "") -> None:
        self.name = name
        self.id = drawn_id(f"signer {name}")
        self.member = member or drawn_id(f"member {name}")
        self.agency = agency or drawn_id(f"agency {name}")
        self.device = device or drawn_id(f"device {name}")
        self.private = key_of(name)
        self.key = es256.spki(self.private.public_key())
        self.text = write_signer(
            kid=KID,
            epoch=EPOCH,
            id=self.id,
            member=self.member,
            agency=self.agency,
            device=self.device,
            key=base64url.encode(self.key),
            since="2026-11-25T06:00:00.000Z",
        )
        self.vouched = ""
        self.chains: dict[str, list[str]] = {}

    def operation(
        self, kind: str, dossier: str | UUID, entity: str | UUID, fields: Mapping[str, Any], **more: Any
    ) -> Wire:
        return write(self.id, kind, dossier, entity, fields, **more)

    def batch(self, scope: str, operations: Sequence[Wire]) -> dict[str, Any]:
        """The next batch of the chain in `scope`, as a push carries it."""
        chain = self.chains.setdefault(scope, [hash_text(self.text)])
        text = write_batch(
            signer=self.id,
            scope=scope,
            n=len(chain),
            prev=chain[-1],
            operations=[operation.id for operation in operations],
        )
        chain.append(hash_text(text))
        return {
            "text": text,
            "signature": sign(self.private, text),
            "operations": [operation.envelope() for operation in operations],
        }
