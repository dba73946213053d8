"""What every test may ask for: the app on a real SQLite or PostgreSQL/PostGIS, a client, an empty database.

def test_something(client): …          runs on every engine that `--engine` names (default: both)
def test_something(make_app): …        an app of its own with other settings
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from server.app import create_app
from server.config import Settings
from server.core import clock as clock_module
from server.core.database import db as extension
from tests.engines import Postgres, Sandbox, SqliteSandbox, start_postgres

ENGINES = ("sqlite", "postgresql")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=[*ENGINES, "both"], default="both", help="the database to test on")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine_name" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--engine")
        names = ENGINES if chosen == "both" else (chosen,)
        metafunc.parametrize("engine_name", names, scope="session", indirect=True)


@pytest.fixture(scope="session")
def engine_name(request: pytest.FixtureRequest) -> str:
    """`sqlite` or `postgresql`."""
    return str(request.param)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A throw-away PostgreSQL with PostGIS, started once for all tests."""
    server = start_postgres()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def base_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a test server; its data live in a folder of this run."""
    folder = tmp_path_factory.mktemp("glashelder")
    return test_settings(folder)


def test_settings(folder: Path) -> Settings:
    """Settings for a server whose data live in `folder`."""
    return Settings(
        mode="test",
        database_url=f"sqlite:///{folder / 'test.sqlite3'}",
        data_dir=folder,
        keys_dir=folder / "keys",
        objects_url=(folder / "objects").as_uri(),
        objects_master_key=bytes(range(32)),
        secret_key="test-secret-key-that-is-not-used-anywhere-else",
        pwa_dir=folder / "pwa",
        map_base=Path("seeds/maps/base.pmtiles").resolve(),
        map_detail=Path("seeds/maps/detail.pmtiles").resolve(),
        https=False,
        demo_sign_in=True,
        session_hours=12,
        dossier_days_after_close=14,
        request_max_bytes=16 * 2**20,
        request_inflated_max_bytes=64 * 2**20,
        photo_max_bytes=100 * 2**20,
        photo_max_pixels=100_000_000,
        upload_hours=336,
        sign_in_limit="10000 per minute",
        log_level="WARNING",
    )


test_settings.__test__ = False  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def sandbox(engine_name: str, base_settings: Settings, request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A database of the chosen engine with all tables, which can be emptied in milliseconds."""
    if engine_name == "sqlite":
        made: Sandbox = SqliteSandbox(base_settings.data_dir / "sandbox.sqlite3")
    else:
        made = request.getfixturevalue("postgres").sandbox()
    yield made
    made.close()


@pytest.fixture(scope="session")
def shared_app(sandbox: Sandbox, base_settings: Settings) -> Iterator[Flask]:
    """One app for all tests of an engine; tests take `app`, which empties its database first."""
    app = create_app(replace(base_settings, database_url=sandbox.url))
    yield app
    with app.app_context():
        extension.engine.dispose()


@pytest.fixture
def app(shared_app: Flask, sandbox: Sandbox) -> Iterator[Flask]:
    """The app on an empty database, without an application context: each request makes its own."""
    sandbox.empty()
    for forget in shared_app.extensions.get("glashelder.forget", ()):
        forget()
    yield shared_app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without a session, which proves its origin as the app does."""
    browser = app.test_client()
    browser.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    return browser


@pytest.fixture
def db(app: Flask) -> Iterator[Session]:
    """The session of an application context, for tests of services; empty tables at the start."""
    with app.app_context():
        yield extension.session()
        extension.session.rollback()


@pytest.fixture
def make_app(base_settings: Settings, sandbox: Sandbox, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Make an app with other settings, on this test's own empty database: `make_app(session_hours=1)`."""
    sandbox.empty()
    made: list[Flask] = []

    def make(**changes: Any) -> Flask:
        wanted = {"database_url": sandbox.url, "data_dir": tmp_path, "keys_dir": tmp_path / "keys", **changes}
        made.append(create_app(replace(base_settings, **wanted)))
        return made[-1]

    yield make
    for app in made:
        with app.app_context():
            extension.engine.dispose()


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def forward(self, **duration: float) -> datetime:
        """Move on, as in `clock.forward(minutes=5)`; the new time."""
        self.time += timedelta(**duration)
        return self.time


@pytest.fixture
def clock() -> Iterator[Clock]:
    """`core.clock.now()` reads this clock while the test runs: 25 November 2026, 10:00 UTC."""
    standing = Clock()
    with clock_module.reading(standing.now):
        yield standing


@pytest.fixture
def now(clock: Clock) -> datetime:
    """The present moment of a test whose clock stands still."""
    return clock.time
