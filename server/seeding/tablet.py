"""A tablet of the demo: it signs in, enrols a key, signs what it records and pushes it, by the routes that
the app uses.

Its keys are drawn when the demo is loaded and forgotten afterwards, as those of a tablet that was handed in.
"""

import gzip
import secrets
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import orjson
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from flask import Flask

from server.core import base64url, clock
from server.core.ids import uuid7
from server.operations import es256
from server.operations.batch import write_batch
from server.operations.digests import hash_text
from server.operations.fields import write_field
from server.operations.head import write_head
from server.seeding.people import agency_id, membership_id

API = "/api/v1"


class SeedRefused(RuntimeError):
    """The server did not take what the demo sent; the words say what and why."""


class Wire(NamedTuple):
    """An operation as it is sent."""

    head: str
    fields: tuple[str, ...]

    @property
    def id(self) -> str:
        return hash_text(self.head)


class Tablet:
    """One person at work for one agency. Every method happens at the moment that `clock` reads."""

    def __init__(self, app: Flask, key: str, agency: str) -> None:
        self.client = app.test_client()
        self.client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
        self.key, self.agency_code, self.agency = key, agency, agency_id(agency)
        self.device = uuid7(clock.now())
        self._private = generate_private_key(SECP256R1())
        self._signer = ""
        self._text = ""
        self._chains: dict[str, list[str]] = {}

    def sign_in(self) -> None:
        """Begin a session; again when a day has passed."""
        device = {"id": str(self.device), "label": "Demotablet"}
        self.call(
            "POST",
            "/sessions",
            {"membership": str(membership_id(self.key, self.agency_code)), "device": device},
        )

    def enrol(self) -> None:
        """Register the key, once."""
        if self._signer:
            return
        self._signer = str(uuid7(clock.now()))
        nonce = self.call("POST", "/signers/challenges")["nonce"]
        key = base64url.encode(es256.spki(self._private.public_key()))
        proof = base64url.encode(es256.sign(self._private, nonce))
        told = self.call("POST", "/signers", {"id": self._signer, "key": key, "nonce": nonce, "proof": proof})
        self._text = told["text"]

    def write(
        self,
        kind: str,
        dossier: UUID,
        entity: UUID,
        fields: Mapping[str, Any],
        *,
        at: datetime,
        base: Sequence[str] = (),
    ) -> Wire:
        """Write an operation; nothing is sent yet."""
        texts = [write_field(secrets.token_bytes(16), name, value) for name, value in fields.items()]
        texts.sort(key=hash_text)
        head = write_head(
            kind=kind,
            dossier=str(dossier),
            entity=str(entity),
            signer=self._signer,
            at=clock.to_wire(at),
            offset=0,
            base=base,
            fields=[hash_text(text) for text in texts],
        )
        return Wire(head, tuple(texts))

    def push(self, scope: str, wires: Sequence[Wire]) -> None:
        """Sign a batch and send it. Raises SeedRefused unless every operation is accepted."""
        chain = self._chains.setdefault(scope, [hash_text(self._text)])
        ids = [wire.id for wire in wires]
        text = write_batch(signer=self._signer, scope=scope, n=len(chain), prev=chain[-1], operations=ids)
        chain.append(hash_text(text))
        batch = {
            "text": text,
            "signature": base64url.encode(es256.sign(self._private, text)),
            "operations": [{"head": wire.head, "fields": wire.fields} for wire in wires],
        }
        (result,) = self.call("POST", "/sync/push", {"batches": [batch]}, packed=True)["results"]
        if "text" not in result:
            raise SeedRefused(f"{self.key} {scope}: {result['problem']}")
        refused = [fate for fate in orjson.loads(result["text"])["fates"] if fate[1] != "accepted"]
        if refused:
            kinds = {wire.id: orjson.loads(wire.head)["kind"] for wire in wires}
            raise SeedRefused(f"{self.key} {scope}: {[(kinds[one[0]], one[2]) for one in refused]}")

    def upload(self, evidence: UUID, content: bytes) -> None:
        """Send a photo whose operation has a receipt (tus: creation, then all bytes in one part)."""
        tus = {"Tus-Resumable": "1.0.0"}
        name = b64encode(str(evidence).encode()).decode()
        created = {**tus, "Upload-Length": str(len(content)), "Upload-Metadata": f"id {name}"}
        self._send("POST", "/evidence-uploads", headers=created)
        part = {**tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        self._send("PATCH", f"/evidence-uploads/{evidence}", headers=part, data=content)

    def call(self, method: str, path: str, body: Any = None, *, packed: bool = False, **headers: str) -> Any:
        """Call a route with JSON and answer what it tells. Raises SeedRefused for a problem."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            raw = orjson.dumps(body)
            named |= {"Content-Type": "application/json"} | ({"Content-Encoding": "gzip"} if packed else {})
            return self._send(method, path, headers=named, data=gzip.compress(raw, 1) if packed else raw)
        return self._send(method, path, headers=named)

    def _send(self, method: str, path: str, **request: Any) -> Any:
        answer = self.client.open(API + path, method=method, **request)
        if answer.status_code >= 300:
            raise SeedRefused(
                f"{self.key} {method} {path}: {answer.status_code} {answer.get_data(as_text=True)}"
            )
        return orjson.loads(answer.data) if answer.data else None
