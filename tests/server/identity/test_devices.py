"""A device is bound at its first sign-in: its id, which colleagues read in what it signed, opens nothing."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.identity.devices import challenge, cookie
from server.identity.models import Device, Signer
from server.identity.sessions import hash_token
from tests import cast
from tests.factories.record import Author, sign
from tests.factories.sending import Tablet, browser

PATH = "/api/v1/sessions"


@pytest.fixture
def nadia(app: Flask, now: datetime) -> Tablet:
    """Nadia's tablet, on which a key of hers is registered."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
    return Tablet(app, "nadia")


def knock(
    client: FlaskClient, key: str, device: UUID, proof: dict[str, Any] | None = None, label: str = "Een"
) -> Any:
    told: dict[str, Any] = {"id": str(device), "label": label}
    body = {
        "membership": str(cast.person(key).membership),
        "device": told | ({"proof": proof} if proof else {}),
    }
    return client.post(PATH, json=body)


def proof_of(author: Author, nonce: str) -> dict[str, Any]:
    signer = {"text": author.text, "signature": author.vouched}
    return {"signer": signer, "nonce": nonce, "signature": sign(author.private, nonce)}


def nonce_for(client: FlaskClient, device: UUID) -> str:
    return str(client.post(f"{PATH}/challenges", json={"device": str(device)}).json["nonce"])  # type: ignore[index]


def test_a_known_device_is_not_taken_at_its_word(app: Flask, nadia: Tablet, db: Session) -> None:
    stranger = browser(app)
    answer = knock(stranger, "piet", nadia.device, label="Van Piet")
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (
        403, "device-unproven", "device.id",
    )  # fmt: skip
    assert "Set-Cookie" not in answer.headers
    assert stranger.get("/api/v1/sync/batches").status_code == 401
    assert db.get_one(Device, nadia.device).label == "Tablet of Nadia Amrani"


def test_its_cookie_lets_anybody_in_who_holds_the_device(nadia: Tablet, db: Session) -> None:
    answer = knock(nadia.client, "piet", nadia.device, label="Gedeelde tablet")
    assert answer.status_code == 201
    assert db.get_one(Device, nadia.device).label == "Gedeelde tablet"


def test_the_cookie_of_another_device_opens_nothing(app: Flask, nadia: Tablet) -> None:
    piet = Tablet(app, "piet")
    own = piet.client.get_cookie(cookie(piet.device), path=PATH)
    assert own is not None
    piet.client.set_cookie(cookie(nadia.device), own.value, path=PATH)
    assert knock(piet.client, "piet", nadia.device).status_code == 403


def test_the_cookie_goes_to_the_sign_in_alone_and_no_script_reads_it(nadia: Tablet) -> None:
    answer = knock(nadia.client, "nadia", nadia.device)
    [header] = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith("gh_device")]
    for word in ("HttpOnly", "SameSite=Strict", f"Path={PATH}", f"Max-Age={400 * 86_400}"):
        assert word in header


def test_the_database_holds_the_hash_of_the_secret_alone(nadia: Tablet, db: Session) -> None:
    kept = nadia.client.get_cookie(cookie(nadia.device), path=PATH)
    assert kept is not None
    assert db.scalar(select(Device.secret_hash).where(Device.id == nadia.device)) == hash_token(kept.value)


def test_a_device_that_lost_its_cookie_proves_itself_by_a_key_and_gets_a_new_one(
    app: Flask, nadia: Tablet
) -> None:
    again = browser(app)
    assert knock(again, "nadia", nadia.device).status_code == 403
    proof = proof_of(nadia.author, nonce_for(again, nadia.device))
    assert knock(again, "nadia", nadia.device, proof).status_code == 201
    assert knock(again, "sem", nadia.device).status_code == 201
    assert knock(nadia.client, "nadia", nadia.device).status_code == 403


def test_a_proof_ends_what_was_opened_under_another_secret(app: Flask, nadia: Tablet) -> None:
    again = browser(app)
    assert nadia.client.get("/api/v1/sessions/current").status_code == 200
    knock(again, "nadia", nadia.device, proof_of(nadia.author, nonce_for(again, nadia.device)))
    assert nadia.client.get("/api/v1/sessions/current").status_code == 401


def test_a_key_proves_its_own_device_alone_with_a_fresh_nonce_for_it(app: Flask, nadia: Tablet) -> None:
    piet, stranger = Tablet(app, "piet"), browser(app)
    good = nonce_for(stranger, nadia.device)
    forged = Author("forged", member=str(nadia.who.member), agency=nadia.agency, device=str(nadia.device))
    forged.vouched = nadia.author.vouched
    signed_by_piet = proof_of(nadia.author, good) | {"signature": sign(piet.author.private, good)}
    proofs = {
        "the key of another device": proof_of(piet.author, good),
        "another key than the text's": signed_by_piet,
        "a text that we never signed": proof_of(forged, good),
        "a nonce for another device": proof_of(nadia.author, nonce_for(stranger, piet.device)),
        "a nonce of somebody else": proof_of(nadia.author, challenge("another secret", nadia.device)),
        "a nonce for a new key": proof_of(
            nadia.author, nadia.client.post("/api/v1/signers/challenges").json["nonce"]
        ),
        "no base64url": proof_of(nadia.author, good) | {"signature": "é"},
    }
    for what, proof in proofs.items():
        assert knock(stranger, "piet", nadia.device, proof).status_code == 403, what
    assert knock(stranger, "piet", nadia.device, proof_of(nadia.author, good)).status_code == 201


def test_a_restored_server_that_does_not_know_the_key_yet_knows_its_own_word_for_it(
    app: Flask, nadia: Tablet
) -> None:
    with app.app_context(), writing() as session:
        session.delete(session.get_one(Signer, UUID(nadia.author.id)))
    again = browser(app)
    proof = proof_of(nadia.author, nonce_for(again, nadia.device))
    assert knock(again, "nadia", nadia.device, proof).status_code == 201


def test_a_nonce_is_over_after_ten_minutes(
    app: Flask, nadia: Tablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = browser(app)
    proof = proof_of(nadia.author, nonce_for(stranger, nadia.device))
    monkeypatch.setattr("server.identity.devices.SECONDS", -1)
    assert knock(stranger, "nadia", nadia.device, proof).status_code == 403


def test_a_device_that_is_ended_stays_out_with_its_cookie(app: Flask, nadia: Tablet, now: datetime) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Device, nadia.device).until = now - timedelta(minutes=1)
    answer = knock(nadia.client, "nadia", nadia.device)
    assert (answer.status_code, answer.json["code"]) == (403, "device-ended")
