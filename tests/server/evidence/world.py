"""Photos named by real records of the small world: Nadia (fire service) and Defne (municipality) at one
visit.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from server.access.service import scope_ids
from server.core import base64url, clock
from server.core.database import writing
from server.core.jobs import run_due
from server.dossiers.service import Accepted, fold
from server.identity.models import Device, Signer
from server.operations.digests import digest, spell
from server.operations.operation import read_operation
from server.sync.acceptance.item import read_item
from server.sync.acceptance.storing import set_aside
from server.sync.signers.known import find_signer
from tests import cast
from tests.factories import access
from tests.factories.record import Author, Wire, drawn_id

UPLOADS = "/api/v1/evidence-uploads"
JOINT = f"joint:{access.VISIT_A}"


def author(key: str, device_of: str | None = None, name: str = "") -> Author:
    """The signer of a person, on their own tablet or on another's."""
    who = cast.person(key)
    device = cast.person(device_of or key).device
    label = name or f"{key} on {device}"
    return Author(label, member=str(who.member), agency=str(who.agency), device=str(device))


def own_scope(key: str) -> str:
    """The scope of a person's agency at the visit."""
    return f"agency:{access.VISIT_A}:{cast.person(key).agency}"


@dataclass
class Photo:
    """A photo and the record that names it."""

    data: bytes
    id: str
    mime: str = "image/jpeg"
    wire: Wire | None = field(default=None, repr=False)

    @property
    def sha256(self) -> str:
        return base64url.encode_hash(hashlib.sha256(self.data).digest())

    def fields(self) -> dict[str, Any]:
        return {
            "subject": drawn_id("subject"),
            "sha256": self.sha256,
            "bytes": len(self.data),
            "mime": self.mime,
            "taken_at": "2026-11-25T09:59:00.000Z",
        }


@dataclass
class World:
    """The app with its people, and the records made in it."""

    app: Flask
    now: datetime

    def client(self, key: str) -> FlaskClient:
        """A browser signed in as this person on their own tablet."""
        browser = self.app.test_client()
        browser.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
        cast.sign_in(browser, key)
        return browser

    def record(self, photo: Photo, who: Author, scope: str) -> Photo:
        """The photo's record, accepted in `scope`."""
        photo.wire = who.operation("evidence.add", access.VISIT_A, photo.id, photo.fields())
        operation = read_operation(photo.wire.head, photo.wire.fields, who.agency)
        with self.app.app_context(), writing() as session:
            enrol(session, who, self.now)
            number = scope_ids(session, [scope])[scope]
            fold(session, access.VISIT_A, [Accepted(operation, number, self.now, {})], self.now)
        return photo

    def set_aside(self, photo: Photo, who: Author, scope: str) -> Photo:
        """The photo's record, in quarantine as the server keeps it."""
        photo.wire = who.operation("evidence.add", access.VISIT_A, photo.id, photo.fields())
        with self.app.app_context(), writing() as session:
            enrol(session, who, self.now)
            scope_id = scope_ids(session, [scope])[scope]
            signer = find_signer(session, UUID(who.id))
            assert signer is not None
            item = read_item(spell(digest(photo.wire.head)), photo.wire.head, photo.wire.fields, who.agency)
            item.reason, item.batch, item.received = "not_assigned", bytes(32), clock.to_ms(self.now)
            set_aside(session, [item], dossier=access.VISIT_A, scope=scope_id, signer=signer)
        return photo

    def work(self) -> int:
        """Let the job worker do what is due."""
        with self.app.app_context():
            return run_due()


def enrol(session: Session, who: Author, now: datetime) -> None:
    """The signer as the server knows it."""
    if session.get(Device, UUID(who.device)) is None:
        device = UUID(who.device)
        session.add(Device(id=device, label="Tablet", registered=now, secret_hash=cast.bind(device)))
        session.flush()
    if session.get(Signer, UUID(who.id)) is None:
        session.add(
            Signer(
                id=UUID(who.id),
                member=UUID(who.member),
                agency=UUID(who.agency),
                device=UUID(who.device),
                key=who.key,
                text=who.text,
                signature=bytes(64),
                registered=now,
            )
        )
        session.flush()


def build(app: Flask) -> World:
    """People, one action, two teams, two visits; nothing recorded yet."""
    now = clock.now()
    with app.app_context(), writing() as session:
        cast.load(session, now)
        access.build(session, now)
    return World(app, now)


def begin(client: FlaskClient, photo: Photo, length: int | None = None, **headers: str) -> TestResponse:
    """POST, as tus-js-client does it."""
    name = base64.b64encode(photo.id.encode()).decode()
    told = {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(len(photo.data) if length is None else length),
        "Upload-Metadata": f"id {name}",
    }
    return client.post(UPLOADS, headers=told | headers)


def patch(client: FlaskClient, photo: Photo, offset: int, data: bytes, **headers: str) -> TestResponse:
    """PATCH a part."""
    told = {
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": str(offset),
        "Content-Type": "application/offset+octet-stream",
    }
    return client.patch(f"{UPLOADS}/{photo.id}", data=data, headers=told | headers)


def offset(client: FlaskClient, photo: Photo) -> int:
    """HEAD: where the upload is."""
    answer = client.head(f"{UPLOADS}/{photo.id}", headers={"Tus-Resumable": "1.0.0"})
    assert answer.status_code == 200, answer.status
    assert answer.headers["Upload-Length"] == str(len(photo.data))
    return int(answer.headers["Upload-Offset"])


def send(client: FlaskClient, photo: Photo) -> None:
    """The whole photo at once."""
    assert begin(client, photo).status_code == 201
    answer = patch(client, photo, 0, photo.data)
    assert answer.status_code == 204, answer.text


def code(answer: TestResponse) -> str:
    """The code of a problem."""
    assert answer.content_type == "application/problem+json", answer.text
    return str(answer.json["code"])
