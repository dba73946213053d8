"""`flask dossiers rebuild` gives equal rows: after any order of arrival, withdrawals, resolutions and
releases.
"""

import random
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from server.access.names import agency_of, joint
from server.checklists.service import load
from server.core.database import writing
from server.core.ids import derive
from server.dossiers.families import FAMILIES
from server.dossiers.models import Answer, Finding, Note
from server.sync.authority import authority
from server.sync.models import Quarantine
from server.sync.rebuilding import rebuild_all
from server.sync.waiting import release_all
from tests import cast
from tests.factories import access as world
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import Tablet
from tests.server.dossiers.recorded import at

VISIT = world.VISIT_A
JOINT = str(joint(VISIT))
Step = tuple[str, str, Wire]
"""Who, in which scope, what."""


@pytest.fixture
def tablets(app: Flask, now: datetime) -> dict[str, Tablet]:
    """Three tablets of two agencies at one visit; the checklists are not loaded yet."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
        world.build(session, now)
    return {key: Tablet(app, key) for key in ("nadia", "defne", "joris")}


def steps(tablets: dict[str, Tablet]) -> list[Step]:
    """What the three record: values side by side, a resolution, withdrawals, a list that is not known yet."""
    nadia, defne, joris = (tablets[key] for key in ("nadia", "defne", "joris"))
    own = str(agency_of(VISIT, nadia.who.agency))
    two = nadia.answer(VISIT, "GEN-05", "2", checklist="GEN-START", at=at(1))
    three = defne.answer(VISIT, "GEN-05", "3", checklist="GEN-START", at=at(2))
    four = joris.answer(VISIT, "GEN-05", "4", checklist="GEN-START", at=at(3))
    keep = {"resolution": {"keep": [three.id, two.id], "lead": three.id}, "reason": "Beide gezien"}
    both = defne.answer(
        VISIT, "GEN-05", "3", checklist="GEN-START", at=at(9), base=[two.id, three.id], fields=keep
    )
    finding = drawn_id("finding")
    said = {"title": "Deur op slot", "severity": "serious", "text": None, "kind": "violation"}
    added = nadia.author.operation("finding.add", VISIT, finding, said, at=at(4))
    decision = {**said, "decision": "change", "reason": "Erger", "severity": "critical", "referrals": []}
    worse = nadia.author.operation("finding.decide", VISIT, finding, decision, base=[added.id], at=at(5))
    back = {"id": worse.id, "of": "finding.decide", "reason": "Toch niet"}
    taken_back = nadia.author.operation("withdraw", VISIT, finding, back, at=at(6))
    photo = {"subject": finding, "sha256": "A" * 43, "bytes": 9, "mime": "image/png", "taken_at": at(4)}
    shot = nadia.author.operation("evidence.add", VISIT, drawn_id("photo"), photo)
    arrived = defne.author.operation(
        "visit.state", VISIT, VISIT, {"state": "arrived", "reason": None}, at=at(0)
    )
    left = {"state": "left", "reason": None}
    gone = defne.author.operation("visit.state", VISIT, VISIT, left, base=[arrived.id], at=at(50))
    note = joris.note(VISIT, at=at(7))
    better = {"text": "Twee honden.", "subject": None}
    entity = drawn_id(f"note {joris.author.name} Hond op het erf. ")
    noted = joris.author.operation("note.add", VISIT, entity, better, base=[note.id], at=at(8))
    mine = nadia.note(VISIT, "Alleen brandweer")
    return [
        *(("nadia", JOINT, wire) for wire in (two, added, worse, taken_back, shot)),
        *(("defne", JOINT, wire) for wire in (three, both, arrived, gone)),
        *(("joris", JOINT, wire) for wire in (four, note, noted)),
        ("nadia", own, mine),
    ]


def shuffled(steps: list[Step], chance: random.Random) -> list[list[Step]]:
    """Batches in an order that the chain of each signer and scope allows, but the rest of the world does
    not.
    """
    queues: dict[tuple[str, str], list[Step]] = {}
    for step in chance.sample(steps, len(steps)):
        queues.setdefault(step[:2], []).append(step)
    batches = []
    while queues:
        key = chance.choice(sorted(queues))
        many = chance.randint(1, 3)
        batches.append(queues[key][:many])
        queues[key] = queues[key][many:]
        if not queues[key]:
            del queues[key]
    return batches


def dump(session: Session) -> dict[str, list[Any]]:
    session.rollback()
    return {
        name: [tuple(row) for row in session.execute(select(family.table).order_by("scope", "entity"))]
        for name, family in FAMILIES.items()
    }


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_arrival_and_release_rebuilds_to_equal_rows(
    app: Flask, tablets: dict[str, Tablet], db: Session, now: datetime, seed: int
) -> None:
    chance = random.Random(seed)
    batches = shuffled(steps(tablets), chance)
    half = chance.randint(0, len(batches))
    fates = [push(tablets, batch) for batch in batches[:half]]
    with writing() as session:
        load(session, now)
    release_all(authority(), now)
    fates += [push(tablets, batch) for batch in batches[half:]]
    assert all(fate in ("accepted", "quarantined") for group in fates for fate, _ in group)
    assert db.scalars(select(Quarantine)).all() == [], "all of it was let in"
    before = dump(db)
    assert sum(map(len, before.values())) == 6
    assert list(rebuild_all(check=True)) == []
    with writing() as session:
        for family in FAMILIES.values():
            session.execute(delete(family.table))
    assert len(list(rebuild_all(check=False))) == 6
    assert dump(db) == before


def push(tablets: dict[str, Tablet], batch: list[Step]) -> list[tuple[str, str | None]]:
    who, scope, _ = batch[0]
    return tablets[who].record(scope, *(wire for _, _, wire in batch))


def test_every_order_ends_at_the_same_rows(
    app: Flask, tablets: dict[str, Tablet], db: Session, now: datetime
) -> None:
    with writing() as session:
        load(session, now)
    everything = steps(tablets)
    for batch in shuffled(everything, random.Random(7)):
        push(tablets, batch)
    [answer] = db.scalars(select(Answer)).all()
    assert (answer.conflict, answer.value) == (True, '"4"'), "what came later opens the conflict again"
    [finding] = db.scalars(select(Finding)).all()
    assert (finding.withdrawn, finding.severity) == (True, None), "what it replaced does not come back"


def test_the_command_says_what_differs_and_mends_it(
    app: Flask, tablets: dict[str, Tablet], db: Session, now: datetime
) -> None:
    with writing() as session:
        load(session, now)
    for batch in shuffled(steps(tablets), random.Random(1)):
        push(tablets, batch)
    before = dump(db)
    with writing() as session:
        session.execute(update(Answer).values(value='"9"'))
        session.execute(delete(Note).where(Note.text == "Twee honden."))
        session.execute(update(Finding).values(entity=derive("nobody said this")))
    run: Callable[..., Any] = app.test_cli_runner().invoke
    checked = run(args=["dossiers", "rebuild", "--check"])
    assert checked.exit_code == 1
    told = [line.split("\t") for line in checked.output.splitlines() if "\t" in line]
    assert sorted((line[0], line[3]) for line in told) == [
        ("answer", "another"), ("finding", "made from nothing"), ("finding", "missing"), ("note", "missing"),
    ]  # fmt: skip
    assert run(args=["dossiers", "rebuild"]).exit_code == 0
    assert dump(db) == before
    assert run(args=["dossiers", "rebuild", "--check"]).exit_code == 0
