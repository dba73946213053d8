"""The built app: cached for ever where its name changes with its content, asked again everywhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def browser(make_app: Callable[..., Flask], tmp_path: Path) -> FlaskClient:
    """A server with a small build, and one asset of the build before it."""
    built, kept = tmp_path / "dist", tmp_path / "kept"
    (built / "assets").mkdir(parents=True)
    (kept / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html>now")
    (built / "sw.js").write_text("worker")
    (built / "assets" / "app-1.js").write_text("plain")
    (built / "assets" / "app-1.js.br").write_bytes(b"packed by brotli")
    (built / "assets" / "app-1.js.gz").write_bytes(b"packed by gzip")
    (kept / "assets" / "app-0.js").write_text("before")
    (kept / "index.html").write_text("<!doctype html>before")
    (tmp_path / "secret.txt").write_text("outside")
    return make_app(pwa_dir=built).test_client()


@pytest.mark.parametrize("path", ["/", "/dossiers/0190-abc", "/plan/new"])
def test_a_path_without_extension_is_the_app(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.text == "<!doctype html>now"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.mimetype == "text/html"


def test_assets_are_cached_for_ever(browser: FlaskClient) -> None:
    answer = browser.get("/assets/app-1.js")
    assert answer.text == "plain"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"


@pytest.mark.parametrize(
    ("accepted", "encoding", "body"),
    [
        ("gzip, deflate, br", "br", b"packed by brotli"),
        ("gzip", "gzip", b"packed by gzip"),
        ("identity", None, b"plain"),
    ],
)
def test_the_best_packing_that_the_browser_takes_is_sent(
    browser: FlaskClient, accepted: str, encoding: str | None, body: bytes
) -> None:
    answer = browser.get("/assets/app-1.js", headers={"Accept-Encoding": accepted})
    assert (answer.headers.get("Content-Encoding"), answer.data) == (encoding, body)
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_missing_asset_is_404_and_never_the_page(browser: FlaskClient) -> None:
    answer = browser.get("/assets/gone.js")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


def test_an_asset_of_the_build_before_is_still_there(browser: FlaskClient) -> None:
    assert browser.get("/assets/app-0.js").text == "before"


def test_the_service_worker_comes_from_the_root_and_is_asked_again(browser: FlaskClient) -> None:
    answer = browser.get("/sw.js")
    assert answer.text == "worker"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" in answer.headers


def test_what_did_not_change_is_not_sent_again(browser: FlaskClient) -> None:
    tag = browser.get("/").headers["ETag"]
    assert browser.get("/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/assets/app-1.js.br"]
)
def test_nothing_outside_the_build_is_served(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_readiness_tells_what_is_missing(
    browser: FlaskClient, make_app: Callable[..., Flask], tmp_path: Path
) -> None:
    answer = make_app(pwa_dir=tmp_path / "nowhere").test_client().get("/readyz")
    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["checks"]["app"] is False


def test_a_name_that_no_file_system_takes_is_not_found(browser: FlaskClient) -> None:
    assert browser.get(f"/assets/{'x' * 300}.js").status_code == 404
