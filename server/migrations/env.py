"""Alembic's way in: the same revisions for SQLite and PostgreSQL, on the engine of the running app."""

from pathlib import Path
from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import Connection, text

from server.access import rls
from server.core.database import db
from server.core.database.engine import WRITES
from server.core.jobs.nudge import make_huey
from server.migrations.postgresql_indexes import compare_type, is_postgresql_only, rewrite
from server.models import METADATA

#: What is not ours: PostGIS's tables, Huey's, and those that tests make for themselves.
FOREIGN = ("spatial_ref_sys", "geography_columns", "geometry_columns", "huey_", "test_")


def render_item(kind: str, thing: Any, autogen: AutogenContext) -> str | bool:
    """Write our own column types as they are written in the models."""
    module = type(thing).__module__
    if kind != "type" or not module.startswith("server."):
        return False
    autogen.imports.add(f"from {module} import {type(thing).__name__}")
    return repr(thing)


def include_object(thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    """Compare only what this engine can have."""
    if kind == "table":
        return not (name or "").startswith(FOREIGN)
    writes_a_revision = "write" in context.get_x_argument()  # which is to serve both engines
    return not (kind == "index" and is_postgresql_only(thing) and _is_sqlite() and not writes_a_revision)


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def run() -> None:
    """Bring the database to the wanted revision, each revision in one transaction."""
    with db.engine.connect().execution_options(**{WRITES: True}) as connection:
        if not _is_sqlite():
            _prepare_postgresql(connection)
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_item=render_item,
            include_object=include_object,
            process_revision_directives=rewrite,
            render_as_batch=_is_sqlite(),
            transaction_per_migration=True,
            compare_type=compare_type,
        )
        with context.begin_transaction():
            context.run_migrations()
        if not _is_sqlite():
            _finish_postgresql(connection)


def _prepare_postgresql(connection: Connection) -> None:
    """What we extend it with, and no policies while tables change: without one the application's role sees
    nothing."""
    for extension in ("postgis", "pg_trgm"):
        connection.execute(text(f"CREATE EXTENSION IF NOT EXISTS {extension}"))
    drops = "SELECT format('DROP POLICY %I ON %I', policyname, tablename) FROM pg_policies"
    for statement in connection.scalars(text(f"{drops} WHERE schemaname = 'public'")).all():
        connection.execute(text(statement))
    connection.commit()


def _finish_postgresql(connection: Connection) -> None:
    """What is no table of ours: the queue of nudges, and row-level security as the newest models want it."""
    url = db.engine.url.render_as_string(hide_password=False)
    make_huey(url, Path("."), create_tables=True).storage.close()
    if context.get_context().get_current_heads() == context.script.get_heads():  # type: ignore[attr-defined]
        rls.install(connection)
        connection.commit()


with current_app.app_context():
    run()
