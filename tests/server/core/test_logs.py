"""Logs tell what happened, and nothing about anybody."""

import json
from collections.abc import Callable

import pytest
from flask import Flask

from server.core.routing.logs import without_messages
from server.core.routing.permissions import mark


def test_a_request_is_logged_by_its_route_alone(
    make_app: Callable[..., Flask], capfd: pytest.CaptureFixture[str]
) -> None:
    app = make_app(log_level="INFO")

    def show(name: str) -> str:
        return name

    app.add_url_rule("/api/v1/people/<name>", "show", mark(show, "public"))
    answer = app.test_client().get(
        "/api/v1/people/jansen?bsn=123456782", headers={"User-Agent": "tablet-of-jansen"}
    )
    assert answer.status_code == 200
    [line] = [line for line in capfd.readouterr().err.splitlines() if '"event": "request"' in line]
    entry = json.loads(line)
    assert entry["route"] == "/api/v1/people/<name>"
    assert (entry["method"], entry["status"], entry["request"]) == (
        "GET",
        200,
        answer.headers["X-Request-Id"],
    )
    assert "jansen" not in line
    assert "123456782" not in line


def test_an_error_is_logged_without_its_message(
    make_app: Callable[..., Flask], capfd: pytest.CaptureFixture[str]
) -> None:
    app = make_app(log_level="INFO")

    def broken() -> str:
        raise ValueError("Jansen, BSN 123456782")

    app.add_url_rule("/api/v1/broken", "broken", mark(broken, "public"))
    app.test_client().get("/api/v1/broken")
    written = capfd.readouterr().err
    assert '"error": "ValueError"' in written
    assert "test_logs.py" in written
    assert "Jansen" not in written


def test_the_places_an_error_passed_are_kept() -> None:
    try:
        raise LookupError("secret")
    except LookupError:
        entry = without_messages(None, "error", {"event": "x", "exc_info": True})
    assert entry["error"] == "LookupError"
    assert entry["trace"][0].startswith("test_logs.py:")
    assert "secret" not in str(entry)
