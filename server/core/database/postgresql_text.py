"""A statement as the text of PostgreSQL, for what the database itself keeps: functions and policies."""

from sqlalchemy import Select
from sqlalchemy.dialects import postgresql


def postgresql_text(statement: Select[tuple[int]]) -> str:
    """The statement with its values written in; only for values that come from this code, never from
    people."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    return str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
