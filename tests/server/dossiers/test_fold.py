"""Operations become rows: what is shown, what stands side by side, and the same rows in whatever order
they come.
"""

import random
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.dossiers.families import FAMILIES
from server.dossiers.models import Answer, EvidenceRecord, Finding, Instance, Note, Visit
from server.dossiers.service.fold import store
from tests.factories.record import Author, drawn_id
from tests.server.dossiers.recorded import (
    AGENCY,
    DOSSIER,
    RECEIVED,
    accept,
    add_finding,
    at,
    resolve,
    withdraw,
)

NADIA, BRAM = Author("nadia"), Author("bram")


@pytest.fixture(autouse=True)
def _context(db: Session) -> None:
    """Every test here has the session of an app."""


def rows(model: Any) -> list[Any]:
    from server.core.database import db as extension

    session = extension.session()
    session.rollback()
    session.expunge_all()
    return list(session.scalars(select(model).order_by(model.scope, model.entity)))


def fold(*accepted: Any) -> None:
    with writing() as session:
        store(session, DOSSIER, accepted)


def state(author: Author, word: str, minutes: int, **more: Any) -> Any:
    fields = {"state": word, "reason": None}
    return accept(author, author.operation("visit.state", DOSSIER, DOSSIER, fields, at=at(minutes), **more))


INSTANCE = drawn_id("instance")


def answer(author: Author, entity: str, value: Any, minutes: int = 0, **more: Any) -> Any:
    fields = {
        "checklist": "GEN-START",
        "version": "0.1.0",
        "instance": INSTANCE,
        "question": "GEN-05",
        "value": value,
    }
    return author.operation("answer.set", DOSSIER, entity, fields, at=at(minutes), **more)


def test_a_visit_is_on_site_while_any_agency_is_and_closed_when_all_are() -> None:
    first = state(NADIA, "arrived", 5)
    fold(first)
    fold(state(BRAM, "arrived", 9))
    assert [(v.word, v.since) for v in rows(Visit)] == [
        ("on_site", datetime(2026, 11, 25, 10, 5, tzinfo=UTC))
    ]
    fold(state(NADIA, "closed", 60, base=[first.operation.id]))
    assert rows(Visit)[0].word == "on_site"
    bram = state(BRAM, "arrived", 9)
    fold(state(BRAM, "closed", 61, base=[bram.operation.id]))
    assert [(v.word, v.since, v.conflict) for v in rows(Visit)] == [("closed", None, False)]


def test_a_visit_is_suspended_as_soon_as_one_agency_says_so() -> None:
    fold(state(NADIA, "arrived", 5), state(BRAM, "suspended", 6))
    assert rows(Visit)[0].word == "suspended"


def test_what_is_new_and_what_is_here_are_folded_together() -> None:
    here, new = drawn_id("answer here"), drawn_id("answer new")
    fold(accept(NADIA, answer(NADIA, here, "yes")))
    fold(accept(BRAM, answer(BRAM, here, "no", 1)), accept(BRAM, answer(BRAM, new, "no", 2)))
    found = {str(row.entity): (row.value, row.conflict) for row in rows(Answer)}
    assert found == {here: ('"yes"', True), new: ('"no"', False)}


def test_two_answers_written_apart_stand_side_by_side_until_a_person_resolves_them() -> None:
    entity = drawn_id("answer")
    two, three = answer(NADIA, entity, "2", 1), answer(BRAM, entity, "3", 2)
    fold(accept(NADIA, two))
    fold(accept(BRAM, three))
    [row] = rows(Answer)
    assert (row.conflict, row.value, row.agency) == (True, '"2"', UUID(NADIA.agency))
    said = {
        "checklist": "GEN-START",
        "version": "0.1.0",
        "instance": INSTANCE,
        "question": "GEN-05",
    }
    fold(accept(BRAM, resolve(BRAM, "answer.set", entity, {**said, "value": "3"}, [three, two])))
    [row] = rows(Answer)
    assert (row.conflict, row.value, row.agency) == (False, '"3"', UUID(BRAM.agency))
    assert (row.checklist, row.version, row.question) == ("GEN-START", "0.1.0", "GEN-05")


