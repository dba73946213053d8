"""The life of an action, and what approval needs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server.access.models import ActionWindow
from server.control_actions.models import ActionEvent
from server.control_actions.states import NEXT, STATES
from server.core.database import db
from tests import cast
from tests.factories.control_actions import FIELDS, Draft, draft, target
from tests.server.control_actions.test_planning import planned

Places = dict[str, UUID]


def missing(action: Draft, *, blocks: bool = True) -> list[str]:
    return [one["code"] for one in action.told["missing"] if one["blocks"] is blocks]


def test_an_empty_draft_says_all_it_needs(client: FlaskClient, places: Places) -> None:
    action = draft(client, goal=" ", legalBasis="")
    assert missing(action) == ["goal", "legal_basis", "targets"]
    answer = action.move("approved")
    assert answer.status_code == 409
    assert (answer.json["code"], answer.json["count"]) == ("action-incomplete", 3)
    assert [one["code"] for one in answer.json["missing"]] == ["goal", "legal_basis", "targets"]
    assert (client.get(action.path).json or {})["state"] == "draft"


def test_each_target_needs_a_reason_and_a_team(client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    action.choose(target("one", places["roses"], "A", reason="  "), target("three", places["bulbs"], None))
    told = [(one["code"], one["target"]) for one in action.told["missing"] if one["blocks"]]
    first, second = (one["id"] for one in action.told["targets"])
    assert told == [("reason", first), ("team", second)]


def test_a_team_with_visits_needs_people(client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    action.staff(A=(), B=("noor",))
    assert missing(action) == ["team_empty"]


def test_an_agency_that_has_not_answered_is_told_and_does_not_block(
    client: FlaskClient, places: Places
) -> None:
    action = planned(client, places)
    asked = [
        {"agency": one["agency"]["id"], "answer": "waiting" if one["agency"]["code"] == "NLA" else "yes"}
        for one in action.told["agencies"]
    ]
    action.put("", {**FIELDS, "agencies": asked})
    assert "agency_waiting" in missing(action, blocks=False)
    assert action.move("approved").status_code == 200


def test_states_follow_each_other_one_way(client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    for state in STATES:
        assert action.told["state"] == state
        for other in set(STATES) - set(NEXT[state]):
            answer = action.move(other)
            assert answer.status_code == 409, (state, other)
        if NEXT[state]:
            assert action.move(*NEXT[state]).status_code == 200


def test_a_closed_action_is_not_changed_any_more(client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    action.move("approved", "briefed", "active", "debriefing", "closed")
    assert action.told["may"] == {"edit": False, "states": []}
    for answer in (action.ask("nadia"), action.staff(), action.choose()):
        assert (answer.status_code, answer.json["code"]) == (409, "action-closed")


def test_closing_starts_the_time_after_which_its_people_lose_it(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.move("approved", "briefed", "active", "debriefing")
    closed = clock.forward(hours=8)
    action.move("closed")
    with app.app_context():
        window = db.session.get_one(ActionWindow, UUID(action.id))
        assert window.closed_at == closed
        assert window.retention == timedelta(days=14) // timedelta(milliseconds=1)
    assert action.told["closedAt"] == "2026-11-25T18:00:00.000Z"


@pytest.mark.parametrize("key", ["nadia", "defne", "ruben"])
def test_nobody_else_moves_it(
    client: FlaskClient, browser: Callable[[str], FlaskClient], places: Places, key: str
) -> None:
    action = planned(client, places)
    action.move("approved")
    tag = {"If-Match": f'"{action.told["version"]}"'}
    answer = browser(key).post(f"{action.path}/state", json={"state": "briefed"}, headers=tag)
    assert answer.status_code in (403, 404)
    assert (client.get(action.path).json or {})["state"] == "approved"


def test_who_changed_what_is_written_down_without_words(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    action = planned(client, places)
    action.move("approved")
    with app.app_context():
        rows = db.session.scalars(select(ActionEvent).order_by(ActionEvent.id)).all()
        assert [(row.version, row.what) for row in rows] == [
            (1, "created"),
            (2, "changed"),
            (3, "teams"),
            (4, "targets"),
            (5, "approved"),
        ]
        assert {row.member for row in rows} == {cast.person("karin").member}
        assert all("Brandveilig" not in str(row.details) for row in rows)
