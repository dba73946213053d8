"""Transactions. A reader says `with reading()`, a writer says `with writing()`; nobody else begins one."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from server.core.database.base import db
from server.core.database.engine import WRITES


@contextmanager
def reading() -> Iterator[Session]:
    """The request's session, for reading only: it ends by rolling back whatever was still open."""
    session = db.session()
    try:
        yield session
    finally:
        session.rollback()


@contextmanager
def writing() -> Iterator[Session]:
    """One transaction that is going to write: committed at the end, rolled back by any exception.

    It begins anew (`BEGIN IMMEDIATE` on SQLite, so that a writer waits instead of failing half-way) and
    therefore refuses to start inside a transaction that has unsaved changes.
    """
    session = db.session()
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("writing() begins a transaction of its own; this session holds unsaved changes")
    if session.info.get("writing"):
        raise RuntimeError("writing() inside writing(): pass the session to the inner function instead")
    session.rollback()
    session.info["writing"] = True
    try:
        session.connection(execution_options={WRITES: True})
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop("writing", None)
