"""The base map and the pack of an action over HTTP: whole, in parts, and only for who may know the places."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core.database import writing
from tests import cast
from tests.counting import bill, counted
from tests.factories import sites
from tests.factories.control_actions import Draft, draft, target

BASE = "/api/v1/maps/base"
BOX = {"west": 4.15, "south": 51.95, "east": 4.30, "north": 52.05}


@pytest.fixture
def site(app: Flask, now: datetime) -> UUID:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        return sites.make(session, now)


@pytest.fixture
def browser(app: Flask) -> Callable[[str], FlaskClient]:
    """A browser in which somebody of the cast is signed in."""

    def open_browser(key: str) -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
        cast.sign_in(client, key)
        return client

    return open_browser


@pytest.fixture
def lead(site: UUID, browser: Callable[[str], FlaskClient]) -> FlaskClient:
    return browser("karin")


@pytest.fixture
def action(lead: FlaskClient, site: UUID) -> Draft:
    made = draft(lead)
    assert made.choose(target("roses", site)).status_code == 200
    return made


def test_the_base_is_what_it_says(lead: FlaskClient) -> None:
    told = lead.get(BASE).json
    content = lead.get(f"{BASE}/file").data
    assert told is not None
    assert (len(content), hashlib.sha256(content).hexdigest()) == (told["bytes"], told["sha256"])
    assert (told["minZoom"], told["maxZoom"], told["synthetic"]) == (0, 11, False)
    assert "CBS" in told["attribution"]


def test_parts_put_together_are_the_file(lead: FlaskClient) -> None:
    whole = lead.get(f"{BASE}/file").data
    found = b""
    while len(found) < len(whole):
        answer = lead.get(f"{BASE}/file", headers={"Range": f"bytes={len(found)}-{len(found) + 99_999}"})
        assert answer.status_code == 206
        assert answer.headers["Content-Range"].startswith(f"bytes {len(found)}-")
        found += answer.data
    assert found == whole


def test_a_part_of_another_version_begins_again(lead: FlaskClient) -> None:
    answer = lead.get(f"{BASE}/file", headers={"Range": "bytes=100-199", "If-Range": '"another"'})
    assert answer.status_code == 200
    tag = answer.headers["ETag"]
    again = lead.get(f"{BASE}/file", headers={"Range": "bytes=100-199", "If-Range": tag})
    assert (again.status_code, len(again.data)) == (206, 100)
    assert lead.get(f"{BASE}/file", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("range_", ["bytes=99999999-", "bytes=99999999-100000000"])
def test_a_part_behind_the_end_is_refused(lead: FlaskClient, range_: str) -> None:
    answer = lead.get(f"{BASE}/file", headers={"Range": range_})
    assert answer.status_code == 416
    assert answer.json is not None
    assert answer.json["code"] == "range-unsatisfiable"
    assert answer.headers["Content-Range"].startswith("bytes */")


@pytest.mark.parametrize("range_", ["lines=1-2", "bytes=", "bytes=a-b", "bytes=5-1"])
def test_what_is_no_range_gets_the_whole(lead: FlaskClient, range_: str) -> None:
    assert lead.get(f"{BASE}/file", headers={"Range": range_}).status_code == 200


def test_an_estimate_is_right_to_the_byte(lead: FlaskClient, action: Draft) -> None:
    pack = lead.get(f"{action.path}/map-pack").json
    assert pack is not None
    west, south, east, north = pack["bounds"]
    query = {"west": west, "south": south, "east": east, "north": north}
    told = lead.get("/api/v1/maps/estimate", query_string=query).json
    assert told is not None
    assert told["fits"] is True
    assert told["bytes"] == pack["bytes"] == len(lead.get(f"{action.path}/map-pack/file").data)
    assert told["tiles"] > 0


def test_a_pack_reaches_beyond_its_sites(lead: FlaskClient, action: Draft) -> None:
    pack = lead.get(f"{action.path}/map-pack").json
    assert pack is not None
    west, south, east, north = pack["bounds"]
    assert west < 4.2337 - 0.01 < 4.2337 + 0.01 < east
    assert south < 51.9954 - 0.007 < 51.9954 + 0.007 < north
    assert pack["synthetic"] is True


@pytest.mark.parametrize("key", ["els", "otis"])
def test_who_is_not_on_the_action_does_not_learn_where_it_goes(
    action: Draft, browser: Callable[[str], FlaskClient], key: str
) -> None:
    other = browser(key)
    for path in (f"{action.path}/map-pack", f"{action.path}/map-pack/file"):
        assert other.get(path).status_code == 404


def test_who_only_administers_has_no_map(site: UUID, browser: Callable[[str], FlaskClient]) -> None:
    for path in (BASE, f"{BASE}/file", "/api/v1/maps/estimate"):
        assert browser("aylin").get(path, query_string=BOX).status_code == 403


def test_an_action_without_sites_has_no_pack(lead: FlaskClient) -> None:
    answer = lead.get(f"{draft(lead).path}/map-pack")
    assert answer.status_code == 404
    assert answer.json is not None
    assert answer.json["code"] == "map-absent"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"west": 5.0}, "west"),
        ({"south": 53.0}, "south"),
        ({"east": "nan"}, "east"),
        ({"north": 91}, "north"),
    ],
)
def test_a_box_that_is_none_names_the_field(
    lead: FlaskClient, changes: dict[str, object], field: str
) -> None:
    answer = lead.get("/api/v1/maps/estimate", query_string=BOX | changes)
    assert answer.status_code == 422
    assert answer.json is not None
    assert [error["field"] for error in answer.json["errors"]] == [field]


def test_a_pack_asks_the_database_little(app: Flask, lead: FlaskClient, action: Draft) -> None:
    with app.app_context(), counted() as queries:
        lead.get(f"{action.path}/map-pack")
    assert len(queries) <= 8, bill(queries)
