"""PostgreSQL repeats who reads what: everything here is asked as the application role, without joining a
thing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from server.access import rls, service
from server.access.models import Scope
from server.app import create_app
from server.config import Settings
from server.core import clock
from server.core.database import Base, db, reading, writing
from server.core.ids import derive
from tests import cast
from tests.engines import Postgres, open_engine
from tests.factories import access as world
from tests.server.access.test_readable_scopes import READS

A_NOTE_IN_EVERY_SCOPE = """
    INSERT INTO note (scope, entity, dossier, conflict, at, withdrawn, state)
    SELECT id, gen_random_uuid(), coalesce(dossier, gen_random_uuid()), false, 0, false, '{}' FROM scope
"""


@pytest.fixture(scope="module")
def owner(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The owner of a database with the small world in it."""
    if request.config.getoption("--engine") == "sqlite":
        pytest.skip("SQLite has no row-level security; the run was asked for SQLite alone")
    server: Postgres = request.getfixturevalue("postgres")
    sandbox = server.sandbox()
    engine = open_engine(sandbox.owner_url)
    yield engine
    engine.dispose()
    sandbox.close()


@pytest.fixture(scope="module")
def moment() -> datetime:
    return datetime(2026, 11, 25, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def scopes(owner: Engine, moment: datetime) -> world.Scopes:
    with Session(owner) as session:
        cast.load(session, moment)
        found = world.build(session, moment)
        session.execute(text(A_NOTE_IN_EVERY_SCOPE))
        session.commit()
        return found


@pytest.fixture(scope="module")
def application(owner: Engine, scopes: world.Scopes) -> Iterator[Engine]:
    """The same database, as the role the server works as."""
    options = quote(f"-c role={rls.ROLE}")
    engine = create_engine(f"{owner.url.render_as_string(hide_password=False)}&options={options}")
    yield engine
    engine.dispose()


@contextmanager
def reading_as(engine: Engine, key: str | None, moment: datetime) -> Iterator[Session]:
    """A transaction as the server begins it for somebody of the cast, or for nobody."""
    viewer = None if key is None else cast.viewer(key)
    settings = rls.settings_of({"viewer": viewer})
    settings["glashelder.now"] = str(round(moment.timestamp() * 1000)) if viewer else ""
    with Session(engine) as session:
        for name, value in settings.items():
            session.execute(text("SELECT set_config(:n, :v, true)"), {"n": name, "v": value})
        yield session


def names(session: Session) -> set[str]:
    return set(session.scalars(text("SELECT name FROM scope")))


@pytest.mark.parametrize("key", sorted(READS))
def test_the_database_itself_shows_each_person_their_cells(
    application: Engine, scopes: world.Scopes, moment: datetime, key: str
) -> None:
    with reading_as(application, key, moment) as session:
        assert scopes.words(names(session)) == READS[key]


@pytest.mark.parametrize("key", sorted(READS))
def test_a_read_that_forgot_to_join_finds_only_what_is_readable(
    owner: Engine, application: Engine, scopes: world.Scopes, moment: datetime, key: str
) -> None:
    with reading_as(application, key, moment) as session:
        found = set(session.scalars(text("SELECT scope FROM note")))
    with Session(owner) as session:
        assert scopes.words(world.names_in(session, found)) == READS[key]


@pytest.mark.parametrize("key", sorted(READS))
def test_the_rule_and_its_repetition_agree(
    owner: Engine, application: Engine, scopes: world.Scopes, moment: datetime, key: str
) -> None:
    with Session(owner) as session:
        expected = world.names_in(session, service.readable_scopes(cast.viewer(key), moment))
    with reading_as(application, key, moment) as session:
        assert names(session) == expected


KEPT = text("SELECT current_setting('glashelder.readable', true)")


def test_the_rules_are_worked_out_once_a_transaction(application: Engine, moment: datetime) -> None:
    with reading_as(application, "karin", moment) as session:
        assert not session.scalar(KEPT)
        readable = names(session)
        kept = session.scalar(KEPT)
        assert kept.endswith("}")
        assert names(session) == readable
        assert session.scalar(KEPT) == kept


def test_what_was_worked_out_for_one_person_shows_nothing_to_the_next(
    application: Engine, scopes: world.Scopes, moment: datetime
) -> None:
    with reading_as(application, "karin", moment) as session:
        assert scopes.words(names(session)) == READS["karin"]
        for name, value in rls.settings_of({"viewer": cast.viewer("nadia")}).items():
            if name != "glashelder.now":
                session.execute(text("SELECT set_config(:n, :v, true)"), {"n": name, "v": value})
        assert scopes.words(names(session)) == READS["nadia"]
        session.execute(text("SELECT set_config('glashelder.member', '', true)"))
        assert names(session) == set()


def test_for_the_service_no_rule_is_worked_out(application: Engine) -> None:
    with Session(application) as session:
        session.execute(text("SELECT set_config('glashelder.service', 'on', true)"))
        assert names(session)
        assert session.scalar(text("SELECT count(*) FROM dossier"))
        assert not session.scalar(KEPT)


def test_nobody_reads_nothing(application: Engine, moment: datetime) -> None:
    with reading_as(application, None, moment) as session:
        assert names(session) == set()
        assert session.scalar(text("SELECT count(*) FROM dossier")) == 0


def test_a_transaction_that_was_told_nothing_reads_nothing(application: Engine) -> None:
    with Session(application) as session:
        assert names(session) == set()
        assert session.scalar(text("SELECT count(*) FROM note")) == 0


def test_settings_do_not_outlive_their_transaction(application: Engine, moment: datetime) -> None:
    with Session(application) as session:
        session.execute(text("SELECT set_config('glashelder.service', 'on', true)"))
        assert names(session)
        session.rollback()
        assert names(session) == set()


def test_a_viewer_cannot_write_not_even_what_they_read(application: Engine, moment: datetime) -> None:
    with reading_as(application, "karin", moment) as session:
        changed: Any = session.execute(text("UPDATE scope SET last = 7"))
        assert changed.rowcount == 0
    with (
        reading_as(application, "karin", moment) as session,
        pytest.raises(ProgrammingError, match="row-level"),
    ):
        session.execute(
            text("INSERT INTO dossier (id, action, planned, opened) VALUES (:d, :d, true, 0)"),
            {"d": derive("x")},
        )


def test_the_service_writes(application: Engine) -> None:
    with Session(application) as session:
        session.execute(text("SELECT set_config('glashelder.service', 'on', true)"))
        changed: Any = session.execute(text("UPDATE scope SET last = last"))
        assert changed.rowcount > 0
        session.rollback()


def test_the_role_owns_nothing_and_cannot_lift_the_rules(application: Engine, owner: Engine) -> None:
    with Session(owner) as session:
        owned = text(
            "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = :role"
        )
        assert session.scalar(owned, {"role": rls.ROLE}) == 0
        role = session.execute(
            text("SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = :role"),
            {"role": rls.ROLE},
        ).one()
        assert tuple(role) == (False, False, False)
    for statement in ("ALTER TABLE note DISABLE ROW LEVEL SECURITY", "DROP POLICY reads ON note"):
        with Session(application) as session, pytest.raises(ProgrammingError, match="must be owner"):
            session.execute(text(statement))


@pytest.mark.parametrize("log", rls.LOGS)
def test_a_log_is_written_once_and_never_changed(application: Engine, log: str) -> None:
    for statement in (f"UPDATE {log} SET at = 0", f"DELETE FROM {log}"):
        with Session(application) as session, pytest.raises(ProgrammingError, match="permission denied"):
            session.execute(text("SELECT set_config('glashelder.service', 'on', true)"))
            session.execute(text(statement))


def test_every_table_with_a_scope_is_protected(owner: Engine) -> None:
    """A new table of recorded data is held by a policy without anybody thinking of it."""
    with Session(owner) as session:
        held = set(session.scalars(text("SELECT tablename FROM pg_policies WHERE policyname = 'reads'")))
        on = set(session.scalars(text("SELECT relname FROM pg_class WHERE relrowsecurity")))
    assert held == on == set(rls.conditions(Base.metadata))
    with_scope = {table.name for table in Base.metadata.tables.values() if "scope" in table.columns}
    assert with_scope - held <= rls.NOT_BY_SCOPE


def test_installing_again_changes_nothing(owner: Engine) -> None:
    def policies(session: Session) -> list[Any]:
        return list(
            session.execute(text("SELECT tablename, policyname, qual FROM pg_policies ORDER BY 1, 2"))
        )

    with Session(owner) as session:
        before = policies(session)
        rls.install(session.connection())
        assert policies(session) == before


def test_the_server_says_for_whom_each_transaction_is(
    application: Engine, base_settings: Settings, scopes: world.Scopes, moment: datetime
) -> None:
    url = application.url.render_as_string(hide_password=False)
    app = create_app(replace(base_settings, database_url=url))
    with app.app_context(), clock.reading(lambda: moment):
        info = db.session().info
        with reading() as session:
            assert session.scalar(select(func.count(Scope.id))) == len(scopes.by_word), (
                "a job reads as the service"
            )
        info["viewer"] = None
        with reading() as session:
            assert session.scalar(select(func.count(Scope.id))) == 0
        info["viewer"] = cast.viewer("nadia")
        with reading() as session:
            assert scopes.words(set(session.scalars(select(Scope.name)))) == READS["nadia"]
        with writing() as session:
            assert session.scalar(select(func.count(Scope.id))) == len(scopes.by_word), (
                "who writes, decides first"
            )
        with reading() as session:
            assert scopes.words(set(session.scalars(select(Scope.name)))) == READS["nadia"]
        db.engine.dispose()
