"""Every answer has the same headers, every error the same shape, in the reader's language."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core.problems import every
from server.core.routing.permissions import declared_routes, mark, refuse_undeclared


def test_an_unknown_address_is_a_problem_with_its_mend(client: FlaskClient) -> None:
    answer = client.get("/api/v1/nothing-here", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.json == {
        "type": "/api/v1/problems/not-found",
        "title": "Not found",
        "status": 404,
        "code": "not-found",
        "detail": "There is nothing here that you may see.",
        "mend": "Check the address; it may also have been moved or shared with others only.",
    }


@pytest.mark.parametrize(
    ("asked", "language", "title"),
    [
        ("nl", "nl", "Niet gevonden"),
        ("en-GB", "en", "Not found"),
        ("fr", "nl", "Niet gevonden"),
        ("", "nl", "Niet gevonden"),
    ],
)
def test_an_error_speaks_the_readers_language(
    client: FlaskClient, asked: str, language: str, title: str
) -> None:
    answer = client.get("/api/v1/nothing-here", headers={"Accept-Language": asked})
    assert answer.json and answer.json["title"] == title
    assert answer.headers["Content-Language"] == language


def test_a_method_that_does_not_exist_names_those_that_do(client: FlaskClient) -> None:
    answer = client.put("/api/v1/sessions", json={})
    assert answer.status_code == 405
    assert answer.json and answer.json["code"] == "method-not-allowed"
    assert "POST" in answer.headers["Allow"]
    assert "POST" in answer.json["mend"]


def test_a_broken_body_is_a_problem_not_a_crash(client: FlaskClient) -> None:
    answer = client.post("/api/v1/sessions", data=b'{"membership": ', content_type="application/json")
    assert answer.status_code == 400
    assert answer.json and answer.json["code"] == "body-unreadable"


def test_wrong_fields_are_named_each(client: FlaskClient) -> None:
    answer = client.post("/api/v1/sessions", json={"membership": "x"})
    assert answer.status_code == 422
    assert answer.json and answer.json["code"] == "fields-invalid"
    assert {error["field"] for error in answer.json["errors"]} >= {"membership", "device"}


@pytest.mark.parametrize(
    "path", ["/healthz", "/api/v1/openapi.json", "/api/v1/nothing-here", "/assets/gone.js"]
)
def test_every_answer_bears_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Request-Id"]


def test_answers_of_the_api_name_its_version_and_are_never_cached(client: FlaskClient) -> None:
    headers = client.get("/api/v1/openapi.json").headers
    assert headers["API-Version"] == "0.1.0"
    assert headers["Cache-Control"] == "no-store"


def test_https_is_remembered_only_where_it_is_spoken(make_app: Callable[..., Flask]) -> None:
    assert "Strict-Transport-Security" not in make_app().test_client().get("/healthz").headers
    assert "Strict-Transport-Security" in make_app(https=True).test_client().get("/healthz").headers


def test_each_problem_explains_itself_at_its_type(client: FlaskClient) -> None:
    for problem in every():
        answer = client.get(f"/api/v1/problems/{problem.code}", headers={"Accept-Language": "en"})
        assert answer.status_code == 200
        assert answer.json and answer.json["title"] == problem.en.title


def test_an_error_that_nobody_expected_tells_nothing_but_its_number(make_app: Callable[..., Flask]) -> None:
    app = make_app()

    def broken() -> str:
        raise ValueError("BSN 123456782")

    app.add_url_rule("/api/v1/broken", "broken", mark(broken, "public"))
    answer = app.test_client().get("/api/v1/broken")
    assert answer.status_code == 500
    assert answer.json and answer.json["code"] == "internal"
    assert answer.json["request"] == answer.headers["X-Request-Id"]
    assert "123456782" not in answer.text


def test_a_route_that_forgot_its_permission_stops_the_start(make_app: Callable[..., Flask]) -> None:
    app = make_app()
    app.add_url_rule("/api/v1/forgotten", "forgotten", lambda: "")
    with pytest.raises(RuntimeError, match="GET /api/v1/forgotten"):
        refuse_undeclared(app)


def test_paths_are_kebab_case(app: Flask) -> None:
    fixed = [
        part for _, path, _ in declared_routes(app) for part in path.split("/") if part and "<" not in part
    ]
    assert [part for part in fixed if part != part.lower() or "_" in part] == []


def test_signing_in_too_often_waits(make_app: Callable[..., Flask]) -> None:
    browser = make_app(sign_in_limit="2 per minute").test_client()
    browser.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    statuses = [browser.post("/api/v1/sessions", json={}).status_code for _ in range(3)]
    assert statuses == [422, 422, 429]
