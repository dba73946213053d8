"""A body may be packed, but never unpacks without a bound."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from marshmallow import Schema, fields

from server.core.problems import Problem
from server.core.routing.blueprint import Blueprint
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
    assert send(echo, gzip.compress(b'{"a": "' + b"x" * 800 + b'"}', mtime=0), "gzip") == (
        200,
        {"got": {"a": "x" * 800}},
    )


def test_a_plain_body_arrives_too(echo: FlaskClient) -> None:
    assert send(echo, b"[1]", None) == (200, {"got": [1]})


def test_a_bomb_is_refused_at_the_bound(echo: FlaskClient) -> None:
    status, problem = send(echo, gzip.compress(b" " * 100_000, mtime=0), "gzip")
    assert (status, problem["code"]) == (413, "body-too-large")


def test_a_body_that_is_too_large_unpacked_is_refused(echo: FlaskClient) -> None:
    status, problem = send(echo, b'"' + b"x" * 600 + b'"', None)
    assert (status, problem["code"]) == (413, "body-too-large")


def test_another_encoding_is_refused(echo: FlaskClient) -> None:
    status, problem = send(echo, b"x", "br")
    assert (status, problem["code"]) == (415, "content-type-unknown")


@pytest.mark.parametrize(
    "raw",
    [b"", b"nothing packed", gzip.compress(b"cut off", mtime=0)[:-5], gzip.compress(b"a", mtime=0) + b"more"],
)
def test_a_broken_stream_is_a_problem(raw: bytes) -> None:
    with pytest.raises(Problem) as caught:
        inflate(raw, LIMIT)
    assert caught.value.code == "body-unreadable"


def test_exactly_the_bound_is_allowed() -> None:
    assert len(inflate(gzip.compress(b"x" * LIMIT, mtime=0), LIMIT)) == LIMIT


def test_one_byte_beyond_the_bound_is_not() -> None:
    packed = zlib.compress(b"x" * (LIMIT + 1), wbits=31)
    with pytest.raises(Problem) as caught:
        inflate(packed, LIMIT)
    assert caught.value.code == "body-too-large"


@pytest.fixture
def schema(make_app: Callable[..., Flask]) -> FlaskClient:
    """An app with a route that takes a text and keeps nothing."""
    app = make_app()
    blueprint = Blueprint("texts", "texts")

    class TextSchema(Schema):
        text = fields.String(required=True)

    def take(body: dict[str, str]) -> dict[str, str]:
        return body

    view = blueprint.arguments(TextSchema)(take)
    app.add_url_rule("/api/v1/texts", "texts", mark(view, "public"), methods=["POST"])
    browser = app.test_client()
    browser.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    return browser


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"text": "kas"}', 200),
        (rb'{"text": "\\u0000"}', 200),
        (rb'{"text": "a\u0000b"}', 400),
        (rb'{"text": "\ud83c"}', 400),
        (b'{"text": NaN}', 400),
        (b'{"text": "\xff"}', 400),
        (b"[" * 2000, 400),
        (b"[" * 1000 + rb'"\u0000"' + b"]" * 1000, 400),
        (b"", 422),
        (b'{"text": 5}', 422),
    ],
)
def test_only_texts_that_can_be_kept_come_in(schema: FlaskClient, body: bytes, status: int) -> None:
    answer = schema.post("/api/v1/texts", data=body, content_type="application/json")
    assert answer.status_code == status


def test_a_form_is_not_taken_for_json(schema: FlaskClient) -> None:
    answer = schema.post("/api/v1/texts", data={"text": "kas"})
    assert answer.status_code == 415
    assert answer.json is not None
    assert answer.json["code"] == "content-type-unknown"


@pytest.mark.parametrize("address", ["/api/v1/agencies?q=%00", "/api/v1/%00", "/%00"])
def test_an_address_with_the_character_zero_is_refused(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code in (400, 401)


def test_what_many_small_lists_would_take_is_refused_before_it_is_parsed(
    make_app: Callable[..., Flask],
) -> None:
    browser = make_app().test_client()
    many = gzip.compress(b"[" + b"[]," * 1_000_000 + b"[]]", mtime=0)
    answer = browser.post(
        "/api/v1/sessions",
        data=many,
        headers={"Content-Encoding": "gzip", "X-Requested-With": "glashelder"},
        content_type="application/json",
    )
    assert (answer.status_code, answer.json and answer.json["code"]) == (413, "body-too-large")
