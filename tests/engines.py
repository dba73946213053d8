"""Real databases for tests: a SQLite file, and a throw-away PostgreSQL with PostGIS."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import psycopg
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine

import server.models  # noqa: F401  (every table)
from server.access.rls import ROLE
from server.core.database import Base
from server.core.database.engine import engine_options, normal_url, prepare_engine

_BIN = Path("/usr/lib/postgresql/15/bin")
_PREFIX = "glashelder-pg-"
_INIT = ("--locale=C.UTF-8", "--no-sync")
#: Nothing here outlives the run, so it need not survive a power cut either.
_SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=60")


class Sandbox(Protocol):
    """A database with all tables."""

    url: str

    def empty(self) -> None:
        """Take all rows out."""

    def close(self) -> None:
        """Let go of it."""


def open_engine(url: str) -> Engine:
    """An engine with our rules on it."""
    engine = create_engine(normal_url(url), **engine_options(normal_url(url)))
    prepare_engine(engine)
    return engine


class SqliteSandbox:
    """One file; emptied by deleting from all tables in one transaction."""

    def __init__(self, path: Path) -> None:
        self.url = f"sqlite:///{path}"
        self._engine = open_engine(self.url)
        Base.metadata.create_all(self._engine)
        # Tests need no power-cut safety in their own clean-up; the app under test keeps its settings.
        self._clear = [f'DELETE FROM "{table.name}"' for table in reversed(Base.metadata.sorted_tables)]

    def empty(self) -> None:
        raw = self._engine.raw_connection()
        try:
            raw.driver_connection.executescript(  # type: ignore[union-attr]
                "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;"
                + ";".join(self._clear)
                + "; COMMIT; PRAGMA foreign_keys = ON;"
            )
        finally:
            raw.close()

    def close(self) -> None:
        self._engine.dispose()


class PostgresSandbox:
    """One database of the throw-away server, copied from a template that has all tables."""

    def __init__(self, server: "Postgres", name: str) -> None:
        self.owner_url = server.url(name)
        # The server under test works as the role it has in production, which row-level security holds.
        self.url = f"{self.owner_url}&options={quote(f'-c role={ROLE}')}"
        self._connection = psycopg.connect(server.dsn(name), autocommit=True)
        names = [f'DELETE FROM "{table.name}"' for table in reversed(Base.metadata.sorted_tables)]
        self._clear = "SET session_replication_role = replica; BEGIN; " + "; ".join(names) + "; COMMIT"

    def empty(self) -> None:
        self._connection.execute(self._clear)  # type: ignore[call-overload]

    def close(self) -> None:
        self._connection.close()


class Postgres:
    """A running server that listens on a Unix socket alone."""

    def __init__(self, folder: Path, process: "subprocess.Popen[bytes]") -> None:
        self.folder = folder
        self._process = process
        self._made = 0
        self._has_template = False

    def wait_until_ready(self) -> None:
        """Return when it takes connections; `RuntimeError` with its log when it does not within a minute."""
        end = time.monotonic() + 60
        while time.monotonic() < end and self._process.poll() is None:
            try:
                psycopg.connect(self.dsn()).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise RuntimeError(f"PostgreSQL did not start: {(self.folder / 'log').read_text()}")

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """What psycopg connects to."""
        return f"host={self.folder} user={user} dbname={database}"

    def url(self, database: str, user: str = "postgres") -> str:
        """What SQLAlchemy connects to."""
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}"

    def empty_database(self) -> str:
        """A new database with PostGIS and trigrams and no tables; its name."""
        self._make_template()
        return self._copy("with_postgis")

    def sandbox(self) -> PostgresSandbox:
        """A new database with all tables."""
        self._make_template()
        return PostgresSandbox(self, self._copy("with_tables"))

    def _copy(self, template: str) -> str:
        self._made += 1
        name = f"test_{self._made}"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def _make_template(self) -> None:
        if self._has_template:
            return
        self._run("CREATE DATABASE with_postgis")
        with psycopg.connect(self.dsn("with_postgis"), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION postgis")
            connection.execute("CREATE EXTENSION pg_trgm")
        self._run("CREATE DATABASE with_tables TEMPLATE with_postgis")
        engine = open_engine(self.url("with_tables"))
        Base.metadata.create_all(engine)
        engine.dispose()
        self._has_template = True

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def stop(self) -> None:
        """Stop the server and take its files away."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)


def start_postgres() -> Postgres:
    """Start a throw-away server, which ends with this process; a clear error when PostgreSQL is missing."""
    if not (_BIN / "initdb").exists():
        raise RuntimeError(
            "PostgreSQL 15 with PostGIS is missing: `make test` installs it, or run pytest --engine sqlite"
        )
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    made = subprocess.run(
        _as_postgres(_BIN / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", *_INIT),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise RuntimeError(f"initdb failed: {made.stderr}")
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            _as_postgres(_BIN / "postgres", "-D", data, "-k", folder, *settings),
            cwd="/",
            stdout=log,
            stderr=log,
        )
    server = Postgres(folder, process)
    server.wait_until_ready()
    return server


def _as_postgres(*command: object) -> list[str]:
    """PostgreSQL refuses to run as root; then it runs as the user that Debian's package makes.

    It also gets a signal when the tests end in any way, killed ones too, so that no server stays behind.
    """
    who = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return [str(word) for word in ("setpriv", *who, "--pdeathsig", "QUIT", "--", *command)]


def _sweep() -> None:
    """Take away the files of servers whose tests were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        old = time.time() - folder.stat().st_mtime > 3600
        if old and not list(folder.glob(".s.PGSQL.*")):
            shutil.rmtree(folder, ignore_errors=True)
