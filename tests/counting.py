"""What something costs in statements, and the bill when it costs too much.

with counted() as statements: …
assert len(statements) == 5, bill(statements)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from server.core.database import db


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that the app's engine runs meanwhile, without those that only begin a transaction.

    Inside an application context.
    """
    found: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "SET ", "SELECT set_config")):
            found.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def bill(statements: list[str]) -> str:
    """All statements, numbered, for the message of a failed assertion."""
    return "\n".join(f"{number}. {statement}" for number, statement in enumerate(statements, 1))
