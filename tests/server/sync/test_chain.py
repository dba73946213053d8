"""The chain of a signer's batches in a scope: predecessors, gaps, and forks that blame nobody."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.jobs import run_due
from server.core.jobs.models import Job
from server.sync.models import Batch, Fork, Gap, Quarantine
from tests.factories.access import VISIT_A
from tests.factories.record import Author
from tests.factories.sending import Tablet, fates, receipt

Tablets = Callable[..., Tablet]
ACCEPTED = ("accepted", None)
DUPLICATE = ("duplicate", None)
FORKED = ("quarantined", "fork")


def _batches(who: Tablet, scope: str, number: int, name: str = "") -> list[dict[str, Any]]:
    return [who.author.batch(scope, [who.note(VISIT_A, f"{name} noot {n}")]) for n in range(1, number + 1)]


def _copied(who: Tablet) -> Tablet:
    """The same tablet, its profile copied to a second one: same key, same chains, from here on apart."""
    other = object.__new__(Tablet)
    other.__dict__ = who.__dict__ | {"author": object.__new__(Author)}
    other.author.__dict__ = who.author.__dict__ | {
        "chains": {k: list(v) for k, v in who.author.chains.items()}
    }
    return other


def _gaps(db: Session) -> list[tuple[int, int]]:
    db.rollback()
    return [(gap.first, gap.last) for gap in db.scalars(select(Gap).order_by(Gap.first))]


def test_a_batch_whose_predecessor_is_missing_waits_and_says_what_is_here(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    first, second, third = _batches(nadia, scopes["joint a"], 3)
    (result,) = nadia.push(third)
    assert (result["problem"]["code"], result["have"]) == ("predecessor-missing", 0)
    nadia.push(first)
    (result,) = nadia.push(third)
    assert (result["problem"]["code"], result["have"]) == ("predecessor-missing", 1)
    assert [receipt(one).n for one in nadia.push(second, third)] == [2, 3]
    assert _gaps(db) == []


def test_what_a_device_lost_is_kept_as_a_gap_that_late_batches_fill(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    batches = _batches(nadia, scopes["joint a"], 7)
    nadia.push(batches[0], batches[6] | {"gone": True})
    assert _gaps(db) == [(2, 6)]
    nadia.push(batches[3] | {"gone": True})
    assert _gaps(db) == [(2, 3), (5, 6)]
    (result,) = nadia.push(batches[5])
    assert (result["problem"]["code"], result["have"]) == ("predecessor-missing", 4)
    nadia.push(batches[4])
    assert _gaps(db) == [(2, 3), (6, 6)]
    nadia.push(batches[5], batches[1], batches[2])
    assert _gaps(db) == []
    assert sorted(db.scalars(select(Batch.n))) == [1, 2, 3, 4, 5, 6, 7]


def test_a_chain_may_begin_with_a_gap(tablet: Tablets, scopes: dict[str, str], db: Session) -> None:
    nadia = tablet("nadia")
    batches = _batches(nadia, scopes["joint a"], 3)
    nadia.push(batches[2] | {"gone": True})
    assert _gaps(db) == [(1, 2)]
    nadia.push(batches[0])
    assert _gaps(db) == [(2, 2)]


def test_gone_says_nothing_where_the_predecessor_is_here(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    nadia.push(*(batch | {"gone": True} for batch in _batches(nadia, scopes["joint a"], 2)))
    assert _gaps(db) == []


def test_a_late_batch_that_is_not_the_one_named_is_a_fork(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    first = _batches(nadia, scopes["joint a"], 1)
    copy = _copied(nadia)
    lost, third = _batches(nadia, scopes["joint a"], 2, "zelf")
    other = _batches(copy, scopes["joint a"], 1, "kopie")
    nadia.push(*first, third | {"gone": True})
    (result,) = nadia.push(*other)
    assert fates(result) == [FORKED]
    assert _gaps(db) == [(2, 2)]
    assert [fates(one) for one in nadia.push(lost)] == [[ACCEPTED]]


def test_a_copied_profile_forks_and_loses_nothing(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    (shared,) = _batches(nadia, scopes["joint a"], 1)
    copy = _copied(nadia)
    mine = _batches(nadia, scopes["joint a"], 2, "zelf")
    theirs = _batches(copy, scopes["joint a"], 2, "kopie")
    nadia.push(shared, *mine)
    results = copy.push(shared, *theirs)
    assert [fates(one) for one in results] == [[ACCEPTED], [FORKED], [FORKED]]
    assert copy.push(shared, *theirs) == results
    assert len(db.scalars(select(Fork)).all()) == 2
    assert len(db.scalars(select(Quarantine)).all()) == 2
    forks = select(Job.kind).where(Job.kind == "sync.fork")
    assert db.scalars(forks).all() == ["sync.fork"]
    with app.app_context():
        run_due()
    db.rollback()
    assert db.scalars(forks).all() == []


def test_in_a_fork_what_was_accepted_before_is_a_duplicate(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    copy = _copied(nadia)
    note, other = nadia.note(VISIT_A), nadia.note(VISIT_A, "nog een")
    nadia.record(scopes["joint a"], note)
    (result,) = copy.push(copy.author.batch(scopes["joint a"], [note, other]))
    assert fates(result) == [DUPLICATE, FORKED]


def test_a_first_batch_that_does_not_rest_on_its_signers_text_is_a_fork(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    nadia.author.chains[scopes["joint a"]] = ["A" * 43]
    assert nadia.record(scopes["joint a"], nadia.note(VISIT_A)) == [FORKED]


def test_after_a_fork_a_new_signer_writes_the_same_again(
    tablet: Tablets, scopes: dict[str, str], clock: Any, now: datetime
) -> None:
    nadia = tablet("nadia")
    copy = _copied(nadia)
    nadia.record(scopes["joint a"], nadia.note(VISIT_A))
    forked = copy.note(VISIT_A, "van de kopie")
    assert copy.record(scopes["joint a"], forked) == [FORKED]
    copy.author = nadia.enrol("nadia again")
    told = {"text": "van de kopie", "subject": None, "reissues": forked.id}
    again = copy.author.operation("note.add", VISIT_A, _entity(forked.head), told, base=[forked.id])
    assert copy.record(scopes["joint a"], again) == [ACCEPTED]


def _entity(head: str) -> str:
    return str(orjson.loads(head)["entity"])
