"""Signing in, who one is then, and how it ends."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server.core.database import db, writing
from server.identity.models import Device, Membership, UserSession
from server.identity.sessions import hash_token
from tests import cast
from tests.conftest import Clock


@pytest.fixture
def people(app: Flask, now: datetime) -> None:
    """The cast, in an empty database."""
    with app.app_context(), writing() as session:
        cast.load(session, now)


def device(who: str) -> dict[str, str]:
    return {"id": str(cast.person(who).device), "label": "Tablet 7"}


def test_a_stranger_is_told_to_sign_in(client: FlaskClient, people: None) -> None:
    answer = client.get("/api/v1/sessions/current")
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["code"] == "sign-in-needed"


def test_a_made_up_token_opens_nothing(client: FlaskClient, people: None) -> None:
    client.set_cookie("gh_session", "A" * 43)
    assert client.get("/api/v1/sessions/current").status_code == 401


def test_an_unknown_membership_is_refused_with_the_field(client: FlaskClient, people: None) -> None:
    body = {"membership": str(cast.person("nadia").member), "device": device("nadia")}
    answer = client.post("/api/v1/sessions", json=body)
    assert answer.status_code == 422
    assert answer.json is not None
    assert (answer.json["code"], answer.json["field"]) == ("membership-unknown", "membership")


def test_a_bad_body_names_its_fields(client: FlaskClient, people: None) -> None:
    answer = client.post("/api/v1/sessions", json={"membership": "nadia", "device": {"id": "x", "label": ""}})
    assert answer.status_code == 422
    assert answer.json is not None
    assert {one["field"] for one in answer.json["errors"]} == {"membership", "device.id", "device.label"}


def test_the_session_tells_who_one_is(client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "nadia")
    told = client.get("/api/v1/sessions/current").json
    assert told is not None
    assert told["member"]["name"] == "Nadia Amrani"
    assert told["agency"]["code"] == "BRW-HAAGLANDEN"
    assert told["roles"] == ["inspector"]
    assert told["mandates"] == [{"law": "omgevingswet_brandveiligheid", "until": None}]
    assert told["serverTime"] == "2026-11-25T10:00:00.000Z"
    assert told["until"] == "2026-11-25T22:00:00.000Z"
    assert told["demo"] is True


def test_a_mandate_that_has_ended_is_told_with_its_end(client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "liv")
    told = client.get("/api/v1/sessions/current").json
    assert told is not None
    assert {"law": "wgb", "until": "2026-11-01T10:00:00.000Z"} in told["mandates"]


def test_the_cookie_is_for_this_site_and_no_script(client: FlaskClient, people: None) -> None:
    body = {"membership": str(cast.person("nadia").membership), "device": device("nadia")}
    header = client.post("/api/v1/sessions", json=body).headers["Set-Cookie"]
    for word in ("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"):
        assert word in header
    assert "Secure" not in header


def test_behind_https_the_cookie_is_secure(client: FlaskClient, people: None) -> None:
    body = {"membership": str(cast.person("nadia").membership), "device": device("nadia")}
    answer = client.post("/api/v1/sessions", json=body, base_url="https://localhost")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_the_database_holds_the_hash_and_not_the_token(app: Flask, client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "nadia")
    cookie = client.get_cookie("gh_session")
    assert cookie is not None
    with app.app_context():
        row = db.session.scalars(select(UserSession)).one()
        assert row.token_hash == hash_token(cookie.value)
        assert cookie.value.encode() not in row.token_hash


def test_the_answer_is_kept_in_no_cache(client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "nadia")
    assert client.get("/api/v1/sessions/current").headers["Cache-Control"] == "no-store"


def test_signing_out_ends_it_on_the_server(client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "nadia")
    kept = client.get_cookie("gh_session")
    assert kept is not None
    assert client.delete("/api/v1/sessions/current").status_code == 204
    client.set_cookie("gh_session", kept.value)
    assert client.get("/api/v1/sessions/current").status_code == 401


def test_a_session_ends_by_itself(client: FlaskClient, people: None, clock: Clock) -> None:
    cast.sign_in(client, "nadia")
    clock.forward(hours=11, minutes=59)
    assert client.get("/api/v1/sessions/current").status_code == 200
    clock.forward(minutes=1)
    assert client.get("/api/v1/sessions/current").status_code == 401


@pytest.mark.parametrize("ends", [Membership, Device])
def test_a_session_ends_with_its_membership_and_its_device(
    app: Flask, client: FlaskClient, people: None, clock: Clock, ends: type
) -> None:
    cast.sign_in(client, "nadia")
    who = cast.person("nadia")
    with app.app_context(), writing() as session:
        row = session.get(ends, who.membership if ends is Membership else who.device)
        assert row is not None
        row.until = clock.time + timedelta(minutes=5)
    assert client.get("/api/v1/sessions/current").status_code == 200
    clock.forward(minutes=5)
    assert client.get("/api/v1/sessions/current").status_code == 401
    body = {"membership": str(who.membership), "device": device("nadia")}
    assert client.post("/api/v1/sessions", json=body).status_code in (403, 422)


def test_roles_are_those_of_this_moment(app: Flask, client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "karin")
    with app.app_context(), writing() as session:
        row = session.get(Membership, cast.person("karin").membership)
        assert row is not None
        row.roles = ["inspector"]
    told = client.get("/api/v1/sessions/current").json
    assert told is not None
    assert told["roles"] == ["inspector"]


def test_without_demo_sign_in_nobody_signs_in_that_way(make_app: Callable[..., Flask], now: datetime) -> None:
    app = make_app(demo_sign_in=False)
    with app.app_context(), writing() as session:
        cast.load(session, now)
    client = app.test_client()
    client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    body = {"membership": str(cast.person("nadia").membership), "device": device("nadia")}
    assert client.post("/api/v1/sessions", json=body).status_code == 404
