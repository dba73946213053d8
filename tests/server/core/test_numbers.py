"""Whole numbers as a table: what is given is what is joined with, and the statement stays the same."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import is_postgresql, numbers_given, numbers_table
from tests.counting import counted

NAMES = ("low", "high")


@pytest.mark.parametrize("rows", [[], [(1, 2)], [(-1, 2**53), (0, 0), (0, 0), (2**62, -(2**62))]])
def test_the_rows_given_are_the_rows_of_the_table(db: Session, rows: list[tuple[int, int]]) -> None:
    table = numbers_table(is_postgresql(db), *NAMES)
    found = db.execute(select(table.c.low, table.c.high), numbers_given(db, NAMES, rows)).all()
    assert [tuple(row) for row in found] == rows


def test_the_statement_is_the_same_however_many_rows_are_given(db: Session) -> None:
    table = numbers_table(is_postgresql(db), *NAMES)
    with counted() as statements:
        for number in (0, 1, 500):
            db.execute(select(table.c.low), numbers_given(db, NAMES, [(1, 1)] * number)).all()
    assert len(statements) == 3 and len(set(statements)) == 1
