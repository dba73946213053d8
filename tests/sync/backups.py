"""A backup of the whole database, and its restore, on either engine."""

from typing import Any

from flask import Flask
from sqlalchemy import insert, select

from server.config import settings
from server.core import clock
from server.core.database import Base, writing
from server.core.database import db as extension
from server.sync.authority import renew_epoch
from tests.engines import Sandbox

Backup = dict[str, list[dict[str, Any]]]


def take(app: Flask) -> Backup:
    """All rows of all tables."""
    with app.app_context():
        session = extension.session()
        return {
            table.name: [dict(row._mapping) for row in session.execute(select(table))]
            for table in Base.metadata.sorted_tables
        }


def restore(app: Flask, sandbox: Sandbox, backup: Backup) -> None:
    """Put the rows of a backup in place of those there, and begin a new epoch, as the manual says."""
    sandbox.empty()
    with app.app_context():
        with writing() as session:
            for table in Base.metadata.sorted_tables:
                if backup[table.name]:
                    session.execute(insert(table), backup[table.name])
        with writing() as session:
            renew_epoch(session, settings().keys_dir, clock.now())
    for forget in app.extensions.get("glashelder.forget", ()):
        forget()
