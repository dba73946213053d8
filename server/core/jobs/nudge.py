"""Huey carries no work, only the news that the outbox has some; losing it costs a minute, never a job."""

from pathlib import Path
from typing import Any

import structlog
from flask import Flask
from huey import PostgresHuey, SqliteHuey, crontab
from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url

from server.core.jobs.outbox import NUDGE
from server.core.jobs.runner import ask_periodic, run_due

log = structlog.get_logger(__name__)

_HUEY = "glashelder.huey"


def install(app: Flask, database_url: str, folder: Path) -> None:
    """Let the app tell its worker about work; without this, work waits for the worker's next minute."""
    huey = make_huey(database_url, folder)

    def drain() -> None:
        with app.app_context():
            run_due()

    def tick() -> None:
        with app.app_context():
            ask_periodic()
            run_due()

    drain_task = huey.task(name="drain")(drain)
    huey.periodic_task(crontab(minute="*"), name="tick")(tick)

    def nudge() -> None:
        try:
            drain_task()
        except Exception as error:  # the transaction is committed: nothing may fail any more
            log.warning("jobs.nudge_lost", error=type(error).__name__)

    app.extensions[_HUEY] = huey
    app.extensions[NUDGE] = nudge


def make_huey(database_url: str, folder: Path, create_tables: bool = False) -> Any:
    """The queue beside this database: a SQLite file of its own, or tables in PostgreSQL.

    PostgreSQL's tables are made with the migrations, for the application's role may make none.
    """
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        folder.mkdir(parents=True, exist_ok=True)
        return SqliteHuey("glashelder", filename=str(folder / "nudges.sqlite3"), fsync=False, results=False)
    words = url.translate_connect_args(username="user", database="dbname") | dict(url.query)
    dsn = make_conninfo(**words)  # not the URL's text: it spells a space as "+", which libpq does not read
    return PostgresHuey("glashelder", dsn=dsn, results=False, create_tables=create_tables)


def consume(app: Flask, workers: int) -> None:
    """Be the worker until a signal ends it."""
    app.extensions[_HUEY].create_consumer(
        workers=workers, worker_type="thread", periodic=True, initial_delay=0.1, max_delay=1.0
    ).run()
