"""The worker hears of work at once, on a SQLite file or in PostgreSQL, and losing the news loses no work."""

import gc
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from server.access import rls
from server.core import clock
from server.core.database import reading, writing
from server.core.jobs import Ask, Subject, enqueue, job
from server.core.jobs.models import Job
from server.core.jobs.nudge import make_huey
from tests.engines import PostgresSandbox, Sandbox, open_engine

done = threading.Event()


@job("test.heard")
def _heard(subject: Subject, now: datetime) -> None:
    done.set()


def make_queue(url: str, folder: Path) -> None:
    """What the migrations do as the owner of a PostgreSQL database."""
    queue = make_huey(url, folder, create_tables=True)
    queue.storage.flush_queue()
    queue.storage.close()
    engine = open_engine(url)
    with engine.begin() as connection:
        rls.install(connection)
    engine.dispose()


@pytest.fixture
def worked(make_app: Callable[..., Flask], sandbox: Sandbox, tmp_path: Path) -> Iterator[Flask]:
    """An app that tells its worker, and a queue that is empty."""
    done.clear()
    if isinstance(sandbox, PostgresSandbox):
        make_queue(sandbox.owner_url, tmp_path)
    app = make_app(mode="demo", data_dir=tmp_path)
    yield app
    app.extensions["glashelder.huey"].storage.close()


@pytest.fixture
def consumer(worked: Flask) -> Iterator[Any]:
    """The worker, in threads of this process."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    made = worked.extensions["glashelder.huey"].create_consumer(workers=1, periodic=False, max_delay=0.2)
    made.start()
    yield made
    made.stop(graceful=True)
    gc.collect()
    for number, handler in before.items():
        signal.signal(number, handler)


def ask(app: Flask) -> None:
    with app.app_context(), writing() as session:
        enqueue(session, clock.now(), Ask("test.heard", {"about": "1"}))


def waiting(app: Flask) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(Job)) or 0


# Huey's worker leaves its listening connection to the end of its thread, which here is not the process's.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_work_is_done_without_waiting_for_the_next_minute(worked: Flask, consumer: Any) -> None:
    ask(worked)
    assert done.wait(15)


def test_without_a_queue_the_work_still_stands(worked: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(worked.extensions["glashelder.huey"], "enqueue", fails)
    ask(worked)
    assert waiting(worked) == 1
