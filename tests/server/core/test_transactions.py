"""Writers wait for each other, readers for nobody, and a failed transaction leaves nothing."""

import threading
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from server.core.database import lock, reading, writing
from tests.server.core.test_bulk import Sample


def test_what_a_writer_wrote_is_there_for_the_next_reader(db: Session) -> None:
    with writing() as session:
        session.add(Sample(id=UUID(int=1), text="ja"))
    with reading() as session:
        assert session.scalars(select(Sample.text)).all() == ["ja"]


def test_an_error_takes_everything_back(db: Session) -> None:
    with pytest.raises(ZeroDivisionError), writing() as session:
        session.add(Sample(id=UUID(int=1)))
        session.flush()
        raise ZeroDivisionError
    assert db.scalars(select(Sample.id)).all() == []


def test_a_writer_inside_a_writer_is_refused(db: Session) -> None:
    with pytest.raises(RuntimeError, match="writing"), writing(), writing():
        pass


def test_unsaved_changes_are_never_thrown_away_in_silence(db: Session) -> None:
    db.add(Sample(id=UUID(int=1)))
    with pytest.raises(RuntimeError, match="unsaved changes"), writing():
        pass
    db.expunge_all()


def test_counting_at_once_loses_no_count(app: Flask, db: Session) -> None:
    """Load, add one, store, by eight threads at once: what the dossier lock must make right."""
    with writing() as session:
        session.add(Sample(id=UUID(int=1), small=0))

    errors: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(10):
                with app.app_context(), writing() as session:
                    lock(session, Sample.id, [UUID(int=1)])
                    row = session.scalars(select(Sample)).one()
                    row.small = (row.small or 0) + 1
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert db.scalars(select(Sample.small)).all() == [80]


def test_a_reader_goes_on_while_somebody_writes(app: Flask, db: Session) -> None:
    with writing() as session:
        session.add(Sample(id=UUID(int=1), text="oud"))
    seen: list[str | None] = []

    def read() -> None:
        with app.app_context(), reading() as other:
            seen.extend(other.scalars(select(Sample.text)))

    with writing() as session:
        session.scalars(select(Sample)).one().text = "nieuw"
        session.flush()
        thread = threading.Thread(target=read)
        thread.start()
        thread.join(timeout=5)
    assert seen == ["oud"]


def test_rows_that_were_read_stay_usable(db: Session) -> None:
    with writing() as session:
        session.add(Sample(id=UUID(int=1), text="ja"))
    with reading() as session:
        row = session.scalars(select(Sample)).one()
    assert not db.in_transaction()
    assert row.text == "ja"
    assert not db.in_transaction()


def test_a_reader_that_changes_something_is_told(db: Session) -> None:
    with pytest.raises(RuntimeError, match="use writing"), reading() as session:
        session.add(Sample(id=UUID(int=1)))
    assert db.scalars(select(Sample.id)).all() == []


def test_a_reader_inside_a_writer_ends_nothing(db: Session) -> None:
    with pytest.raises(ZeroDivisionError), writing() as session:
        session.add(Sample(id=UUID(int=1)))
        session.flush()
        with reading() as inner:
            assert inner.scalars(select(Sample.id)).all() == [UUID(int=1)]
        raise ZeroDivisionError
    assert db.scalars(select(Sample.id)).all() == []


def test_an_error_of_the_database_holds_no_values(db: Session) -> None:
    with pytest.raises(IntegrityError) as caught, writing() as session:
        session.execute(insert(Sample), [{"id": UUID(int=1), "text": "BSN 123456782"}])
        session.execute(insert(Sample), [{"id": UUID(int=1), "text": "BSN 123456782"}])
    assert "123456782" not in str(caught.value)
