"""Row-level security: PostgreSQL repeats `readable_scopes`, so that a read which forgets to join it finds
nothing.

The database is told for whom a transaction reads by session settings; what writes, and jobs and commands,
work under an explicit service setting. The rules are not written twice: the function in the database is
`readable.readable_by`, compiled with an asker that reads those settings. SQLite has no such thing; there the
joins stand alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table, event, text
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator

from server.access import asker
from server.access.readable import readable_by
from server.core import clock
from server.core.database import Base, db, reading
from server.core.database.postgresql_text import postgresql_text
from server.identity.viewer import Viewer

ROLE = "glashelder_app"
"""The role the server works as in production: it may use the tables and owns none of them."""

_KEPT = "glashelder.readable"
_SERVICE = f"(SELECT current_setting('{asker.SETTING_SERVICE}', true)) = 'on'"
_READABLE = "(SELECT glashelder_readable_scopes())"
_INBOXES = "(SELECT agency FROM scope WHERE kind = 'inbox')"

OWN_RULES = {
    "scope": f"id IN {_READABLE}",
    "dossier": "id IN (SELECT dossier FROM scope WHERE kind = 'joint')",
    "follow_up": f"receiver IN {_INBOXES}",
    "follow_up_event": "follow_up IN (SELECT id FROM follow_up)",
    "follow_up_question": "follow_up IN (SELECT id FROM follow_up)",
    "follow_up_reply": "follow_up IN (SELECT id FROM follow_up)",
    "share_decision": f"scope IN {_READABLE} OR receiver IN {_INBOXES}",
    "action_request": "action IN (SELECT id FROM control_action)",
    "action_event": "action IN (SELECT id FROM control_action)",
    "team_member": "team IN (SELECT id FROM team)",
    "class_read": "false",
    "own_system_change": "false",
}
"""Tables whose rows are read by another rule than "their scope is readable"."""

LOGS = ("class_read", "own_system_change")
"""Only added to."""

NOT_BY_SCOPE = frozenset({"batch", "stream", "fork", "gap", "release", "quarantine"})
"""Transport: read for the device that holds the signer, whose colleague's work may be in scopes it cannot
read."""


def install(connection: Connection, metadata: MetaData = Base.metadata) -> None:
    """Make the role, the function and the policies; running it again brings them up to date. PostgreSQL
    only."""
    for statement in statements(metadata):
        connection.execute(text(statement))


def statements(metadata: MetaData = Base.metadata) -> Iterator[str]:
    """The DDL, in order; a migration runs it, tests compare it with what a database has."""
    yield f"DO $$ BEGIN CREATE ROLE {ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    yield f"GRANT USAGE ON SCHEMA public TO {ROLE}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ROLE}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ROLE}"
    for log in LOGS:
        if log in metadata.tables:
            yield f"REVOKE UPDATE, DELETE ON {log} FROM {ROLE}"
    yield f"REVOKE DELETE ON delivery, site_merge FROM {ROLE}"
    yield _function()
    for name, condition in sorted(conditions(metadata).items()):
        yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
        yield f"DROP POLICY IF EXISTS reads ON {name}"
        # An OR is no promise that its second half waits for its first; a CASE is, so that the service is let
        # through without a rule being worked out.
        reads = f"CASE WHEN {_SERVICE} THEN true ELSE {condition} END"
        yield f"CREATE POLICY reads ON {name} FOR SELECT TO {ROLE} USING ({reads})"
        yield f"DROP POLICY IF EXISTS as_service ON {name}"
        yield f"CREATE POLICY as_service ON {name} TO {ROLE} USING ({_SERVICE}) WITH CHECK ({_SERVICE})"


def conditions(metadata: MetaData) -> dict[str, str]:
    """What must hold of a row so that it is read, by table: every table with the number of a scope, and a
    few more."""
    by_scope = {
        table.name: f"scope IN {_READABLE}" for table in metadata.tables.values() if _has_scope(table)
    }
    present = {name: rule for name, rule in OWN_RULES.items() if name in metadata.tables}
    return by_scope | present


def _has_scope(table: Table) -> bool:
    column = table.columns.get("scope")
    return table.name not in NOT_BY_SCOPE and column is not None and _is_number(column)


def _is_number(column: Column[Any]) -> bool:
    kind = column.type
    return isinstance(kind.impl if isinstance(kind, TypeDecorator) else kind, Integer)


def _function() -> str:
    """The rules as a function, worked out once a transaction for each person: a statement names it once for
    every protected table, and each time would cost milliseconds. What it found it keeps in a setting that
    ends with the transaction, under the person it is of.
    """
    rules = postgresql_text(readable_by(asker.SessionSettings()))
    person = ", ".join(f"current_setting('{name}', true)" for name in asker.SETTINGS)
    # SECURITY DEFINER: the rules read the tables they protect, as their owner, who is not held by policies.
    return f"""
        CREATE OR REPLACE FUNCTION glashelder_readable_scopes() RETURNS SETOF integer LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = public, pg_temp AS $rules$
        DECLARE
            person text := format('%s|%s|%s|%s=', {person});
            kept text := current_setting('{_KEPT}', true);
        BEGIN
            IF kept IS NULL OR NOT starts_with(kept, person) THEN
                kept := person || CAST(ARRAY({rules}) AS text);
                PERFORM set_config('{_KEPT}', kept, true);
            END IF;
            RETURN QUERY SELECT unnest(CAST(substr(kept, length(person) + 1) AS integer[]));
        END $rules$"""


@event.listens_for(Base.metadata, "after_create")
def _with_the_tables(_metadata: MetaData, connection: Connection, **_: Any) -> None:
    if connection.dialect.name == "postgresql":
        install(connection)


@event.listens_for(db.session, "after_begin")
def _say_who_asks(session: Session, _transaction: object, connection: Connection) -> None:
    """Tell each transaction for whom it is, before its first statement."""
    if connection.dialect.name == "postgresql":
        settings = settings_of(session.info)
        calls = ", ".join(f"set_config('{name}', :v{i}, true)" for i, name in enumerate(settings))
        connection.execute(text(f"SELECT {calls}"), {f"v{i}": v for i, v in enumerate(settings.values())})


@contextmanager
def reading_as_service() -> Iterator[Session]:
    """A transaction that reads as a job does, within a request: for what is told to everybody, such as the
    people of
    the demo. What it reads must not depend on any scope."""
    info = db.session().info
    held = {"viewer": info.pop("viewer")} if "viewer" in info else {}
    try:
        with reading() as session:
            yield session
    finally:
        info.update(held)


def settings_of(info: dict[Any, Any]) -> dict[str, str]:
    """The settings of a transaction, from what the session knows: it writes, it reads for a viewer, or it is
    a job.

    A request sets `viewer`, also to None as long as nobody is signed in; then the database shows nothing.
    """
    viewer: Viewer | None = info.get("viewer")
    service = bool(info.get("writing")) or "viewer" not in info
    return {
        asker.SETTING_SERVICE: "on" if service else "",
        asker.SETTING_MEMBER: "" if viewer is None else str(viewer.member),
        asker.SETTING_AGENCY: "" if viewer is None else str(viewer.agency),
        asker.SETTING_ROLES: "" if viewer is None else ",".join(sorted(viewer.roles)),
        asker.SETTING_NOW: "" if viewer is None else str(clock.to_ms(clock.now())),
    }
