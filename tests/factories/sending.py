"""A tablet that speaks with the real server: signs in, enrols a key, seals batches and pushes them."""

import gzip
import itertools
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from server.core import base64url
from server.core.ids import derive
from server.operations.receipt import Receipt, read_receipt
from tests import cast
from tests.factories.record import Author, Wire, drawn_id, sign

VERSION = "0.1.0"

_count = itertools.count()
"""An ended signer is remembered beside the database, so no test uses the signer of another."""


def browser(app: Flask) -> FlaskClient:
    """A browser without a session."""
    client = app.test_client()
    client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    return client


class Tablet:
    """Somebody of the cast at work: the session in `client`, the key in `author`."""

    def __init__(self, app: Flask, key: str, *, name: str = "", device: UUID | None = None) -> None:
        self.client = browser(app)
        self.who = cast.person(key)
        self.device = device or self.who.device
        answer = cast.sign_in_on(self.client, self.who, self.device)
        assert answer.status_code == 201, answer.text
        self.author = self.enrol(name or key)

    def enrol(self, name: str) -> Author:
        """Register a key of this person on this device; the signer's text is the server's."""
        who = self.who
        author = Author(
            f"{name} {next(_count)}", member=str(who.member), agency=str(who.agency), device=str(self.device)
        )
        nonce = self.client.post("/api/v1/signers/challenges").json["nonce"]
        proof = sign(author.private, nonce)
        body = {"id": author.id, "key": base64url.encode(author.key), "nonce": nonce, "proof": proof}
        answer = self.client.post("/api/v1/signers", json=body)
        assert answer.status_code == 200, answer.text
        author.text, author.vouched = answer.json["text"], answer.json["signature"]
        return author

    @property
    def agency(self) -> str:
        return str(self.who.agency)

    def push(self, *batches: Mapping[str, Any], **more: Any) -> list[Any]:
        """Send batches and answer their results; the message itself must be taken."""
        answer = self.send({"batches": list(batches)} | more)
        assert answer.status_code == 200, answer.text
        results: list[Any] = answer.json["results"]
        assert len(results) == len(batches)
        return results

    def send(self, message: Any) -> Any:
        """Send a message, packed, as the app does."""
        return self.client.post(
            "/api/v1/sync/push",
            data=gzip.compress(json.dumps(message).encode(), 1),
            headers={"Content-Encoding": "gzip", "Content-Type": "application/json"},
        )

    def record(self, scope: str, *wires: Wire) -> list[tuple[str, str | None]]:
        """Seal and push one batch; fate and reason of each operation, in order."""
        return self.fates_of(self.author.batch(scope, wires))

    def fates_of(self, batch: Mapping[str, Any]) -> list[tuple[str, str | None]]:
        """Push one batch; fate and reason of each operation, in order."""
        (result,) = self.push(batch)
        return fates(result)

    def answer(
        self, dossier: UUID | str, question: str, value: Any, *, checklist: str = "BRW-BRAND", **more: Any
    ) -> Wire:
        """An answer in the one filling of a list of class `team` in a dossier."""
        instance = str(more.pop("instance", derive("instance", dossier, checklist)))
        fields = {"checklist": checklist, "version": VERSION, "instance": instance, "question": question}
        fields |= {"value": value} | more.pop("fields", {})
        return self.author.operation(
            "answer.set", dossier, derive("answer", instance, question), fields, **more
        )

    def note(self, dossier: UUID | str, text: str = "Hond op het erf.", **more: Any) -> Wire:
        """A note with an entity of its own."""
        entity = more.pop("entity", drawn_id(f"note {self.author.name} {text} {more.get('salt', '')}"))
        return self.author.operation("note.add", dossier, entity, {"text": text, "subject": None}, **more)


def receipt(result: Mapping[str, Any]) -> Receipt:
    """The receipt in a result; a refusal fails the test with its problem."""
    assert "text" in result, result
    return read_receipt(result["text"])


def fates(result: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    """Fate and reason of each operation of a result."""
    return [(fate.fate, fate.reason) for fate in receipt(result).fates]
