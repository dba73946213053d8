"""The migrations lead to exactly what the models say, on both engines, and back to nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text

from server.app import create_app
from server.config import Settings
from server.core.database import db
from server.migrations.postgresql_indexes import compare_type, is_postgresql_only
from server.models import METADATA
from tests.engines import Postgres, open_engine


@pytest.fixture
def empty_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    else:
        server = request.getfixturevalue("postgres")
        yield server.url(server.empty_database())


def ours(name: str) -> bool:
    return not name.startswith(("test_", "huey_", "spatial_ref_sys", "alembic_version"))


def comparable(engine_name: str, thing: Any, name: str, kind: str, *_: object) -> bool:
    """A GiST index is PostgreSQL's alone."""
    if kind == "index" and engine_name == "sqlite":
        return not is_postgresql_only(thing)
    return kind != "table" or ours(name)


def test_the_newest_revision_is_what_the_models_say(
    make_app: Callable[..., Flask], empty_url: str, engine_name: str
) -> None:
    app = make_app(database_url=empty_url)
    with app.app_context():
        upgrade()
    assert differences(empty_url, engine_name) == []


def differences(url: str, engine_name: str, *before: str) -> list[Any]:
    """What Alembic would change, after the statements `before`."""
    engine = open_engine(url)
    with engine.connect() as connection:
        for statement in before:
            connection.execute(text(statement))
        context = MigrationContext.configure(
            connection,
            opts={"include_object": partial(comparable, engine_name), "compare_type": compare_type},
        )
        found = list(compare_metadata(context, METADATA))
    engine.dispose()
    return found


@pytest.mark.parametrize(
    "column, other", [("geom", "geometry(GEOMETRY,4326)"), ("plot", "geometry(POLYGON,28992)")]
)
def test_a_geometry_of_another_kind_or_system_is_noticed_where_the_engine_tells(
    base_settings: Settings, postgres: Postgres, column: str, other: str
) -> None:
    url = postgres.url(postgres.empty_database())
    app = create_app(replace(base_settings, database_url=url))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    loose = f"ALTER TABLE site ALTER {column} DROP NOT NULL"
    alter = f"ALTER TABLE site ALTER {column} TYPE {other} USING NULL"
    [changes] = differences(url, "postgresql", loose, alter)
    assert ("modify_type", "site", column) in [(what, table, name) for what, _, table, name, *_ in changes]


def test_every_revision_can_be_taken_back(make_app: Callable[..., Flask], empty_url: str) -> None:
    app = make_app(database_url=empty_url)
    with app.app_context():
        upgrade()
        downgrade(revision="base")
    engine = create_engine(empty_url)
    assert [name for name in inspect(engine).get_table_names() if ours(name)] == []
    engine.dispose()


def test_upgrading_twice_changes_nothing(make_app: Callable[..., Flask], empty_url: str) -> None:
    app = make_app(database_url=empty_url)
    with app.app_context():
        upgrade()
        upgrade()
