"""Two sites that are one: proposed by the server, decided by a person with a reason, and taken back."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core.database import writing
from tests import cast
from tests.factories import sites

MERGES, SITES = "/api/v1/site-merges", "/api/v1/sites"
BAG = "1783100000000001"
WHO = "ruth"
"""A coordinator."""
NOBODY = "00000000-0000-0000-0000-000000000001"


@pytest.fixture
def made(app: Flask, now: datetime) -> dict[str, str]:
    """Three far apart, of which two are in one building; and a fourth next to the first."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
        ids = {
            "a": sites.make(session, now, name="Aster", bagId=BAG, address="Kade 1"),
            "b": sites.make(session, now, name="Begonia", bagId=BAG, address="Kade 2", lat=52.01),
            "c": sites.make(session, now, name="Crocus", address="kade 9", lat=52.02),
            "d": sites.make(session, now, name="Dahlia", address="Sloot 4", lat=51.99545),
        }
        sites.business(session, ids["b"], "Begonia BV", kvk="12345678")
        sites.business(session, ids["c"], "Crocus BV", kvk="87654321")
    return {name: str(id) for name, id in ids.items()}


def merge(client: FlaskClient, site: str, into: str, reason: str = "Zelfde pand") -> Any:
    return client.post(MERGES, json={"site": site, "into": into, "reason": reason})


def undo(client: FlaskClient, id: str) -> Any:
    return client.post(f"{MERGES}/{id}/undo", json={"reason": "Toch twee panden"})


def found(client: FlaskClient, **query: Any) -> list[str]:
    answer = client.get(SITES, query_string=query).json
    assert answer is not None
    return [one["name"] for one in answer["sites"]]


def stands(client: FlaskClient, id: str) -> str | None:
    one = client.get(f"{SITES}/{id}").json
    assert one is not None
    return None if one["mergedInto"] is None else str(one["mergedInto"])


def test_pairs_in_one_building_or_next_to_each_other_are_proposed(
    client: FlaskClient, made: dict[str, str]
) -> None:
    cast.sign_in(client, WHO)
    answer = client.get(f"{SITES}/duplicates").json
    assert answer is not None
    pairs = {frozenset(site["name"] for site in one["sites"]): one["reasons"] for one in answer["pairs"]}
    assert pairs == {frozenset({"Aster", "Begonia"}): ["building"], frozenset({"Aster", "Dahlia"}): ["near"]}
    first = client.get(f"{SITES}/duplicates", query_string={"limit": 1}).json
    assert first is not None
    rest = client.get(f"{SITES}/duplicates", query_string={"limit": 1, "after": first["after"]}).json
    assert rest is not None
    assert first["pairs"] + rest["pairs"] == answer["pairs"]
    assert rest["after"] is None


def test_a_merged_site_gives_way_in_searches_and_is_still_there(
    client: FlaskClient, made: dict[str, str]
) -> None:
    cast.sign_in(client, WHO)
    answer = merge(client, made["b"], made["a"])
    assert answer.status_code == 201, answer.text
    assert stands(client, made["b"]) == made["a"]
    assert found(client) == ["Aster", "Crocus", "Dahlia"]
    for query in (
        {"q": "begonia"},
        {"q": "12345678"},
        {"kvk": "12345678"},
        {"bagId": BAG},
        {"q": "aster begonia"},
    ):
        assert found(client, **query) == ["Aster"]
    one = client.get(f"{SITES}/{made['a']}").json
    assert one is not None
    assert [business["name"] for business in one["establishments"]] == ["Begonia BV"]


def test_a_chain_points_to_the_one_that_stands_and_comes_apart_where_it_was_joined(
    client: FlaskClient, made: dict[str, str]
) -> None:
    cast.sign_in(client, WHO)
    merge(client, made["c"], made["b"])
    second = merge(client, made["b"], made["a"]).json["id"]
    assert (stands(client, made["c"]), stands(client, made["b"])) == (made["a"], made["a"])
    assert found(client, kvk="87654321") == found(client, q="crocus") == ["Aster"]
    assert undo(client, second).status_code == 200
    assert (stands(client, made["c"]), stands(client, made["b"])) == (made["b"], None)
    assert found(client, kvk="87654321") == found(client, q="crocus") == ["Begonia"]
    assert found(client) == ["Aster", "Begonia", "Dahlia"]


def test_what_was_decided_and_taken_back_stays_written_down(
    client: FlaskClient, made: dict[str, str]
) -> None:
    who = cast.sign_in(client, WHO)
    id = merge(client, made["b"], made["a"]).json["id"]
    undo(client, id)
    assert undo(client, id).json["code"] == "merge-undone"
    answer = client.get(MERGES).json
    assert answer is not None
    [one] = answer["merges"]
    assert (one["reason"], one["undoneReason"]) == ("Zelfde pand", "Toch twee panden")
    assert (one["member"], one["undoneMember"]) == (str(who.member), str(who.member))
    assert one["undone"] is not None
    assert merge(client, made["b"], made["a"]).status_code == 201


@pytest.mark.parametrize(
    ("site", "into", "code"),
    [
        ("a", "a", "merge-itself"),
        ("b", "c", "merge-not-standing"),
        ("c", "b", "merge-not-standing"),
        ("a", "", "not-found"),
    ],
)
def test_what_cannot_be_merged_is_said(
    client: FlaskClient, made: dict[str, str], site: str, into: str, code: str
) -> None:
    cast.sign_in(client, WHO)
    merge(client, made["b"], made["a"])
    assert merge(client, made[site], made.get(into, NOBODY)).json["code"] == code


@pytest.mark.parametrize("reason", ["", "    ", "ok"])
def test_a_merge_needs_a_reason(client: FlaskClient, made: dict[str, str], reason: str) -> None:
    cast.sign_in(client, WHO)
    assert merge(client, made["b"], made["a"], reason).status_code == 422


@pytest.mark.parametrize("who", ["nadia", "karin", "bart"])
def test_who_does_not_coordinate_merges_nothing(client: FlaskClient, made: dict[str, str], who: str) -> None:
    cast.sign_in(client, who)
    assert merge(client, made["b"], made["a"]).status_code == 403
    assert undo(client, NOBODY).status_code == 403
    assert client.get(MERGES).status_code == 403
    assert client.get(f"{SITES}/duplicates").status_code == 403


def test_a_business_imported_at_a_merged_site_is_found_at_the_one_that_stands(
    app: Flask, client: FlaskClient, made: dict[str, str]
) -> None:
    from server.sites.service.words import refresh_words

    cast.sign_in(client, WHO)
    merge(client, made["b"], made["a"])
    with app.app_context(), writing() as session:
        sites.business(session, UUID(made["b"]), "Later BV", kvk="11112222")
        refresh_words(session, [UUID(made["b"])])
    assert found(client, q="later 11112222") == ["Aster"]
