"""Sites are found by words and municipality, page by page, and added by who plans."""

from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core.database import writing
from tests import cast
from tests.counting import bill, counted
from tests.factories import sites

PATH = "/api/v1/sites"


@pytest.fixture
def places(app: Flask, now: datetime) -> None:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        sites.make(session, now)
        sites.make(session, now, name="Koelhuis Zuid", address="Kade 3", town="De Lier", postcode=None)
        sites.make(session, now, name="Orchidee 100%", address="Mariëndijk 19", town="Kwintsheul")
        sites.make(
            session,
            now,
            name="Bollenloods Aan Zee",
            address="Duin 1",
            town="Rijnsburg",
            municipality="GM0537",
        )


def names(client: FlaskClient, **query: object) -> list[str]:
    answer = client.get(PATH, query_string=query).json
    assert answer is not None
    return [site["name"] for site in answer["sites"]]


def test_who_only_administers_is_refused(client: FlaskClient, places: None) -> None:
    cast.sign_in(client, "bart")
    assert client.get(PATH).status_code == 403


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Bollenloods Aan Zee", "Koelhuis Zuid", "Kwekerij Rozenglas", "Orchidee 100%"]),
        ({"q": "ROZEN"}, ["Kwekerij Rozenglas"]),
        ({"q": "zwethlaan 41"}, ["Kwekerij Rozenglas"]),
        ({"q": "2675"}, ["Bollenloods Aan Zee", "Kwekerij Rozenglas", "Orchidee 100%"]),
        ({"q": "lier koel"}, ["Koelhuis Zuid"]),
        ({"q": "MARIËNDIJK"}, ["Orchidee 100%"]),
        ({"q": "%"}, ["Orchidee 100%"]),
        ({"q": "_"}, []),
        ({"municipality": "GM0537"}, ["Bollenloods Aan Zee"]),
        ({"municipality": "GM0537", "q": "koel"}, []),
        ({"q": "nowhere"}, []),
    ],
)
def test_words_and_municipality_find(
    client: FlaskClient, places: None, query: dict[str, str], expected: list[str]
) -> None:
    cast.sign_in(client, "karin")
    assert names(client, **query) == expected


def test_pages_follow_each_other_without_gap_or_repetition(client: FlaskClient, places: None) -> None:
    cast.sign_in(client, "karin")
    found: list[str] = []
    after: str | None = None
    for _ in range(4):
        query = {"limit": 1} | ({"after": after} if after else {})
        page = client.get(PATH, query_string=query).json
        assert page is not None
        found += [site["name"] for site in page["sites"]]
        after = page["after"]
    assert found == names(client)
    assert after is None


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 201}, {"after": "zzz"}, {"municipality": "Westland"}, {"limit": "x"}]
)
def test_a_bad_query_is_a_clear_error(client: FlaskClient, places: None, query: dict[str, object]) -> None:
    cast.sign_in(client, "karin")
    answer = client.get(PATH, query_string=query)
    assert answer.status_code in (400, 422)
    assert answer.json is not None
    assert answer.json["mend"]
    assert answer.json["field"] == next(iter(query))


def test_an_inspector_does_not_add_sites(client: FlaskClient, places: None) -> None:
    cast.sign_in(client, "nadia")
    assert client.post(PATH, json=sites.ROSES).status_code == 403


def test_an_added_site_is_found(client: FlaskClient, places: None) -> None:
    cast.sign_in(client, "karin")
    answer = client.post(PATH, json={**sites.ROSES, "name": "Nieuwe kas"})
    assert answer.status_code == 201
    assert answer.json is not None
    assert (answer.json["lon"], answer.json["lat"]) == (4.2337, 51.9954)
    assert answer.json["fictitious"] is True
    assert names(client, q="nieuwe") == ["Nieuwe kas"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"lon": 77000, "lat": 450000},
        {"lon": 51.99, "lat": 4.2},
        {"lon": "x"},
        {"name": ""},
        {"municipality": "Westland"},
        {"types": ["castle"]},
        {"postcode": "26"},
        {"owner": "somebody"},
    ],
)
def test_a_site_that_cannot_be_right_is_refused_with_the_field(
    client: FlaskClient, places: None, wrong: dict[str, object]
) -> None:
    cast.sign_in(client, "karin")
    answer = client.post(PATH, json={**sites.ROSES, **wrong})
    assert answer.status_code == 422
    assert answer.json is not None
    told = answer.json.get("field") or answer.json["errors"][0]["field"]
    assert str(told).split(".")[0] == next(iter(wrong))


def test_a_search_costs_the_same_however_much_it_finds(app: Flask, client: FlaskClient, places: None) -> None:
    cast.sign_in(client, "karin")
    bills = []
    for query in ({"q": "nowhere"}, {}):
        with app.app_context(), counted() as statements:
            client.get(PATH, query_string=query)
        bills.append(len(statements))
    assert bills[0] == bills[1] <= 3, bill(statements)
