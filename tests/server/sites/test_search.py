"""Sites are found by what people have in hand: a number, a place, an area, a distance."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from shapely import Point
from shapely.geometry import mapping

from server.core.database import writing
from server.core.rijksdriehoek import from_degrees
from server.sites.service import load_areas
from server.sites.service.coordinates import coordinates
from tests import cast
from tests.counting import bill, counted
from tests.factories import areas, sites

PATH = "/api/v1/sites"
HERE = (4.2337, 51.9954)
"""The roses; the others lie 0, 111, 556 and 7,000 m north of them or so."""
BAG = "1783100000000001"
NOBODY = "00000000-0000-0000-0000-000000000001"
SLOOT = {"address": "Sloot 3", "postcode": None}


@pytest.fixture
def places(app: Flask, now: datetime, tmp_path: Path) -> dict[str, str]:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        load_areas(session, areas.folder(tmp_path / "areas"))
        made = {
            "roses": sites.make(session, now, bagId=BAG),
            "near": sites.make(session, now, name="Aan de sloot", lat=51.9964, **SLOOT),
            "far": sites.make(session, now, name="Verderop", lat=52.0004, postcode="2676 AA"),
            "beyond": sites.make(session, now, name="Over de grens", lat=52.06, municipality="GM0537"),
        }
        sites.business(session, made["far"], "Bloem & Blad BV", kvk="12345678")
    return {name: str(id) for name, id in made.items()}


def found(client: FlaskClient, **query: Any) -> list[str]:
    answer = client.get(PATH, query_string=query)
    assert answer.status_code == 200, answer.text
    return [site["name"] for site in answer.json["sites"]]  # type: ignore[index]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kvk": "12345678"}, ["Verderop"]),
        ({"kvk": "87654321"}, []),
        ({"bagId": BAG}, ["Kwekerij Rozenglas"]),
        ({"q": BAG}, ["Kwekerij Rozenglas"]),
        ({"q": "sloot 3"}, ["Aan de sloot"]),
        ({"area": "GM0537"}, ["Over de grens"]),
        ({"area": "PC2675"}, ["Kwekerij Rozenglas", "Over de grens"]),
        ({"area": "WK178301"}, ["Aan de sloot", "Kwekerij Rozenglas", "Verderop"]),
        ({"area": "WK178301", "q": "rozen"}, ["Kwekerij Rozenglas"]),
        ({"box": "4.2,51.99,4.3,51.996"}, ["Kwekerij Rozenglas"]),
    ],
)
def test_numbers_and_areas_find(
    client: FlaskClient, places: dict[str, str], query: dict[str, str], expected: list[str]
) -> None:
    cast.sign_in(client, "nadia")
    assert found(client, **query) == expected


def test_near_is_by_distance_in_metres(client: FlaskClient, places: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    answer = client.get(PATH, query_string={"near": f"{HERE[0]},{HERE[1]}"}).json
    assert answer is not None
    assert [(site["name"], site["metres"]) for site in answer["sites"]] == [
        ("Kwekerij Rozenglas", 0), ("Aan de sloot", 111), ("Verderop", 556),
    ]  # fmt: skip
    assert found(client, near=f"{HERE[0]},{HERE[1]}", within=500) == ["Kwekerij Rozenglas", "Aan de sloot"]


def test_a_circle_around_a_site(client: FlaskClient, places: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    around = {"around": places["far"], "within": 500}
    assert found(client, **around) == ["Verderop", "Aan de sloot"]
    assert client.get(PATH, query_string={"around": NOBODY}).status_code == 404


def test_coordinates_in_the_search_field_are_a_place(client: FlaskClient, places: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    x, y = (round(one) for one in from_degrees(*HERE))
    for words in (f"{x}, {y}", f"{HERE[0]} {HERE[1]}", f"{HERE[1]}, {HERE[0]}"):
        assert found(client, q=words)[:2] == ["Kwekerij Rozenglas", "Aan de sloot"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("155000, 463000", (5.387, 52.155)),
        ("155000 463000", (5.387, 52.155)),
        ("x: 155000; y: 463000", (5.387, 52.155)),
        ("155000.5,463000.5", (5.387, 52.155)),
        ("5,387; 52,155", (5.387, 52.155)),
        ("52.155,5.387", (5.387, 52.155)),
        ("51 4", None),
        ("2675 41", None),
        ("1.5, 99.5", None),
        ("Kade 3, 41", None),
        ("", None),
    ],
)
def test_what_is_a_pair_of_coordinates(text: str, expected: tuple[float, float] | None) -> None:
    given = coordinates(text)
    assert given == (None if expected is None else pytest.approx(expected, abs=1e-3))


def test_an_area_that_was_drawn(client: FlaskClient, places: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    corners = [[4.23, 51.99], [4.24, 51.99], [4.2337, 51.9999], [4.23, 51.99]]
    answer = client.post(f"{PATH}/search", json={"drawn": {"type": "Polygon", "coordinates": [corners]}})
    assert answer.status_code == 200, answer.text
    assert [one["name"] for one in answer.json["sites"]] == ["Aan de sloot", "Kwekerij Rozenglas"]  # type: ignore[index]


def round_area(points: int) -> dict[str, Any]:
    return dict(mapping(Point(4.2, 52).buffer(0.01, quad_segs=points // 4)))


def polygon(*corners: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        ({"type": "Point", "coordinates": [4.2, 52]}, "area-unreadable"),
        ({"type": "Polygon", "coordinates": [[[4.2, 52], [4.3, 52]]]}, "area-unreadable"),
        ({"type": "Polygon", "coordinates": "x"}, "area-unreadable"),
        ({"type": "Polygon", "coordinates": []}, "area-unreadable"),
        ({}, "area-unreadable"),
        (round_area(5000), "area-detailed"),
        (polygon((14.2, 52), (14.3, 52), (14.3, 52.1)), "area-outside"),
        (polygon((78500, 447200), (78600, 447200), (78600, 447300)), "area-in-metres"),
        (polygon((4.2, 52), (4.3, 52.1), (4.3, 52), (4.2, 52.1)), "area-crosses"),
        (mapping(areas.WEST.buffer(0.7)), "area-large"),
    ],
)
def test_an_area_that_cannot_be_searched_gets_a_clear_word(
    client: FlaskClient, places: dict[str, str], geometry: dict[str, Any], code: str
) -> None:
    cast.sign_in(client, "nadia")
    answer = client.post(f"{PATH}/search", json={"drawn": geometry})
    assert (answer.status_code, (answer.json or {})["code"]) == (422, code)
    assert (answer.json or {})["field"] == "drawn"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kvk": "123"},
        {"bagId": "x"},
        {"area": "Westland"},
        {"box": "4.3,52,4.2,51"},
        {"box": "4.3,52"},
        {"near": "4.3"},
        {"near": "nan,nan"},
        {"within": 0},
        {"around": "x"},
    ],
)
def test_a_search_that_makes_no_sense_names_its_field(
    client: FlaskClient, places: dict[str, str], wrong: dict[str, Any]
) -> None:
    cast.sign_in(client, "nadia")
    answer = client.get(PATH, query_string=wrong)
    assert answer.status_code == 422, answer.text
    told = (answer.json or {}).get("field") or (answer.json or {})["errors"][0]["field"]
    assert str(told).split(".")[0] == next(iter(wrong))


def test_pages_by_distance_follow_each_other(client: FlaskClient, places: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    query: dict[str, Any] = {"near": f"{HERE[0]},{HERE[1]}", "within": 9000}
    whole = found(client, **query)
    pages, after = [], None
    while True:
        page = client.get(PATH, query_string=query | {"limit": 1} | ({"after": after} if after else {})).json
        assert page is not None
        pages += [one["name"] for one in page["sites"]]
        if (after := page["after"]) is None:
            break
    assert pages == whole
    assert len(whole) == 4


def test_a_site_is_read_with_its_businesses(client: FlaskClient, places: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    one = client.get(f"{PATH}/{places['far']}").json
    assert one is not None
    assert [business["kvk"] for business in one["establishments"]] == ["12345678"]
    assert (one["source"], one["sourceDate"]) == ("person", "2026-11-25")
    assert client.get(f"{PATH}/{NOBODY}").status_code == 404


@pytest.mark.parametrize(("method", "path"), [("post", "/search"), ("get", ""), ("get", "/{roses}")])
def test_who_only_administers_searches_nothing(
    client: FlaskClient, places: dict[str, str], method: str, path: str
) -> None:
    cast.sign_in(client, "bart")
    answer = getattr(client, method)(PATH + path.format(**places), json={} if method == "post" else None)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "query",
    [{"area": "WK178301"}, {"near": "4.2337,51.9954", "within": 9000}, {"kvk": "12345678"}, {"q": "a"}],
)
def test_every_search_costs_few_statements(
    app: Flask, client: FlaskClient, places: dict[str, str], query: dict[str, Any]
) -> None:
    cast.sign_in(client, "nadia")
    with app.app_context(), counted() as statements:
        found(client, **query)
    assert len(statements) <= 6, bill(statements)