def test_a_withdrawn_finding_stays_as_a_row_that_says_so() -> None:
    entity = drawn_id("finding")
    added = add_finding(NADIA, entity, "Nooduitgang op slot")
    fold(accept(NADIA, added))
    [row] = rows(Finding)
    assert (row.title, row.severity, row.kind, row.decision) == (
        "Nooduitgang op slot", "serious", "violation", "confirm",
    )  # fmt: skip
    assert (row.owner, row.withdrawn) == (UUID(NADIA.agency), False)
    fold(accept(NADIA, withdraw(NADIA, added, "finding.add", entity)))
    [row] = rows(Finding)
    assert (row.title, row.severity, row.withdrawn, row.owner) == (None, None, True, UUID(NADIA.agency))


def test_another_agency_cannot_withdraw_what_it_did_not_write() -> None:
    entity = drawn_id("finding")
    added = add_finding(NADIA, entity, "Nooduitgang op slot")
    fold(accept(NADIA, added), accept(BRAM, withdraw(BRAM, added, "finding.add", entity)))
    assert [(row.title, row.withdrawn) for row in rows(Finding)] == [("Nooduitgang op slot", False)]


def test_a_decision_on_a_proposal_shows_its_rule_and_keeps_what_acceptance_decided() -> None:
    fields = {
        "checklist": "BRW-BRAND", "version": "0.1.0", "instance": INSTANCE, "question": "BRA-12",
        "rule": "BRA-EXIT", "answers": [], "parameters": {}, "decision": "change", "reason": "Erger",
        "severity": "critical", "referrals": [],
    }  # fmt: skip
    wire = NADIA.operation("finding.decide", DOSSIER, drawn_id("proposal"), fields)
    due = [{"kind": "gemeente", "agency": None, "action": "penalty_order"}]
    fold(accept(NADIA, wire, decided={"follow_ups": due, "scope": "joint"}))
    [row] = rows(Finding)
    assert (row.rule, row.question, row.decision, row.severity, row.kind) == (
        "BRA-EXIT", "BRA-12", "change", "critical", "violation",
    )  # fmt: skip
    assert '"follow_ups":[{"action":"penalty_order"' in row.decided
    assert '"scope"' not in row.decided


def test_evidence_is_shown_with_its_hash_and_the_time_it_was_received() -> None:
    fields = {
        "subject": drawn_id("finding"), "sha256": "A" * 43, "bytes": 4_000_000, "mime": "image/jpeg",
        "taken_at": at(3),
    }  # fmt: skip
    fold(accept(NADIA, NADIA.operation("evidence.add", DOSSIER, drawn_id("photo"), fields), scope=AGENCY))
    [row] = rows(EvidenceRecord)
    assert (row.scope, row.sha256, row.bytes, row.mime) == (AGENCY, bytes(32), 4_000_000, "image/jpeg")
    assert (row.subject, row.role, row.received) == (UUID(drawn_id("finding")), "photo", RECEIVED)
    assert row.taken == datetime(2026, 11, 25, 10, 3, tzinfo=UTC)


def test_the_lowest_version_leads_an_instance_and_signatures_are_counted() -> None:
    entity = drawn_id("instance")
    said = {"checklist": "GEN-START", "label": "Loods 2"}
    new = NADIA.operation("instance.create", DOSSIER, entity, {**said, "version": "0.10.0"})
    old = BRAM.operation("instance.create", DOSSIER, entity, {**said, "version": "0.9.0"}, at=at(4))
    signed = {"checklist": "GEN-START", "version": "0.9.0", "instance": entity, "seen": []}
    fold(
        accept(NADIA, new),
        accept(BRAM, old),
        accept(NADIA, NADIA.operation("instance.sign_off", DOSSIER, entity, signed)),
    )
    [row] = rows(Instance)
    assert (row.version, row.conflict, row.signed, row.label) == ("0.9.0", True, 1, "Loods 2")


