"""A body may be packed, but never unpacks without a bound."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from server.core.problems import Problem
from server.core.routing.bodies import inflate
from server.core.routing.permissions import mark

LIMIT = 1000


@pytest.fixture
def echo(make_app: Callable[..., Flask]) -> FlaskClient:
    """An app that sends back the JSON it was sent."""
    app = make_app(request_max_bytes=500, request_inflated_max_bytes=LIMIT)
    app.add_url_rule(
        "/api/v1/echo", "echo", mark(lambda: {"got": request.get_json()}, "public"), methods=["POST"]
    )
    browser = app.test_client()
    browser.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    return browser


def send(echo: FlaskClient, body: bytes, encoding: str | None) -> tuple[int, dict[str, object]]:
    headers = {"Content-Encoding": encoding} if encoding else {}
    answer = echo.post("/api/v1/echo", data=body, headers=headers, content_type="application/json")
    assert answer.json is not None
    return answer.status_code, answer.json


def test_a_packed_body_arrives_unpacked(echo: FlaskClient) -> None:
    assert send(echo, gzip.compress(b'{"a": "' + b"x" * 800 + b'"}'), "gzip") == (
        200,
        {"got": {"a": "x" * 800}},
    )


def test_a_plain_body_arrives_too(echo: FlaskClient) -> None:
    assert send(echo, b"[1]", None) == (200, {"got": [1]})


def test_a_bomb_is_refused_at_the_bound(echo: FlaskClient) -> None:
    status, problem = send(echo, gzip.compress(b" " * 100_000), "gzip")
    assert (status, problem["code"]) == (413, "body-too-large")


def test_a_body_that_is_too_large_unpacked_is_refused(echo: FlaskClient) -> None:
    status, problem = send(echo, b'"' + b"x" * 600 + b'"', None)
    assert (status, problem["code"]) == (413, "body-too-large")


def test_another_encoding_is_refused(echo: FlaskClient) -> None:
    status, problem = send(echo, b"x", "br")
    assert (status, problem["code"]) == (415, "content-type-unknown")


@pytest.mark.parametrize(
    "raw", [b"", b"nothing packed", gzip.compress(b"cut off")[:-5], gzip.compress(b"a") + b"more"]
)
def test_a_broken_stream_is_a_problem(raw: bytes) -> None:
    with pytest.raises(Problem) as caught:
        inflate(raw, LIMIT)
    assert caught.value.code == "body-unreadable"


def test_exactly_the_bound_is_allowed() -> None:
    assert len(inflate(gzip.compress(b"x" * LIMIT), LIMIT)) == LIMIT


def test_one_byte_beyond_the_bound_is_not() -> None:
    packed = zlib.compress(b"x" * (LIMIT + 1), wbits=31)
    with pytest.raises(Problem) as caught:
        inflate(packed, LIMIT)
    assert caught.value.code == "body-too-large"
