"""The inbox as a list: views, search, pages by term, and what it costs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import pytest
from sqlalchemy import select

from server.core.database import db as extension
from server.sync.models import Document
from tests import cast
from tests.conftest import Clock
from tests.counting import bill, counted
from tests.server.follow_ups.world import ACCEPTANCE, JOINT, Visit, agency, of_class, own, referral

RULES = [("BRA-01", "BRA-EXIT"), ("BRA-02", "BRA-ROUTE"), ("BRA-03", "BRA-SIGN"), ("BRA-05", "BRA-EXTING")]


@pytest.fixture
def full(visit: Visit) -> Visit:
    """Four tasks of the municipality, with terms of 3, 14, 28 and 14 days."""
    for question, rule in RULES:
        visit.decide(question=question, rule=rule)
    return visit


def test_the_earliest_term_comes_first(full: Visit) -> None:
    assert [one["dueOn"] for one in full.inbox("leo")] == [
        "2026-11-28", "2026-12-09", "2026-12-09", "2026-12-23",
    ]  # fmt: skip


def test_pages_put_together_are_the_whole_inbox_each_once(full: Visit) -> None:
    whole = full.inbox("leo")
    seen: list[Any] = []
    after = ""
    while after is not None:
        page = full.get("leo", "/follow-ups?limit=1" + (f"&after={after}" if after else ""))
        seen += page["followUps"]
        after = page["after"]
    assert seen == whole


def test_views_hold_what_they_say_and_are_counted(full: Visit, clock: Clock) -> None:
    first, second, third, fourth = (one["id"] for one in full.inbox("leo"))
    full.act("leo", first, "acceptance", {**ACCEPTANCE, "handler": str(cast.person("leo").member)})
    full.act("leo", second, "refusal", {"reason": "duplicate"})
    full.act("leo", third, "questions", {"text": "Waar?"})
    full.act("leo", fourth, "acceptance", ACCEPTANCE)
    full.act("leo", fourth, "closure", {"outcome": "complied"})
    clock.forward(days=14)
    views = {
        "open": {first, third}, "new": {third}, "mine": {first}, "due": {first}, "waiting": {third},
        "returned": {second}, "closed": {fourth},
    }  # fmt: skip
    for view, expected in views.items():
        cast.sign_in(full.client, "leo")
        assert {one["id"] for one in full.inbox("leo", view)} == expected, view
    page = full.get("leo", "/follow-ups")
    assert page["counts"] == {view: len(expected) for view, expected in views.items()}
    assert page["today"] == "2026-12-09"


@pytest.mark.parametrize(
    ("q", "found"),
    [("vluchtroute", 2), ("ESCAPE", 2), ("zonneglans vluchtroute", 2), ("opv-2026-0003", 1), ("bra", 0),
     ("100%", 0), ("honselersdijk", 4), ("escape_route", 0)],
)  # fmt: skip
def test_a_search_finds_words_of_number_finding_and_place(full: Visit, q: str, found: int) -> None:
    assert len(full.inbox("leo", q=q.replace("%", "%25"))) == found


def test_severity_and_measure_narrow_the_list(full: Visit) -> None:
    assert len(full.inbox("leo", severity="critical")) == 4
    assert len(full.inbox("leo", severity="minor")) == 0
    assert len(full.inbox("leo", action="reinspection")) == 1


def test_a_desk_of_another_agency_reads_and_counts_only_its_own(full: Visit) -> None:
    assert len(full.inbox("iris")) == 2
    for key in ("els", "hanna", "tom"):
        page = full.get(key, "/follow-ups")
        assert page["followUps"] == []
        assert set(page["counts"].values()) == {0}


@pytest.mark.parametrize("many", [1, 4])
def test_list_and_detail_cost_the_same_however_many_there_are(visit: Visit, many: int) -> None:
    for question, rule in RULES[:many]:
        visit.decide(question=question, rule=rule)
    [id, *_] = [one["id"] for one in visit.inbox("leo")]
    with counted() as statements:
        visit.client.get("/api/v1/follow-ups")
    assert len(statements) == 5, bill(statements)
    with counted() as statements:
        visit.client.get(f"/api/v1/follow-ups/{id}")
    assert len(statements) == 12, bill(statements)


def test_every_document_is_of_the_shape_that_its_schema_says(full: Visit) -> None:
    full.add("defne", own("defne"), "Verhuurd", referrals=[referral("nadia")])
    full.add("joris", of_class("joris", "wpg"), "Lab", referrals=[referral("defne")])
    full.add("noor", JOINT, "Loon", referrals=[referral("otto"), referral("defne")])
    [id, *_] = [one["id"] for one in full.inbox("leo")]
    full.act("leo", id, "questions", {"text": "Waar?"})
    full.reply("nadia", id, "Daar.")
    full.act("leo", id, "acceptance", ACCEPTANCE)
    full.act("leo", id, "closure", {"outcome": "complied"})
    seen = set()
    for type, body in stored():
        schema = orjson.loads(Path(f"schemas/documents/{type}.schema.json").read_bytes())
        errors = [error.message for error in jsonschema_rs.validator_for(schema).iter_errors(body)]
        assert not errors, (type, errors, body)
        seen.add(type)
    assert seen == {"follow_up", "follow_up_status", "question", "counts", "share"}


def stored() -> Iterator[tuple[str, Any]]:
    session = extension.session()
    session.rollback()
    for type, body in session.execute(select(Document.type, Document.body)):
        if type != "action":
            yield type, orjson.loads(body)


def test_the_inbox_of_a_class_is_read_without_its_role_and_tells_nothing_of_it(visit: Visit) -> None:
    visit.add("joris", of_class("joris", "wpg"), "Sporen van een lab", referrals=[referral("joris")])
    assert len(visit.inbox("wim")) == 1
    told = visit.documents(f"inbox:{agency('joris')}")["follow_up"]
    assert (told["finding"], told["copied"]) == (None, [])
    assert "lab" not in str(told)
    id = visit.inbox("wim")[0]["id"]
    record = visit.get("wim", f"/follow-ups/{id}")["record"]
    assert record["finding"]["title"] == "Sporen van een lab", "read by the class's role, and written down"
