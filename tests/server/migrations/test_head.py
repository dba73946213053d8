"""The migrations lead to exactly what the models say, on both engines, and back to nothing."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect

from server.migrations.gist import compare_type, is_gist
from server.models import METADATA
from tests.engines import open_engine


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
        return not is_gist(thing)
    return kind != "table" or ours(name)


def test_the_newest_revision_is_what_the_models_say(
    make_app: Callable[..., Flask], empty_url: str, engine_name: str
) -> None:
    app = make_app(database_url=empty_url)
    with app.app_context():
        upgrade()
    engine = open_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": partial(comparable, engine_name), "compare_type": compare_type},
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


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
