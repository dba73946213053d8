"""Desks read dossiers by REST: what they may read, in pages, and no more than that."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import ClassRead
from server.access.names import agency_of, class_of, joint
from server.core.clock import to_wire
from server.core.database import db as extension
from server.core.database import writing
from tests import cast
from tests.counting import bill, counted
from tests.factories import access as world
from tests.factories.record import Author, Wire, drawn_id
from tests.factories.recording import enrolled, record

VISIT = world.VISIT_A
JOINT = str(joint(VISIT))


class People:
    """Those who record, and what the server answers to those who read."""

    def __init__(self, client: FlaskClient, now: datetime, authors: dict[str, Author]) -> None:
        self.client, self.now, self.authors = client, now, authors

    def record(self, key: str, scope: str, *wires: Wire) -> None:
        record(self.authors[key], scope, wires, self.now, jobs=False)

    def get(self, key: str, path: str = "", status: int = 200) -> Any:
        cast.sign_in(self.client, key)
        answer = self.client.get(f"/api/v1/dossiers{path}")
        assert answer.status_code == status, answer.text
        return answer.json


@pytest.fixture
def people(client: FlaskClient, db: Session, now: datetime) -> Iterator[People]:
    with writing() as session:
        cast.load(session, now - timedelta(days=1))
        world.build(session, now - timedelta(hours=1))
        authors = {key: enrolled(session, key) for key in ("nadia", "defne", "joris", "fatima")}
    yield People(client, now, authors)


def fire(key: str = "nadia") -> str:
    return str(agency_of(VISIT, cast.person(key).agency))


def note(who: Author, text: str, minutes: int = 0) -> Wire:
    at = to_wire(datetime.fromisoformat("2026-11-25T09:00:00+00:00") + timedelta(minutes=minutes))
    fields = {"text": text, "subject": None}
    return who.operation("note.add", VISIT, drawn_id(f"note {who.name} {text}"), fields, at=at)


def finding(who: Author, title: str, severity: str = "serious", minutes: int = 0) -> Wire:
    at = to_wire(datetime.fromisoformat("2026-11-25T09:00:00+00:00") + timedelta(minutes=minutes))
    fields = {"title": title, "severity": severity, "text": None, "kind": "violation"}
    return who.operation("finding.add", VISIT, drawn_id(f"finding {title}"), fields, at=at)


def titles(answer: Any) -> list[str]:
    return [one["title"] for one in answer["findings"]]


def test_a_desk_reads_the_joint_part_and_its_own_never_anothers(people: People) -> None:
    people.record("nadia", JOINT, finding(people.authors["nadia"], "Voor allen"))
    people.record("nadia", fire(), finding(people.authors["nadia"], "Van de brandweer"))
    people.record("defne", fire("defne"), finding(people.authors["defne"], "Van de gemeente"))
    assert titles(people.get("nadia", f"/{VISIT}/findings")) == ["Voor allen", "Van de brandweer"]
    assert titles(people.get("defne", f"/{VISIT}/findings")) == ["Voor allen", "Van de gemeente"]
    assert titles(people.get("karin", f"/{VISIT}/findings")) == ["Voor allen"]


def test_a_dossier_one_may_not_read_is_answered_like_one_that_is_not_there(people: People) -> None:
    absent = drawn_id("no dossier")
    for path in ("", "/timeline", "/answers", "/findings", "/evidence"):
        mine = people.get("piet", f"/{VISIT}{path}", 404)
        none = people.get("piet", f"/{absent}{path}", 404)
        assert mine == none


def test_the_list_says_where_the_visit_is_and_who_takes_part(people: People) -> None:
    who = people.authors["nadia"]
    arrived = who.operation("visit.state", VISIT, VISIT, {"state": "arrived", "reason": None})
    people.record("nadia", JOINT, arrived)
    [told] = people.get("nadia")["dossiers"]
    assert (told["id"], told["state"], told["since"]) == (str(VISIT), "on_site", "2026-11-25T10:00:00.000Z")
    assert str(cast.person("defne").agency) in told["agencies"]
    assert people.get("nadia", "?state=closed")["dossiers"] == []
    assert len(people.get("nadia", f"?action={world.ACTION}&state=on_site")["dossiers"]) == 1


def test_a_dossier_tells_its_visit_its_fillings_and_the_parts_one_reads(people: People) -> None:
    who = people.authors["nadia"]
    fields = {"checklist": "BRW-BRAND", "version": "0.1.0", "label": "Pakhal"}
    create = who.operation("instance.create", VISIT, drawn_id("filling"), fields)
    people.record("nadia", JOINT, create)
    told = people.get("nadia", f"/{VISIT}")
    assert [(one["checklist"], one["label"], one["signed"]) for one in told["instances"]] == [
        ("BRW-BRAND", "Pakhal", 0)
    ]
    assert [part["name"] for part in told["scopes"]] == [fire(), JOINT]
    [value] = told["instances"][0]["registers"][""]["values"]
    assert value["author"]["person"]["name"] == cast.person("nadia").name


def test_the_timeline_is_newest_first_and_shows_what_was_replaced_and_withdrawn(people: People) -> None:
    who = people.authors["nadia"]
    first = note(who, "eerst", 1)
    better = who.operation(
        "note.add", VISIT, drawn_id("note nadia eerst"), {"text": "beter", "subject": None},
        base=[first.id], at="2026-11-25T09:05:00.000Z",
    )  # fmt: skip
    gone = note(who, "weg", 2)
    mark = who.operation(
        "withdraw", VISIT, drawn_id("note nadia weg"), {"id": gone.id, "of": "note.add", "reason": "Dubbel"},
        at="2026-11-25T09:09:00.000Z",
    )  # fmt: skip
    people.record("nadia", JOINT, first, better, gone, mark)
    items = people.get("nadia", f"/{VISIT}/timeline")["items"]
    assert [(one["kind"], one["replaced"], one["withdrawn"]) for one in items] == [
        ("withdraw", False, False),
        ("note.add", False, False),
        ("note.add", False, True),
        ("note.add", True, False),
    ]
    assert items[0]["fields"]["reason"] == "Dubbel"


def test_pages_put_together_are_the_whole_list_each_once(people: People) -> None:
    who = people.authors["nadia"]
    people.record("nadia", JOINT, *(finding(who, f"Bevinding {n}", minutes=n // 3) for n in range(11)))
    whole = titles(people.get("nadia", f"/{VISIT}/findings?limit=200"))
    for path, name in (("findings", "findings"), ("timeline", "items")):
        seen, after = [], ""
        while after is not None:
            page = people.get("nadia", f"/{VISIT}/{path}?limit=4" + (f"&after={after}" if after else ""))
            seen += page[name]
            after = page["after"]
        assert len({str(one) for one in seen}) == 11
        if path == "findings":
            assert titles({"findings": seen}) == whole


@pytest.mark.parametrize("after", ["x", "e30", "WzEsMl0", "W251bGwsbnVsbCxudWxsXQ"])
def test_a_cursor_that_no_page_gave_is_refused_with_its_name(people: People, after: str) -> None:
    problem = people.get("nadia", f"/{VISIT}/findings?after={after}", 400)
    assert (problem["code"], problem["field"]) == ("cursor-unknown", "after")


def test_values_side_by_side_are_told_with_their_authors(people: People) -> None:
    entity = drawn_id("answer")
    fields = {"checklist": "GEN-START", "version": "0.1.0", "instance": drawn_id("f"), "question": "GEN-05"}
    for key, value in (("nadia", "2"), ("defne", "3")):
        who = people.authors[key]
        people.record(key, JOINT, who.operation("answer.set", VISIT, entity, {**fields, "value": value}))
    [told] = people.get("karin", f"/{VISIT}/answers?checklist=GEN-START")["answers"]
    assert told["conflict"]
    said = {
        value["author"]["person"]["name"]: value["fields"]["value"]
        for value in told["registers"][""]["values"]
    }
    assert said == {cast.person("nadia").name: "2", cast.person("defne").name: "3"}
    assert people.get("karin", f"/{VISIT}/answers?checklist=GEN-CLOSE")["answers"] == []


def test_a_read_of_a_class_is_written_down_and_one_without_leaves_no_trace(people: People) -> None:
    scope = str(class_of(VISIT, "wpg", cast.person("fatima").agency))
    people.record("joris", scope, finding(people.authors["joris"], "Alleen politie"))
    assert titles(people.get("fatima", f"/{VISIT}/findings")) == [], "without the class's role"
    assert reads() == []
    assert titles(people.get("joris", f"/{VISIT}/findings")) == ["Alleen politie"]
    assert reads() == [(cast.person("joris").member, "dossier.findings")]


def reads() -> list[tuple[Any, str]]:
    session = extension.session()
    session.rollback()
    return [(row.member, row.what) for row in session.scalars(select(ClassRead))]


@pytest.mark.parametrize("path", ["findings", "answers", "evidence", "timeline", ""])
@pytest.mark.parametrize("many", [1, 40])
def test_every_read_costs_the_same_however_much_there_is(people: People, path: str, many: int) -> None:
    who = people.authors["nadia"]
    people.record("nadia", JOINT, *(finding(who, f"Bevinding {n}") for n in range(many)))
    cast.sign_in(people.client, "nadia")
    with counted() as statements:
        people.client.get(f"/api/v1/dossiers/{VISIT}/{path}".rstrip("/"))
    spent = {"findings": 4, "answers": 4, "evidence": 4, "timeline": 4, "": 8}[path]
    assert len(statements) == spent, bill(statements)
