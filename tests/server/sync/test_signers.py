"""Registering a key: only its holder, only for oneself on this device, the same text for ever."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from server.core import base64url
from server.core.clock import from_ms
from server.core.database import writing
from server.core.ids import derive
from server.identity.models import Signer
from server.operations.es256 import spki, verifies
from server.operations.signer import read_signer
from server.sync.authority import authority
from server.sync.signers.ending import end_at, end_of
from server.sync.signers.known import find_signer
from tests import cast
from tests.conftest import Clock
from tests.factories.record import drawn_id, key_of, sign


@pytest.fixture(autouse=True)
def people(app: Flask, now: Any) -> None:
    with app.app_context(), writing() as session:
        cast.load(session, now)


def _ask(client: FlaskClient, name: str = "a key", **changes: Any) -> Any:
    """Register the key of that name under the session in hand; the answer."""
    nonce = client.post("/api/v1/signers/challenges").json["nonce"]
    private = key_of(name)
    body = {
        "id": drawn_id(name),
        "key": base64url.encode(spki(private.public_key())),
        "nonce": nonce,
        "proof": sign(private, nonce),
    }
    return client.post("/api/v1/signers", json=body | changes)


def _keys(client: FlaskClient) -> dict[str, bytes]:
    told = client.get("/api/v1/sync/keys").json["keys"]
    return {one["kid"]: base64url.decode(one["key"]) for one in told}


def test_nobody_registers_a_key_without_signing_in(client: FlaskClient) -> None:
    assert client.post("/api/v1/signers/challenges").status_code == 401
    assert client.post("/api/v1/signers", json={}).status_code == 401


def test_the_server_vouches_for_a_key_that_was_proven(client: FlaskClient, clock: Clock) -> None:
    who = cast.sign_in(client, "nadia")
    answer = _ask(client)
    assert answer.status_code == 200, answer.text
    signer = read_signer(answer.json["text"])
    assert (signer.member, signer.agency, signer.device) == tuple(
        map(str, (who.member, who.agency, who.device))
    )
    assert signer.key == spki(key_of("a key").public_key())
    assert signer.since == "2026-11-25T10:00:00.000Z"
    key = _keys(client)[signer.kid]
    assert verifies(key, answer.json["text"], base64url.decode(answer.json["signature"]))


def test_the_same_key_again_gets_the_same_text(client: FlaskClient, clock: Clock) -> None:
    cast.sign_in(client, "nadia")
    first = _ask(client).json
    clock.forward(hours=1)
    assert _ask(client).json == first


def test_a_key_that_nobody_proved_to_have_is_refused(client: FlaskClient) -> None:
    cast.sign_in(client, "nadia")
    nonce = client.post("/api/v1/signers/challenges").json["nonce"]
    answer = _ask(client, nonce=nonce, proof=sign(key_of("another key"), nonce))
    assert (answer.status_code, answer.json["code"]) == (422, "proof-invalid")


def test_a_nonce_of_somebody_else_or_of_yesterday_is_refused(client: FlaskClient, app: Flask) -> None:
    other = app.test_client()
    other.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    cast.sign_in(other, "joost" if "joost" in cast.everyone() else sorted(cast.everyone())[0])
    cast.sign_in(client, "nadia")
    foreign = other.post("/api/v1/signers/challenges").json["nonce"]
    for nonce in (foreign, "made up", foreign[:-2]):
        answer = _ask(client, nonce=nonce, proof=sign(key_of("a key"), nonce))
        assert (answer.status_code, answer.json["code"]) == (422, "challenge-expired")


def test_an_id_that_is_taken_is_refused(client: FlaskClient) -> None:
    cast.sign_in(client, "nadia")
    assert _ask(client).status_code == 200
    answer = _ask(client, "second key", id=drawn_id("a key"))
    assert (answer.status_code, answer.json["code"]) == (409, "signer-taken")


@pytest.mark.parametrize("key", ["", "AAAA", "=" * 10, base64url.encode(bytes(91)), "A" * 122])
def test_what_is_no_key_is_refused(client: FlaskClient, key: str) -> None:
    cast.sign_in(client, "nadia")
    answer = _ask(client, key=key)
    assert answer.status_code == 422
    assert answer.json["code"] in ("key-invalid", "fields-invalid")


def test_the_keys_of_the_server_are_public_and_stay_the_same(client: FlaskClient, app: Flask) -> None:
    first = client.get("/api/v1/sync/keys").json
    for forget in app.extensions["glashelder.forget"]:
        forget()
    assert client.get("/api/v1/sync/keys").json == first


def test_a_database_that_lost_its_keys_gets_them_back_from_the_files_in_a_new_epoch(
    client: FlaskClient, app: Flask, sandbox: Any
) -> None:
    before = client.get("/api/v1/sync/keys").json
    sandbox.empty()
    for forget in app.extensions["glashelder.forget"]:
        forget()
    after = client.get("/api/v1/sync/keys").json
    assert after["keys"] == before["keys"]
    assert after["epoch"] != before["epoch"]


def test_a_signer_ends_once_and_its_end_outlives_the_database(
    client: FlaskClient, engine_name: str, db: Session, now: Any
) -> None:
    cast.sign_in(client, "nadia")
    id = derive("signer", "that ends", engine_name)
    assert _ask(client, id=str(id)).status_code == 200
    ours = authority()
    with writing() as session:
        end_at(session, ours, id, now)
    with writing() as session:
        end_at(session, ours, id, from_ms(0))
    known = find_signer(db, id)
    assert known is not None
    assert known.until is not None
    assert from_ms(known.until) == now
    kept = end_of(ours, id)
    assert kept is not None
    assert kept.text == db.get_one(Signer, id).end_text


def test_a_signer_that_ended_is_not_registered_again_by_a_database_that_forgot_it(
    client: FlaskClient, engine_name: str, sandbox: Any, app: Flask, now: Any
) -> None:
    id = derive("signer", "that is forgotten", engine_name)
    cast.sign_in(client, "nadia")
    assert _ask(client, id=str(id)).status_code == 200
    with app.app_context():
        ours = authority()
        with writing() as session:
            end_at(session, ours, id, now)
        sandbox.empty()
        with writing() as session:
            cast.load(session, now)
    cast.sign_in(client, "nadia")
    assert _ask(client, id=str(id)).json["code"] == "signer-taken"
