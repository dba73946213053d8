"""A lead plans: goal, agencies, sites with a reason, teams, order; every change names the version it saw."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core.ids import derive
from tests import cast
from tests.counting import bill, counted
from tests.factories.control_actions import DAY, FIELDS, PATH, Draft, draft, target, team_id

Places = dict[str, UUID]
Browser = Callable[[str], FlaskClient]


@pytest.mark.parametrize("key", ["nadia", "leo", "bart", "ruth"])
def test_only_an_operational_lead_makes_an_action(browser: Browser, places: Places, key: str) -> None:
    assert browser(key).post(PATH, json=FIELDS).status_code == 403


def test_a_new_action_is_a_numbered_draft_of_its_maker(client: FlaskClient, places: Places) -> None:
    told = draft(client).told
    assert (told["number"], told["state"], told["version"]) == ("IC-2026-001", "draft", 1)
    assert told["lead"]["name"] == "Karin Jansen"
    assert [one["agency"]["code"] for one in told["agencies"]] == ["GEM-WESTLAND"]
    assert told["may"] == {"edit": True, "states": ["approved"]}


def test_each_agency_counts_its_own_actions(browser: Browser, places: Places) -> None:
    numbers = [
        (browser(key).post(PATH, json=FIELDS).json or {})["number"] for key in ("karin", "karin", "ruben")
    ]
    assert numbers == ["IC-2026-001", "IC-2026-002", "IC-2026-001"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"window": {"from": "2026-11-25T07:00:00Z", "until": DAY["until"]}}, "window.from"),
        ({"window": {"from": DAY["until"], "until": DAY["from"]}}, "window.until"),
        ({"window": {"from": "0001-01-01T00:00:00.000Z", "until": DAY["until"]}}, "window.from"),
        ({"window": None}, "window"),
        ({"state": "closed"}, "state"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    browser: Browser, places: Places, wrong: dict[str, Any], field: str
) -> None:
    answer = browser("karin").post(PATH, json={**FIELDS, **wrong})
    assert answer.status_code == 422
    assert answer.json is not None
    assert field in {one["field"] for one in answer.json["errors"]}


def test_a_draft_is_not_there_for_anybody_else(client: FlaskClient, browser: Browser, places: Places) -> None:
    action = draft(client)
    for key in ("ruben", "ruth", "leo", "nadia"):
        other = browser(key)
        assert other.get(action.path).status_code == 404, key
        assert (other.get(PATH).json or {})["actions"] == [], key
    missing = f"{PATH}/{derive('nothing')}"
    assert browser("ruben").get(action.path).json == browser("ruben").get(missing).json


def test_a_change_needs_the_version_it_saw(client: FlaskClient, places: Places) -> None:
    action = draft(client)
    body = {**FIELDS, "agencies": []}
    assert client.put(action.path, json=body).status_code == 428
    assert client.put(action.path, json=body, headers={"If-Match": "*"}).status_code == 428
    assert action.put("", body).status_code == 200
    late = action.put("", body, version=1)
    assert (late.status_code, late.json["version"]) == (412, 2)


def test_the_etag_is_the_version(client: FlaskClient, places: Places) -> None:
    action = draft(client)
    assert client.get(action.path).headers["ETag"] == '"1"'
    action.ask("nadia")
    assert client.get(action.path).headers["ETag"] == '"2"'


def test_another_lead_may_not_change_it(client: FlaskClient, browser: Browser, places: Places) -> None:
    action = planned(client, places)
    action.move("approved")
    stranger = browser("ruben")
    body = {**FIELDS, "agencies": []}
    assert stranger.put(action.path, json=body, headers={"If-Match": '"1"'}).status_code == 404


def planned(client: FlaskClient, places: Places) -> Draft:
    """An action with two teams and three targets, ready for approval."""
    action = draft(client)
    action.ask("nadia", "defne", "noor", "joris")
    action.staff(A=("nadia", "defne"), B=("noor", "joris"))
    action.choose(
        target("one", places["roses"], "A"),
        target("two", places["cold store"], "B"),
        target("three", places["bulbs"], "A"),
    )
    return action


def test_the_plan_is_told_whole(client: FlaskClient, places: Places) -> None:
    told = planned(client, places).told
    assert [(one["label"], [m["name"] for m in one["members"]]) for one in told["teams"]] == [
        ("A", ["Nadia Amrani", "Defne Kaya"]),
        ("B", ["Noor Visser", "Joris Haak"]),
    ]
    assert [(one["site"]["name"], one["order"]) for one in told["targets"]] == [
        ("Kwekerij Rozenglas", 1),
        ("Koelhuis Zuid", 1),
        ("Bollenloods", 2),
    ]
    assert {one["agency"]["code"]: one["people"] for one in told["agencies"]} == {
        "BRW-HAAGLANDEN": 1,
        "GEM-WESTLAND": 1,
        "NLA": 1,
        "POL-DEN-HAAG": 1,
    }
    assert told["targets"][0]["dossier"] == str(derive("dossier", told["targets"][0]["id"]))


def test_targets_keep_their_order_and_their_dossier_when_they_move(
    client: FlaskClient, places: Places
) -> None:
    action = planned(client, places)
    before = {one["site"]["name"]: one["dossier"] for one in action.told["targets"]}
    action.choose(
        target("three", places["bulbs"], "A"),
        target("one", places["roses"], "A"),
        target("two", places["cold store"], "A"),
    )
    assert [(one["site"]["name"], one["order"]) for one in action.told["targets"]] == [
        ("Bollenloods", 1),
        ("Kwekerij Rozenglas", 2),
        ("Koelhuis Zuid", 3),
    ]
    assert {one["site"]["name"]: one["dossier"] for one in action.told["targets"]} == before


def wrong_targets(places: Places) -> list[tuple[list[dict[str, Any]], str]]:
    roses, cold = places["roses"], places["cold store"]
    return [
        ([target("x", derive("no site"))], "targets.0.site"),
        ([target("one", roses, "Z")], "targets.0.team"),
        ([target("one", cold)], "targets.0.site"),
        ([target("x", roses), target("x", roses)], "targets.1.id"),
        ([target("x", roses, origin="guess")], "targets.0.origin"),
        ([target("x", roses, slot={"from": DAY["until"], "until": DAY["from"]})], "targets.0.slot.until"),
        ([target("x", roses, reason="r" * 2001)], "targets.0.reason"),
        ([{"reason": "no site"}], "targets.0.site"),
    ]


def test_a_wrong_target_is_refused_with_its_row_and_nothing_changes(
    client: FlaskClient, places: Places
) -> None:
    action = planned(client, places)
    before = client.get(action.path).json
    for targets, field in wrong_targets(places):
        answer = action.choose(*targets)
        assert answer.status_code == 422, field
        assert field in {one["field"] for one in answer.json["errors"]}
    assert client.get(action.path).json == before


def test_people_are_of_an_agency_that_was_asked(client: FlaskClient, places: Places) -> None:
    action = draft(client)
    action.ask("nadia")
    for keys, field in (
        (("piet",), "teams.0.members.0.agency"),
        (("nadia", "nadia"), "teams.0.members.1.member"),
    ):
        answer = action.staff(A=keys)
        assert answer.status_code == 422
        assert field in {one["field"] for one in answer.json["errors"]}
    nadia, other = cast.person("nadia"), cast.person("defne").agency
    body = {"teams": [{"label": "A", "members": [{"member": str(nadia.member), "agency": str(other)}]}]}
    answer = action.put("/teams", body)
    assert [one["field"] for one in answer.json["errors"]] == ["teams.0.members.0.member"]


def test_two_teams_do_not_bear_one_label(client: FlaskClient, places: Places) -> None:
    action = draft(client)
    answer = action.put("/teams", {"teams": [{"label": "A", "members": []}, {"label": "A", "members": []}]})
    assert [one["field"] for one in answer.json["errors"]] == ["teams.1.label"]


def test_a_team_that_goes_leaves_its_targets_without_one(client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    action.staff(A=("nadia", "defne"))
    assert [one["team"] for one in action.told["targets"]] == [
        str(team_id(action.id, "A")),
        None,
        str(team_id(action.id, "A")),
    ]
    assert [one["code"] for one in action.told["missing"] if one["blocks"]] == ["team"]


def test_candidates_are_field_people_of_the_agencies_asked_with_their_mandates(
    client: FlaskClient, places: Places
) -> None:
    action = draft(client)
    action.ask("nadia", "liv")
    people = client.get(f"{action.path}/people").json or []
    assert [one["name"] for one in people] == ["Nadia Amrani", "Sem Bakker", "Defne Kaya", "Liv Groen"]
    liv = people[-1]["mandates"]
    assert {one["law"]: one["valid"] for one in liv} == {"plantgezondheidswet": True, "wgb": False}


def test_candidates_are_for_the_lead_alone(client: FlaskClient, browser: Browser, places: Places) -> None:
    action = planned(client, places)
    action.move("approved")
    assert browser("nadia").get(f"{action.path}/people").status_code == 403
    assert browser("ruben").get(f"{action.path}/people").status_code == 404


def test_the_same_site_on_the_same_day_is_named(client: FlaskClient, places: Places) -> None:
    planned(client, places)
    second = draft(client, title="Nog een")
    second.choose(target("again", places["roses"]))
    assert second.told["targets"][0]["elsewhere"] == [
        {"number": "IC-2026-001", "title": "Actiedag Westland-Zuid"}
    ]
    busy = client.get(f"{second.path}/people").json or []
    assert {one["name"]: one["busy"] for one in busy} == {"Defne Kaya": ["IC-2026-001"]}


def test_the_list_is_of_what_one_may_read_latest_first_page_by_page(
    client: FlaskClient, browser: Browser, places: Places
) -> None:
    planned(client, places).move("approved")
    later = {"from": "2026-12-01T07:00:00.000Z", "until": "2026-12-01T16:00:00.000Z"}
    draft(client, title="Later", window=later)
    page = client.get(PATH, query_string={"limit": 1}).json or {}
    assert [one["title"] for one in page["actions"]] == ["Later"]
    rest = client.get(PATH, query_string={"limit": 1, "after": page["after"]}).json or {}
    line = rest["actions"][0]
    assert (line["title"], line["targets"], line["teams"], line["withoutReason"]) == (
        "Actiedag Westland-Zuid", 3, 2, 0,
    )  # fmt: skip
    assert rest["after"] is None
    assert [
        one["title"] for one in (client.get(PATH, query_string={"state": "draft"}).json or {})["actions"]
    ] == ["Later"]
    assert [one["title"] for one in (browser("nadia").get(PATH).json or {})["actions"]] == [
        "Actiedag Westland-Zuid"
    ]


def test_lists_and_plans_cost_the_same_however_much_is_in_them(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    small, large = draft(client), planned(client, places)
    bills: dict[str, list[int]] = {"list": [], "plan": [], "people": []}
    for query, action in ({"limit": 1}, small), ({"limit": 50}, large):
        paths = {"list": PATH, "plan": action.path, "people": f"{action.path}/people"}
        for name, path in paths.items():
            client.get(path, query_string=query if name == "list" else None)  # what a process learns once
            with app.app_context(), counted() as statements:
                assert client.get(path, query_string=query if name == "list" else None).status_code == 200
            bills[name].append(len(statements))
            limit = {"list": 8, "plan": 17, "people": 8}[name]
            assert len(statements) <= limit, bill(statements)
    for name, counts in bills.items():
        assert counts[0] == counts[1], (name, counts)


def test_a_target_that_was_taken_off_is_never_a_target_of_another_action(
    app: Flask, client: FlaskClient, browser: Browser, places: Places
) -> None:
    action = planned(client, places)
    action.move("approved")
    action.choose(target("two", places["cold store"], "B"))
    other = draft(browser("ruben"), "ruben", title="Andere actie")
    answer = other.choose(target("one", places["roses"]), target("two", places["cold store"]))
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json["errors"]] == ["targets.0.id", "targets.1.id"]
    assert other.choose(target("new", places["roses"])).status_code == 200


def test_a_target_that_was_taken_off_comes_back_at_its_own_site_alone(
    client: FlaskClient, places: Places
) -> None:
    action = planned(client, places)
    action.move("approved")
    action.choose()
    answer = action.choose(target("one", places["bulbs"], "A"))
    assert [one["field"] for one in answer.json["errors"]] == ["targets.0.id"]
    assert action.choose(target("one", places["roses"], "A")).status_code == 200


def test_a_team_that_was_dropped_is_never_a_team_of_another_action(
    client: FlaskClient, browser: Browser, places: Places
) -> None:
    action = planned(client, places)
    action.move("approved")
    action.staff(A=("nadia", "defne"))
    other = draft(browser("ruben"), "ruben", title="Andere actie")
    for label in "AB":
        body = {"teams": [{"id": str(team_id(action.id, label)), "label": label, "members": []}]}
        answer = other.put("/teams", body)
        assert answer.status_code == 422
        assert [one["field"] for one in answer.json["errors"]] == ["teams.0.id"]
    assert action.staff(A=("nadia", "defne"), B=("noor",)).status_code == 200