def test_the_same_entity_in_two_scopes_is_two_rows_that_know_nothing_of_each_other() -> None:
    entity = drawn_id("note")
    mine = NADIA.operation("note.add", DOSSIER, entity, {"text": "Van ons", "subject": None})
    ours = BRAM.operation("note.add", DOSSIER, entity, {"text": "Van allen", "subject": None})
    fold(accept(NADIA, mine, scope=AGENCY), accept(BRAM, ours))
    assert [(row.scope, row.text, row.conflict) for row in rows(Note)] == [
        (1, "Van allen", False),
        (2, "Van ons", False),
    ]


def test_any_order_of_arrival_gives_equal_rows_withdrawals_and_resolutions_included() -> None:
    everything = history()
    chance = random.Random(20261125)  # a seed, so that a failure can be seen again
    expected: dict[str, list[Any]] = {}
    for turn in range(12):
        clear()
        arriving = list(everything)
        if turn:
            chance.shuffle(arriving)
        while arriving:
            many = chance.randint(1, 5)
            fold(*arriving[:many])
            arriving = arriving[many:]
        found = {name: dump(family.table) for name, family in FAMILIES.items()}
        expected = expected or found
        assert found == expected, f"turn {turn}"
    assert sum(map(len, expected.values())) == 6


def history() -> list[Any]:
    """One of each that could depend on order: replaced, side by side, resolved, withdrawn, erased, late."""
    finding, entity, photo = drawn_id("finding"), drawn_id("answer"), drawn_id("photo")
    added = add_finding(NADIA, finding, "Vluchtroute belemmerd")
    worse = {
        "title": "Vluchtroute dicht", "text": None, "kind": "violation", "severity": "critical",
        "decision": "change", "reason": "Erger", "referrals": [],
    }  # fmt: skip
    decided = NADIA.operation("finding.decide", DOSSIER, finding, worse, base=[added.id], at=at(8))
    two, three, four = (
        answer(who, entity, value, n) for who, value, n in ((NADIA, "2", 1), (BRAM, "3", 2), (BRAM, "4", 3))
    )
    said = {
        "checklist": "GEN-START",
        "version": "0.1.0",
        "instance": INSTANCE,
        "question": "GEN-05",
    }
    resolved = resolve(BRAM, "answer.set", entity, {**said, "value": "3"}, [three, two])
    shot = NADIA.operation(
        "evidence.add", DOSSIER, photo,
        {"subject": finding, "sha256": "A" * 43, "bytes": 9, "mime": "image/png", "taken_at": at(3)},
    )  # fmt: skip
    arrived = state(NADIA, "arrived", 1)
    return [
        accept(NADIA, added, decided={"follow_ups": []}),
        accept(NADIA, decided, decided={"follow_ups": [{"kind": "gemeente"}]}),
        accept(NADIA, withdraw(NADIA, decided, "finding.decide", finding, at=at(20))),
        accept(NADIA, two), accept(BRAM, three), accept(BRAM, four), accept(BRAM, resolved),
        accept(BRAM, withdraw(BRAM, three, "answer.set", entity, at=at(95))),
        accept(NADIA, shot), accept(NADIA, withdraw(NADIA, shot, "evidence.add", photo)),
        arrived, state(NADIA, "left", 50, base=[arrived.operation.id]), state(BRAM, "arrived", 2),
        accept(NADIA, NADIA.operation("note.add", DOSSIER, drawn_id("note"), {"text": "x", "subject": None})),
        accept(NADIA, NADIA.operation(
            "instance.create", DOSSIER, drawn_id("instance"),
            {"checklist": "GEN-START", "version": "0.1.0", "label": None},
        )),
    ]  # fmt: skip


def clear() -> None:
    with writing() as session:
        for family in FAMILIES.values():
            session.execute(family.table.delete())


def dump(table: Any) -> list[Any]:
    from server.core.database import db as extension

    session = extension.session()
    session.rollback()
    return [tuple(row) for row in session.execute(select(table).order_by(table.c.scope, table.c.entity))]
