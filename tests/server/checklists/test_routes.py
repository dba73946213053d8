"""The library over HTTP."""

from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.checklists import service
from server.core.database import writing
from tests import cast


@pytest.fixture
def loaded(app: Flask, now: datetime) -> None:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        service.load(session, now)


@pytest.mark.parametrize("path", ["/checklists", "/checklists/BRW-BRAND/0.1.0", "/parameters"])
def test_a_stranger_reads_nothing(client: FlaskClient, loaded: None, path: str) -> None:
    assert client.get(f"/api/v1{path}").status_code == 401


def test_the_library_is_listed_with_what_runs_in_own_systems(client: FlaskClient, loaded: None) -> None:
    cast.sign_in(client, "nadia")
    lists = {one["code"]: one for one in client.get("/api/v1/checklists").json}
    assert len(lists) == 19
    assert lists["BRW-BRAND"] == {
        "code": "BRW-BRAND",
        "version": "0.1.0",
        "title": {"nl": "Brandweer: brandveilig gebruik", "en": "Fire service: fire-safe use"},
        "agency": "brandweer",
        "dataClass": "team",
        "per": "visit",
        "writers": "owner",
        "status": "draft_for_legal_review",
        "mandateRequired": ["omgevingswet_brandveiligheid"],
        "ownSystems": False,
        "ownSystemQuestions": [],
    }
    assert lists["POL-ONDERMIJNING"]["ownSystems"] is True
    assert lists["RFH-WEERBAAR"]["ownSystemQuestions"] == ["WBR-09"]


def test_a_version_is_served_whole(client: FlaskClient, loaded: None) -> None:
    cast.sign_in(client, "nadia")
    answer = client.get("/api/v1/checklists/BRW-BRAND/0.1.0")
    assert answer.json["sections"][0]["questions"][0]["code"] == "BRA-01"
    assert answer.json["names"]["actions"]["penalty_order"]["nl"] == "last onder dwangsom"
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_version_that_one_has_is_not_sent_again(client: FlaskClient, loaded: None) -> None:
    cast.sign_in(client, "nadia")
    etag = client.get("/api/v1/checklists/BRW-BRAND/0.1.0").headers["ETag"]
    again = client.get("/api/v1/checklists/BRW-BRAND/0.1.0", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_what_the_agency_opens_changes_what_is_served(
    app: Flask, client: FlaskClient, loaded: None, now: datetime
) -> None:
    who = cast.sign_in(client, "nadia")
    before = client.get("/api/v1/checklists/MH-SIGNAAL/0.1.0")
    with app.app_context(), writing() as session:
        service.open_here(session, who.agency, "MH-SIGNAAL", "operator", now)
    after = client.get(
        "/api/v1/checklists/MH-SIGNAAL/0.1.0", headers={"If-None-Match": before.headers["ETag"]}
    )
    assert before.json["ownSystems"] is True
    assert after.json["ownSystems"] is False


def test_an_unknown_version_is_named_in_the_readers_language(client: FlaskClient, loaded: None) -> None:
    cast.sign_in(client, "nadia")
    answer = client.get("/api/v1/checklists/BRW-BRAND/9.9.9", headers={"Accept-Language": "nl"})
    assert answer.status_code == 404
    assert answer.json["code"] == "checklist-unknown"
    assert answer.json["detail"] == "Versie 9.9.9 van BRW-BRAND staat niet op deze server."


def test_norms_are_listed_with_their_days(client: FlaskClient, loaded: None) -> None:
    cast.sign_in(client, "nadia")
    norms = client.get("/api/v1/parameters").json
    assert [(one["name"], one["value"], one["validFrom"]) for one in norms] == [
        ("WML_UURLOON", "14.06", "2025-01-01"),
        ("WML_UURLOON", "14.4", "2025-07-01"),
        ("WML_UURLOON", "14.71", "2026-01-01"),
    ]
