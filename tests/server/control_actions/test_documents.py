"""What tablets read of a plan: the right documents in the right scopes, and what changes when the plan
does."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server.access import service as access
from server.access.models import Dossier, Scope
from server.checklists.models import Parameter
from server.core import clock
from server.core.database import db, reading, writing
from server.core.ids import derive
from server.sync.models import Document, Operation
from tests import cast
from tests.factories.control_actions import Draft, draft, target, team_id
from tests.server.control_actions.test_planning import planned

SCHEMAS = Path(__file__).parents[3] / "schemas" / "documents"
Places = dict[str, UUID]


def pulled(app: Flask, key: str) -> list[tuple[str, str, dict[str, Any]]]:
    """What a tablet of this person holds by now: scope, type and body of each document."""
    with app.app_context(), reading() as session:
        rows = session.execute(
            select(Scope.name, Document.type, Document.body)
            .join(Scope, Scope.id == Document.scope)
            .where(Document.removed.is_(False))
            .where(Document.scope.in_(access.assigned_scopes(cast.viewer(key), clock.now())))
            .order_by(Scope.name, Document.type, Document.id)
        )
        return [(name, kind, json.loads(body)) for name, kind, body in rows]


def visits(app: Flask, key: str) -> list[str]:
    """The names of the sites that this person visits, in order."""
    bodies = [body for _, kind, body in pulled(app, key) if kind == "visit"]
    return [body["site"]["name"] for body in sorted(bodies, key=lambda one: one["order"])]


def dossiers(app: Flask, key: str) -> set[str]:
    """The dossiers whose joint part this person's tablet pulls."""
    with app.app_context(), reading() as session:
        rows = session.scalars(
            select(Scope.dossier)
            .where(Scope.kind == "joint")
            .where(Scope.id.in_(access.assigned_scopes(cast.viewer(key), clock.now())))
        )
        return {str(row) for row in rows}


def at(action: Draft, *names: str) -> set[str]:
    return {one["dossier"] for one in action.told["targets"] if one["site"]["name"] in names}


def test_a_draft_reaches_its_lead_alone(app: Flask, client: FlaskClient, places: Places) -> None:
    planned(client, places)
    assert [(kind, body["draft"]) for _, kind, body in pulled(app, "karin")] == [("action", True)]
    assert pulled(app, "nadia") == []
    assert dossiers(app, "nadia") == set()


