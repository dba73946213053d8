"""Work that follows later is done exactly when its transaction commits, and never forgotten."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.core.jobs import Ask, Subject, enqueue, job, registry, run_due
from server.core.jobs.models import DEAD, WAITING, Job
from server.core.jobs.runner import LEASE, MOST_ATTEMPTS, ask_periodic, retry_after
from tests.conftest import Clock

done: list[Subject] = []
behaviour = {"fails": False}


@job("test.note")
def _note(subject: Subject, now: datetime) -> None:
    if behaviour["fails"]:
        raise ValueError("Jan de Vries, geboren 1 januari 1980")
    done.append(subject)


@job("test.asks-again")
def _asks_again(subject: Subject, now: datetime) -> None:
    done.append(subject)
    if len(done) == 1:
        with writing() as session:
            enqueue(session, now, Ask("test.asks-again", {"turn": "2"}, key="again"))


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    done.clear()
    behaviour["fails"] = False
    yield


def ask(now: datetime, *asks: Ask) -> None:
    with writing() as session:
        enqueue(session, now, *asks)


def test_work_asked_for_is_done_once(db: Session, now: datetime) -> None:
    ask(now, Ask("test.note", {"finding": "1"}))
    assert run_due() == 1
    assert done == [{"finding": "1"}]
    assert run_due() == 0


def test_a_transaction_that_fails_asks_for_nothing(db: Session, now: datetime) -> None:
    with pytest.raises(RuntimeError, match="after all not"), writing() as session:
        enqueue(session, now, Ask("test.note", {"finding": "1"}))
        raise RuntimeError("after all not")
    assert run_due() == 0


def test_asked_twice_under_one_key_is_done_once(db: Session, now: datetime) -> None:
    ask(now, Ask("test.note", {"finding": "1"}, key="k"))
    ask(now, Ask("test.note", {"finding": "1"}, key="k"), Ask("test.note", {"finding": "2"}, key="l"))
    assert run_due() == 2


def test_asked_again_while_it_runs_it_runs_once_more(db: Session, now: datetime) -> None:
    ask(now, Ask("test.asks-again", {"turn": "1"}, key="again"))
    assert run_due() == 2
    assert done == [{"turn": "1"}, {"turn": "2"}]


def test_work_for_later_waits_for_its_time(db: Session, clock: Clock) -> None:
    ask(clock.time, Ask("test.note", {}, due=clock.time + timedelta(minutes=5)))
    assert run_due() == 0
    clock.forward(minutes=5)
    assert run_due() == 1


def test_a_failure_is_tried_again_after_a_pause_and_tells_no_content(db: Session, clock: Clock) -> None:
    behaviour["fails"] = True
    ask(clock.time, Ask("test.note", {}))
    assert run_due() == 1
    assert run_due() == 0
    [failed] = db.scalars(select(Job)).all()
    assert failed.state == WAITING
    assert failed.error is not None
    assert failed.error.startswith("ValueError in test_jobs.py:")
    assert "Jan" not in failed.error
    db.rollback()
    behaviour["fails"] = False
    clock.forward(seconds=5)
    assert run_due() == 1
    assert db.scalars(select(Job)).all() == []


def test_what_fails_every_time_is_kept_as_dead(db: Session, clock: Clock) -> None:
    behaviour["fails"] = True
    ask(clock.time, Ask("test.note", {}))
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert run_due() == 1
        clock.time += retry_after(attempt)
    assert run_due() == 0
    assert [row.state for row in db.scalars(select(Job))] == [DEAD]


def test_a_kind_that_nobody_knows_is_dead_at_once(db: Session, now: datetime) -> None:
    ask(now, Ask("test.unknown", {}))
    assert run_due() == 1
    assert [row.state for row in db.scalars(select(Job))] == [DEAD]


def test_the_work_of_a_worker_that_died_is_taken_over(db: Session, clock: Clock) -> None:
    ask(clock.time, Ask("test.note", {}))
    with writing() as session:  # what a worker leaves behind that was killed after its claim
        claimed = session.scalars(select(Job)).one()
        claimed.state, claimed.due = "running", clock.time + LEASE
    assert run_due() == 0
    clock.time += LEASE
    assert run_due() == 1


def test_periodic_work_comes_back_after_its_pause(
    db: Session, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_known", {})
    registry.periodic("test.sweep", minutes=30)(lambda subject, now: done.append(subject))
    ask_periodic()
    ask_periodic()
    assert run_due() == 1
    clock.forward(minutes=29)
    assert run_due() == 0
    clock.forward(minutes=1)
    assert run_due() == 1


def test_one_kind_has_one_handler() -> None:
    with pytest.raises(ValueError, match="two handlers"):
        job("test.note")(lambda subject, now: None)
