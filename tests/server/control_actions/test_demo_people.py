"""The list that the demo's sign-in shows: everyone, and what is theirs today."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from tests import cast
from tests.counting import bill, counted
from tests.server.control_actions.test_planning import planned

PATH = "/api/v1/demo/people"
Places = dict[str, UUID]


def today(client: FlaskClient) -> dict[str, dict[str, Any]]:
    return {one["name"]: one["today"] for one in client.get(PATH).json or []}


def test_everyone_of_the_demo_is_in_it_by_agency(client: FlaskClient, places: Places) -> None:
    people = client.get(PATH).json or []
    assert {one["membership"] for one in people} == {
        str(person.membership) for person in cast.everyone().values()
    }
    agencies = [one["agency"]["name"] for one in people]
    assert agencies == sorted(agencies)


def test_it_says_what_is_theirs_today(client: FlaskClient, places: Places, clock: Any) -> None:
    planned(client, places).move("approved")
    told = today(client)
    assert told["Nadia Amrani"] == {
        "visits": 2,
        "summary": {"nl": "Team A, 2 bezoeken", "en": "Team A, 2 visits"},
    }
    assert told["Noor Visser"]["summary"]["en"] == "Team B, 1 visit"
    assert told["Karin Jansen"]["summary"]["nl"] == "leidt de actie"
    assert told["Aylin Yilmaz"]["summary"]["en"] == "reads no dossiers"
    clock.forward(days=1)
    assert today(client)["Nadia Amrani"]["visits"] == 0


def test_a_draft_is_nobodys_day(client: FlaskClient, places: Places) -> None:
    planned(client, places)
    assert today(client)["Nadia Amrani"]["visits"] == 0


def test_without_the_demo_it_is_not_there(make_app: Callable[..., Flask]) -> None:
    assert make_app(demo_sign_in=False).test_client().get(PATH).status_code == 404


def test_it_costs_the_same_however_many_visits(app: Flask, client: FlaskClient, places: Places) -> None:
    def cost() -> int:
        with app.app_context(), counted() as statements:
            client.get(PATH)
        assert len(statements) <= 5, bill(statements)
        return len(statements)

    before = cost()
    planned(client, places).move("approved")
    assert cost() == before
