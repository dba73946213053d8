"""Doing the work: claim one job, run it, take it off the outbox or put it back for later."""

from datetime import datetime, timedelta
from pathlib import Path
from traceback import extract_tb

import structlog
from sqlalchemy import delete, select, update

from server.core import clock
from server.core.database import is_postgresql, reading, writing
from server.core.jobs.models import DEAD, RUNNING, WAITING, Job
from server.core.jobs.outbox import Ask, enqueue
from server.core.jobs.registry import all_periodic, known

log = structlog.get_logger(__name__)

#: A worker that has not finished by then counts as dead, and another one takes the job.
LEASE = timedelta(minutes=10)
MOST_ATTEMPTS = 12
LONGEST_WAIT = timedelta(hours=1)


class NoHandler(Exception):
    """No package of this version knows the kind of this job."""


def run_due() -> int:
    """Run whatever is due, one after the other, until nothing is; the number of jobs that ran.

    What fails is put back with a growing pause, and after `MOST_ATTEMPTS` kept as dead, for people to see
    with `flask jobs list` and to try again with `flask jobs retry`.
    """
    count = 0
    while (claimed := _claim(clock.now())) is not None:
        count += 1
        try:
            entry = known(claimed.kind)
            if entry is None:
                raise NoHandler(claimed.kind)
            entry.handler(claimed.subject, clock.now())
        except Exception as error:
            _put_back(claimed, error, clock.now())
        else:
            _finish(claimed, clock.now())
    return count


def ask_periodic() -> None:
    """See to it that all work that comes back by itself stands in the outbox."""
    wanted = {f"periodic|{entry.kind}": entry for entry in all_periodic()}
    with reading() as session:
        there = set(session.scalars(select(Job.key).where(Job.key.in_(wanted))))
    missing = [Ask(entry.kind, {}, key) for key, entry in wanted.items() if key not in there]
    if missing:
        with writing() as session:
            enqueue(session, clock.now(), *missing)


def retry_after(attempts: int) -> timedelta:
    """The pause before the next attempt: 5 s, 10 s, 20 s … one hour."""
    return min(timedelta(seconds=5 * 2 ** min(attempts - 1, 12)), LONGEST_WAIT)


def _claim(now: datetime) -> Job | None:
    due = (
        select(Job)
        .where(Job.state.in_([WAITING, RUNNING]), Job.due <= now)
        .order_by(Job.due, Job.id)
        .limit(1)
    )
    with reading() as session:  # an idle worker never waits for a writer
        if session.scalar(due) is None:
            return None
    with writing() as session:
        if is_postgresql(session):
            due = due.with_for_update(skip_locked=True)
        found = session.scalar(due.execution_options(populate_existing=True))
        if found is None:
            return None
        found.state, found.due, found.attempts = RUNNING, now + LEASE, found.attempts + 1
        session.flush()
        session.expunge(found)
        return found


def _finish(done: Job, now: datetime) -> None:
    entry = known(done.kind)
    same = (Job.id == done.id, Job.asked == done.asked)
    with writing() as session:
        if entry is not None and entry.every is not None:
            later = {"state": WAITING, "due": now + entry.every, "attempts": 0, "error": None}
            session.execute(update(Job).where(*same).values(later))
        else:
            session.execute(delete(Job).where(*same))


def _put_back(failed: Job, error: Exception, now: datetime) -> None:
    dead = failed.attempts >= MOST_ATTEMPTS or isinstance(error, NoHandler)
    where = describe(error)
    log.error("job.failed", job=failed.kind, attempts=failed.attempts, dead=dead, error=where)
    values = {
        "state": DEAD if dead else WAITING,
        "due": now + retry_after(failed.attempts),
        "error": where,
    }
    with writing() as session:
        session.execute(update(Job).where(Job.id == failed.id, Job.asked == failed.asked).values(values))


def describe(error: BaseException) -> str:
    """The class of an error and where it arose; never its message, which may hold what people wrote."""
    frames = extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
