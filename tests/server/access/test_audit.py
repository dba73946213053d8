"""Reads of class scopes are written down, and only those."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access import service
from server.access.models import ClassRead, Scope
from server.core.database import writing
from tests import cast
from tests.factories import access as world


def test_a_read_of_a_class_is_written_down_and_no_other(db: Session, now: datetime) -> None:
    joris = cast.viewer("joris")
    with writing() as session:
        cast.load(session, now)
        scopes = world.build(session, now)
        read = list(session.scalars(service.readable_scopes(joris, now)))
        service.log_class_reads(session, joris, service.class_scopes(session, read), "sync.pull", now)
    rows = db.scalars(select(ClassRead)).all()
    assert [(row.at, row.member, row.agency, row.device, row.what) for row in rows] == [
        (now, joris.member, joris.agency, joris.device, "sync.pull")
    ]
    assert scopes.words(world.names_in(db, {row.scope for row in rows})) == {"wpg a"}


def test_nothing_of_a_class_nothing_written(db: Session, now: datetime) -> None:
    with writing() as session:
        cast.load(session, now)
        world.build(session, now)
        wide = list(session.scalars(select(Scope.id).where(Scope.kind != "class")))
        assert service.class_scopes(session, wide) == []
        assert service.class_scopes(session, []) == []
        service.log_class_reads(session, cast.viewer("joris"), [], "sync.pull", now)
    assert db.scalars(select(ClassRead)).all() == []
