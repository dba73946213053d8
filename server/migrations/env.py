"""Alembic's way in: the same revisions for SQLite and PostgreSQL, on the engine of the running app."""

from pathlib import Path
from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app

from server.access import rls
from server.core.database import db
from server.core.database.engine import WRITES
from server.core.jobs.nudge import make_huey
from server.models import METADATA


def render_item(kind: str, thing: Any, autogen: AutogenContext) -> str | bool:
    """Write our own column types as they are written in the models."""
    module = type(thing).__module__
    if kind != "type" or not module.startswith("server."):
        return False
    autogen.imports.add(f"from {module} import {type(thing).__name__}")
    return repr(thing)


def include_object(_thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    """Leave out what is not ours: PostGIS's tables, Huey's, and those that tests make for themselves."""
    foreign = ("spatial_ref_sys", "geography_columns", "geometry_columns", "huey_", "test_")
    return not (kind == "table" and name is not None and name.startswith(foreign))


def run() -> None:
    """Bring the database to the wanted revision, in one transaction."""
    postgresql = db.engine.dialect.name == "postgresql"
    with db.engine.connect().execution_options(**{WRITES: True}) as connection:
        if postgresql:
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS postgis")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_item=render_item,
            include_object=include_object,
            render_as_batch=not postgresql,
            transaction_per_migration=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    if postgresql:
        _finish_postgresql()


def _finish_postgresql() -> None:
    """What is no table of ours: the queue of nudges, and row-level security, brought up to date each time."""
    make_huey(db.engine.url.render_as_string(hide_password=False), Path("."), create_tables=True)
    with db.engine.begin() as connection:
        rls.install(connection)


with current_app.app_context():
    run()
