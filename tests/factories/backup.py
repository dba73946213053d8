"""A backup of a database and its return, on both engines: what a restore does to the rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, insert, select

from server.core.database import Base
from server.core.database.engine import WRITES
from tests.engines import Sandbox, open_engine

Backup = dict[str, list[dict[str, Any]]]


def take(sandbox: Sandbox) -> Backup:
    """All rows of all tables, at one moment."""
    with _owner(sandbox) as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }


def restore(sandbox: Sandbox, backup: Backup) -> None:
    """Put the rows of a backup in the place of those that are there."""
    sandbox.empty()
    with _owner(sandbox) as connection:
        for table in Base.metadata.sorted_tables:
            if backup[table.name]:
                connection.execute(insert(table), backup[table.name])


@contextmanager
def _owner(sandbox: Sandbox) -> Iterator[Connection]:
    """A transaction of the one who owns the tables, whom no policy holds."""
    engine = open_engine(getattr(sandbox, "owner_url", sandbox.url))
    try:
        with engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection
    finally:
        engine.dispose()
