"""Transactions. A reader says `with reading()`, a writer says `with writing()`; nobody else begins one."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from server.core.database.base import db
from server.core.database.engine import WRITES

_WRITING, _DEPTH = "writing", "reading"


@contextmanager
def reading() -> Iterator[Session]:
    """The request's session, for reading only. Rows that were read stay usable afterwards.

    Inside `writing()`, or inside another reader, it is that transaction. `RuntimeError` when somebody
    changed something after all.
    """
    session = db.session()
    if session.info.get(_WRITING):
        yield session
        return
    depth = session.info.get(_DEPTH, 0)
    session.info[_DEPTH] = depth + 1
    try:
        yield session
        if depth == 0:
            _refuse_changes(session, "reading() is for reading only; use writing() to change something")
            session.commit()  # nothing to write; unlike a rollback this leaves the loaded rows as they are
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info[_DEPTH] = depth


@contextmanager
def writing() -> Iterator[Session]:
    """One transaction that is going to write: committed at the end, rolled back by any exception.

    It begins anew (`BEGIN IMMEDIATE` on SQLite, so that a writer waits instead of failing half-way) and
    therefore refuses to start inside another writer, or with unsaved changes.
    """
    session = db.session()
    if session.info.get(_WRITING):
        raise RuntimeError("writing() inside writing(): pass the session to the inner function instead")
    _refuse_changes(session, "writing() begins a transaction of its own; this session holds unsaved changes")
    session.commit()
    session.info[_WRITING] = True
    try:
        session.connection(execution_options={WRITES: True})
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop(_WRITING, None)


def _refuse_changes(session: Session, reason: str) -> None:
    if session.new or session.dirty or session.deleted:
        raise RuntimeError(reason)