def test_an_approved_action_reaches_its_people_each_their_own_team(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    action = planned(client, places)
    action.move("approved")
    nadia = Counter(kind for _, kind, _ in pulled(app, "nadia"))
    assert nadia == {"action": 1, "team": 3, "visit": 2, "directory": 1, "member": 1}
    assert visits(app, "nadia") == ["Kwekerij Rozenglas", "Bollenloods"]
    assert visits(app, "noor") == ["Koelhuis Zuid"]
    assert set(visits(app, "karin")) == {"Kwekerij Rozenglas", "Bollenloods", "Koelhuis Zuid"}
    for key in ("piet", "leo", "ruben", "bart"):
        assert [kind for _, kind, _ in pulled(app, key) if kind != "member"] == [], key


def test_each_document_keeps_its_shape(app: Flask, client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    action.choose(
        target(
            "one",
            places["roses"],
            "A",
            slot={"from": "2026-11-25T07:40:00.000Z", "until": "2026-11-25T09:00:00.000Z"},
            warning="Losse hond op het erf.",
            entryOrder=["POL-DEN-HAAG", "GEM-WESTLAND"],
            agencies=[str(cast.person("nadia").agency)],
        )
    )
    action.move("approved", "briefed", "active", "debriefing", "closed")
    checked: Counter[str] = Counter()
    for key in ("karin", "nadia"):
        for _, kind, body in pulled(app, key):
            schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text())
            jsonschema_rs.validate(schema, body)
            assert set(body) == set(schema["properties"]), kind
            checked[kind] += 1
    assert set(checked) == {"action", "team", "visit", "directory", "member"}


def test_a_visit_says_why_where_and_in_which_order(app: Flask, client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    action.move("approved")
    first = next(body for _, kind, body in pulled(app, "noor") if kind == "visit")
    assert first["id"] == str(derive("dossier", first["target"]))
    assert (first["reason"], first["order"], first["state"]) == ("Nooit bezocht.", 1, "planned")
    assert (first["site"]["lon"], first["site"]["fictitious"]) == (4.2337, True)
    codes = {str(cast.person(key).agency): key for key in ("noor", "joris")}
    assert [codes[agency] for agency in first["agencies"]] == ["noor", "joris"]


def test_the_directory_names_who_is_on_the_action_and_nobody_else(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    planned(client, places).move("approved")
    body = next(body for _, kind, body in pulled(app, "nadia") if kind == "directory")
    assert {one["name"] for one in body["members"]} == {
        "Karin Jansen", "Nadia Amrani", "Defne Kaya", "Noor Visser", "Joris Haak",
    }  # fmt: skip
    assert {one["code"] for one in body["agencies"]} == {
        "GEM-WESTLAND", "BRW-HAAGLANDEN", "NLA", "POL-DEN-HAAG",
    }  # fmt: skip


def test_the_norms_are_those_of_the_local_day_on_which_the_action_begins(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    with app.app_context(), writing() as session:
        for day, value in ((date(2026, 1, 1), "14.71"), (date(2026, 7, 1), "14.99")):
            row = Parameter(name="minimum_hourly_wage", valid_from=day, value=value, unit="EUR", note={})
            session.add(row)
    half_past_midnight = {"from": "2026-06-30T22:30:00.000Z", "until": "2026-07-01T06:00:00.000Z"}
    action = draft(client, window=half_past_midnight)
    assert action.ask("nadia", window=half_past_midnight).status_code == 200
    action.staff(A=("nadia",))
    action.choose(target("one", places["roses"], "A"))
    assert action.move("approved").status_code == 200
    body = next(body for _, kind, body in pulled(app, "nadia") if kind == "directory")
    assert [one["value"] for one in body["parameters"]] == ["14.99"]


def test_colleagues_know_who_of_them_holds_a_mandate_and_not_its_number(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    planned(client, places).move("approved")
    body = next(body for _, kind, body in pulled(app, "nadia") if kind == "directory")
    told = {one["name"]: one["mandates"] for one in body["members"]}
    own = next(body for _, kind, body in pulled(app, "noor") if kind == "member")
    assert own["mandates"]
    assert told["Noor Visser"] == [
        {name: value for name, value in one.items() if name != "number"} for one in own["mandates"]
    ]


def test_only_the_agencies_named_go_to_a_visit(app: Flask, client: FlaskClient, places: Places) -> None:
    action = planned(client, places)
    fire = str(cast.person("nadia").agency)
    action.choose(target("one", places["roses"], "A", agencies=[fire]), target("three", places["bulbs"], "A"))
    action.move("approved")
    assert dossiers(app, "nadia") == at(action, "Kwekerij Rozenglas", "Bollenloods")
    assert dossiers(app, "defne") == at(action, "Bollenloods")


def test_who_leaves_a_team_loses_its_visits_and_who_joins_gets_all_of_them(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.ask("nadia", "defne", "noor", "joris", "sem")
    action.move("approved")
    assert (len(dossiers(app, "nadia")), dossiers(app, "sem")) == (2, set())
    clock.forward(minutes=5)
    action.staff(A=("sem", "defne"), B=("noor", "joris"))
    assert dossiers(app, "nadia") == set()
    assert [kind for _, kind, _ in pulled(app, "nadia")] == ["member"]
    assert dossiers(app, "sem") == at(action, "Kwekerij Rozenglas", "Bollenloods")
    assert visits(app, "sem") == ["Kwekerij Rozenglas", "Bollenloods"]
    team = next(
        body for name, kind, body in pulled(app, "sem") if kind == "team" and name.startswith("team:")
    )
    ends = {one["member"]: one["until"] for one in team["members"]}
    assert ends[str(cast.person("nadia").member)] == "2026-11-25T10:05:00.000Z"
    assert ends[str(cast.person("sem").member)] is None
    with app.app_context(), reading() as session:
        nadia = cast.person("nadia")
        for dossier in at(action, "Kwekerij Rozenglas"):
            rights = access.rights_of(
                session, member=nadia.member, agency=nadia.agency, dossier=UUID(dossier)
            )
            assert rights.assigned, "late work of the leaver is still taken"


def test_a_visit_that_moves_to_another_team_leaves_the_first(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.move("approved")
    clock.forward(minutes=5)
    action.choose(
        target("one", places["roses"], "B"),
        target("two", places["cold store"], "B"),
        target("three", places["bulbs"], "A"),
    )
    assert visits(app, "nadia") == ["Bollenloods"]
    assert visits(app, "noor") == ["Kwekerij Rozenglas", "Koelhuis Zuid"]
    assert dossiers(app, "nadia") == at(action, "Bollenloods")
    clock.forward(minutes=5)
    action.choose(
        target("one", places["roses"], "A"),
        target("two", places["cold store"], "B"),
        target("three", places["bulbs"], "A"),
    )
    assert visits(app, "nadia") == ["Kwekerij Rozenglas", "Bollenloods"]
    assert dossiers(app, "nadia") == at(action, "Kwekerij Rozenglas", "Bollenloods")


def test_a_target_that_is_taken_off_leaves_the_tablets_and_its_dossier_stays(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.move("approved")
    gone = at(action, "Bollenloods")
    clock.forward(minutes=5)
    action.choose(target("one", places["roses"], "A"), target("two", places["cold store"], "B"))
    assert visits(app, "nadia") == ["Kwekerij Rozenglas"]
    assert dossiers(app, "nadia") == at(action, "Kwekerij Rozenglas")
    with app.app_context():
        assert db.session.get(Dossier, UUID(gone.pop())) is not None


def test_a_team_that_is_taken_off_leaves_the_tablets(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.move("approved")
    clock.forward(minutes=5)
    action.staff(A=("nadia", "defne"))
    assert [kind for _, kind, _ in pulled(app, "noor")] == ["member"]
    labels = {body["label"] for _, kind, body in pulled(app, "nadia") if kind == "team"}
    assert labels == {"A"}


def test_a_change_that_changes_nothing_writes_no_new_versions(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    def versions() -> dict[tuple[int, UUID], int]:
        with app.app_context(), reading() as session:
            return {(one.scope, one.id): one.version for one in session.scalars(select(Document))}

    action = planned(client, places)
    action.move("approved")
    before = versions()
    action.staff(A=("nadia", "defne"), B=("noor", "joris"))
    assert versions() == before


def test_an_unplanned_visit_follows_the_people_of_its_team(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.ask("nadia", "defne", "noor", "joris", "sem")
    action.move("approved")
    shed, now = derive("shed"), clock.forward(minutes=5)
    with app.app_context(), writing() as session:
        access.open_unplanned(
            session,
            dossier=shed,
            action=UUID(action.id),
            team=team_id(action.id, "A"),
            site=None,
            frozen=now,
            now=now,
        )
    assert str(shed) in dossiers(app, "nadia")
    clock.forward(minutes=5)
    action.staff(A=("sem", "defne"), B=("noor", "joris"))
    assert str(shed) in dossiers(app, "sem")
    assert str(shed) in dossiers(app, "defne")
    assert str(shed) not in dossiers(app, "nadia")


def test_an_agency_that_recorded_something_goes_on_taking_part(
    app: Flask, client: FlaskClient, places: Places, clock: Any
) -> None:
    action = planned(client, places)
    action.move("approved")
    dossier = UUID(at(action, "Kwekerij Rozenglas").pop())

    def joint_read_by(key: str) -> bool:
        with app.app_context(), reading() as session:
            ids = access.readable_scopes(cast.viewer(key), clock.time)
            return (
                session.scalar(select(Scope.id).where(Scope.name == f"joint:{dossier}", Scope.id.in_(ids)))
                is not None
            )

    assert joint_read_by("iris")
    clock.forward(minutes=5)
    action.staff(A=("defne",), B=("noor", "joris"))
    assert not joint_read_by("iris")
    action.staff(A=("nadia", "defne"), B=("noor", "joris"))
    with app.app_context(), writing() as session:
        session.add(an_operation(session, dossier))
    clock.forward(minutes=5)
    action.staff(A=("defne",), B=("noor", "joris"))
    assert joint_read_by("iris")


def an_operation(session: Any, dossier: UUID) -> Operation:
    """A row as push leaves it; only that it is there counts here."""
    return Operation(
        dossier=dossier,
        scope=access.ensure_scope(session, f"joint:{dossier}"),
        id=bytes(32),
        signer=derive("signer"),
        kind="note.add",
        entity=derive("note"),
        at=0,
        offset=0,
        received=clock.now(),
        batch=bytes(32),
        head="{}",
        fields="",
        acceptance=None,
    )


@pytest.mark.parametrize("days", [13, 14])
def test_after_closing_the_plan_stays_for_the_set_time(
    app: Flask, client: FlaskClient, places: Places, clock: Any, days: int
) -> None:
    action = planned(client, places)
    action.move("approved", "briefed", "active", "debriefing", "closed")
    clock.time += timedelta(days=days)
    assert bool(visits(app, "nadia")) is (days < 14)
    assert bool(dossiers(app, "nadia")) is (days < 14)


def test_a_second_action_of_the_same_people_stands_beside_the_first(
    app: Flask, client: FlaskClient, places: Places
) -> None:
    planned(client, places).move("approved")
    second = draft(client, title="Tweede")
    second.ask("nadia")
    second.staff(A=("nadia",))
    second.choose(target("other", places["cold store"], "A"))
    second.move("approved")
    assert sorted(visits(app, "nadia")) == ["Bollenloods", "Koelhuis Zuid", "Kwekerij Rozenglas"]
