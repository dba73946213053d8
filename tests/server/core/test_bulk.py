"""`bulk` writes the same rows on both engines, whatever their types."""

from uuid import UUID

import pytest
from sqlalchemy import BigInteger, Boolean, Float, Integer, Table, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.core.clock import from_ms
from server.core.database import Base, Digest, Json, among, bulk, lock, writing


class Sample(Base):
    """A table with a column of every kind that `bulk` knows."""

    __tablename__ = "test_sample"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    hash: Mapped[bytes | None] = mapped_column(Digest)
    text: Mapped[str | None]
    big: Mapped[int | None] = mapped_column(BigInteger)
    small: Mapped[int | None] = mapped_column(Integer)
    yes: Mapped[bool | None] = mapped_column(Boolean)
    share: Mapped[float | None] = mapped_column(Float(53))
    state: Mapped[dict[str, object] | None] = mapped_column(Json)


TABLE = Sample.__table__
assert isinstance(TABLE, Table)


def row(n: int, text: str = "ja") -> tuple[object, ...]:
    return (UUID(int=n), bytes([n]) * 32, text, 2**53 - n, n, n % 2 == 0, n / 4, {"a": [n]})


def test_rows_come_back_as_they_were_written(db: Session) -> None:
    rows = [row(1, "één 'aanhaling' \"dubbel\" \\ {krul}, 🌱"), (UUID(int=2),) + (None,) * 7, row(3, "")]
    with writing() as session:
        assert bulk(session, TABLE, rows) == 3
    found = db.execute(select(TABLE).order_by(TABLE.c.id)).all()
    assert [tuple(one) for one in found] == rows


def test_a_uuid_may_be_given_as_its_bytes(db: Session) -> None:
    with writing() as session:
        bulk(session, TABLE, [(UUID(int=7).bytes, "x")], columns=["id", "text"])
    assert db.scalars(select(Sample.id)).all() == [UUID(int=7)]


def test_ignore_counts_only_what_is_new_and_changes_nothing(db: Session) -> None:
    with writing() as session:
        bulk(session, TABLE, [row(1, "eerst")])
        assert bulk(session, TABLE, [row(1, "later"), row(2, "nieuw")], "ignore") == 1
    assert db.scalars(select(Sample.text).order_by(Sample.id)).all() == ["eerst", "nieuw"]


def test_upsert_replaces_the_other_columns(db: Session) -> None:
    with writing() as session:
        bulk(session, TABLE, [row(1, "eerst")])
        assert bulk(session, TABLE, [row(1, "later"), row(2)], "upsert") == 2
    assert db.scalars(select(Sample.text).order_by(Sample.id)).all() == ["later", "ja"]


def test_a_duplicate_fails_a_plain_insert(db: Session) -> None:
    with pytest.raises(Exception, match=r"(?i)unique"), writing() as session:
        bulk(session, TABLE, [row(1), row(1)])
    assert db.scalars(select(Sample.id)).all() == []


def test_a_row_of_the_wrong_length_names_the_columns(db: Session) -> None:
    with pytest.raises(ValueError, match="needs 2 values: id, text"), writing() as session:
        bulk(session, TABLE, [(UUID(int=1),)], columns=["id", "text"])


def test_no_rows_is_no_statement(db: Session) -> None:
    with writing() as session:
        assert bulk(session, TABLE, []) == 0


@pytest.mark.parametrize("column", ["id", "hash", "text", "big", "small"])
def test_among_finds_exactly_the_values_given(db: Session, column: str) -> None:
    rows = [row(n, f"t{n}") for n in range(1, 40)]
    with writing() as session:
        bulk(session, TABLE, rows)
    position = [c.name for c in TABLE.columns].index(column)
    wanted = [one[position] for one in rows[::3]]
    found = db.scalars(select(Sample.id).where(among(db, getattr(Sample, column), wanted))).all()
    assert sorted(found) == [one[0] for one in rows[::3]]


def test_locking_answers_the_rows_that_exist(db: Session) -> None:
    with writing() as session:
        bulk(session, TABLE, [row(1), row(2), row(3)])
    with writing() as session:
        assert lock(session, Sample.id, {UUID(int=3), UUID(int=1), UUID(int=9)}) == [UUID(int=1), UUID(int=3)]


def test_a_reader_cannot_take_a_lock(db: Session) -> None:
    with pytest.raises(RuntimeError, match="outside writing"):
        lock(db, Sample.id, [UUID(int=1)])


def test_milliseconds_survive(db: Session) -> None:
    assert from_ms(1_764_064_800_123).isoformat() == "2025-11-25T10:00:00.123000+00:00"
