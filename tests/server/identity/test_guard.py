"""The door of every route: shut unless the view says who may pass."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from server.core.database import db, writing
from server.core.routing.permissions import declared_routes, refuse_undeclared
from server.identity.guard import PERSON_HEADER, public, requires
from server.identity.permissions import EVERYBODY, PERMISSIONS
from tests import cast


@pytest.fixture
def people(app: Flask, now: datetime) -> None:
    with app.app_context(), writing() as session:
        cast.load(session, now)


@pytest.fixture
def own(make_app: Callable[..., Flask], now: datetime) -> Flask:
    """An app with views of this test's own."""
    app = make_app()

    @app.get("/plan")
    @requires("actions.plan")
    def plan() -> str:
        return str(g.viewer.member)

    @app.get("/forgotten")
    def forgotten() -> str:
        return "everything"

    with app.app_context(), writing() as session:
        cast.load(session, now)
    return app


def test_a_view_that_declares_nothing_stops_the_start(own: Flask) -> None:
    with pytest.raises(RuntimeError, match="GET /forgotten"):
        refuse_undeclared(own)


def test_every_route_of_the_server_asks_for_a_known_permission(app: Flask) -> None:
    for method, path, permission in declared_routes(app):
        assert permission == "public" or permission in PERMISSIONS, f"{method} {path}: {permission}"


def test_an_unknown_permission_is_refused_at_once() -> None:
    with pytest.raises(LookupError, match="identity/permissions.py"):
        requires("actions.plaan")


def test_a_change_needs_the_header_of_the_app(app: Flask, people: None) -> None:
    stranger = app.test_client()
    answer = stranger.post("/api/v1/sessions", json={})
    assert (answer.status_code, answer.json and answer.json["code"]) == (403, "origin-unproven")


def test_a_change_with_a_session_needs_the_header_too(app: Flask, client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "nadia")
    del client.environ_base["HTTP_X_REQUESTED_WITH"]
    assert client.delete("/api/v1/sessions/current").status_code == 403
    assert client.get("/api/v1/sessions/current").status_code == 200


@pytest.mark.parametrize(("key", "status"), [("karin", 200), ("nadia", 403), ("bart", 403), ("leo", 403)])
def test_only_who_holds_the_role_passes(own: Flask, key: str, status: int) -> None:
    client = own.test_client()
    client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    who = cast.sign_in(client, key)
    answer = client.get("/plan")
    assert answer.status_code == status
    assert (answer.text == str(who.member)) is (status == 200)


def test_a_forgotten_view_lets_nobody_in_even_if_the_start_was_not_stopped(own: Flask) -> None:
    client = own.test_client()
    assert client.get("/forgotten").status_code == 401
    client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    cast.sign_in(client, "karin")
    assert client.get("/forgotten").status_code == 403


def test_everybody_may_what_needs_a_session_only(client: FlaskClient, people: None) -> None:
    for key in ("aylin", "bart", "joke"):
        cast.sign_in(client, key)
        assert client.get("/api/v1/agencies").status_code == 200


def test_the_viewer_is_forgotten_after_the_request(app: Flask, client: FlaskClient, people: None) -> None:
    with app.app_context():
        cast.sign_in(client, "nadia")
        client.get("/api/v1/agencies")
        assert "viewer" not in db.session().info


def test_permissions_name_known_roles() -> None:
    for name, roles in PERMISSIONS.items():
        assert roles is EVERYBODY or roles < EVERYBODY, name
        assert roles, name


def test_public_marks_and_calls() -> None:
    assert public(lambda: "open")() == "open"


def test_a_request_meant_for_another_person_is_refused(app: Flask, client: FlaskClient, people: None) -> None:
    def code(person: str, *, method: str = "GET") -> tuple[int, str | None]:
        answer = client.open("/api/v1/sessions/current", method=method, headers={PERSON_HEADER: person})
        return answer.status_code, (answer.json or {}).get("code")

    who = cast.sign_in(client, "nadia")
    assert code(f"{who.member}|{who.agency}") == (200, None)
    for other in (f"{who.agency}|{who.member}", str(who.member), ""):
        assert code(other) == (401, "session-other")
        assert code(other, method="DELETE") == (401, "session-other")
    assert client.get("/api/v1/sessions/current").status_code == 200


def test_what_anybody_may_ask_is_asked_for_nobody(app: Flask, client: FlaskClient, people: None) -> None:
    cast.sign_in(client, "nadia")
    assert client.get("/api/v1/sync/keys", headers={PERSON_HEADER: ""}).status_code == 200
