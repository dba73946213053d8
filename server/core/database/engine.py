"""How each engine is opened: what must survive a power cut, and who waits for whom."""

from typing import Any

from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.pool import QueuePool

from server.core.database.arrays import register_dumpers

#: Execution option of a connection that is going to write; see `session.writing`.
WRITES = "glashelder_writes"

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)

#: An error of the database must not carry what people wrote into logs.
_ALWAYS: dict[str, Any] = {"hide_parameters": True}


def normal_url(url: str) -> str:
    """The URL with the driver that we speak: `postgres://…` and `postgresql://…` mean psycopg 3."""
    parsed = make_url(url)
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("postgresql+psycopg", "sqlite"):
        raise ValueError(
            f"DATABASE_URL names the engine {parsed.drivername!r}; take sqlite:///… or postgresql://…"
        )
    return parsed.render_as_string(hide_password=False)


def engine_options(url: str) -> dict[str, Any]:
    """The arguments of `create_engine` for this URL."""
    if url.startswith("sqlite"):
        return _ALWAYS | {"poolclass": QueuePool, "pool_size": 8, "connect_args": {"timeout": 10}}
    register_dumpers()  # before the engine is made: SQLAlchemy's dialect copies psycopg's dumpers then
    return _ALWAYS | {
        "pool_size": 8,
        "max_overflow": 8,
        "pool_pre_ping": True,
        "isolation_level": "READ COMMITTED",
    }


def prepare_engine(engine: Engine) -> None:
    """Hang our rules on an engine; call it once, before its first connection."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _open_postgresql)


def _open_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin by itself; `_begin_sqlite` does
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
    connection.create_function("lower", 1, _lower, deterministic=True)


def _open_postgresql(connection: Any, _record: object) -> None:
    # A writer that waits too long is told that the server is busy; sending again is always safe.
    connection.execute("SET lock_timeout = '15s'")
    # To start helpers takes tens of milliseconds on a busy machine; a page is work for one process.
    connection.execute("SET max_parallel_workers_per_gather = 0")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    # A plain BEGIN that writes after a read fails at once, whatever the timeout.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _lower(value: Any) -> Any:
    """SQLite's own `lower` knows ASCII only; names of people and streets do not."""
    return value.lower() if isinstance(value, str) else value
