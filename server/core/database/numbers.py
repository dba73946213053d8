"""Whole numbers as a table to join with, in a statement whose text does not depend on how many there are.

A list written into a statement makes a new statement for every length: it is compiled, sent and planned anew.
A statement over such a table is built once, and PostgreSQL keeps its plan.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import BigInteger, FromClause, bindparam, column, func, select, type_coerce
from sqlalchemy import types as sql
from sqlalchemy.orm import Session

from server.core.database import arrays
from server.core.database.locks import is_postgresql

_ROWS = "numbers"


def numbers_table(postgresql: bool, *names: str) -> FromClause:
    """The table, with these columns; its rows are the parameters that `numbers_given` makes."""
    if postgresql:
        columns = [bindparam(f"{_ROWS}_{name}", type_=sql.NULLTYPE) for name in names]
        shape = [column(name, BigInteger) for name in names]
        return func.unnest(*columns).table_valued(*shape, name=_ROWS).render_derived()
    rows = func.json_each(bindparam(_ROWS, type_=sql.Text())).table_valued("value", name=_ROWS)
    parts = [func.json_extract(rows.c.value, f"$[{at}]") for at in range(len(names))]
    typed = [type_coerce(part, BigInteger).label(name) for part, name in zip(parts, names, strict=True)]
    return select(*typed).cte(f"{_ROWS}_given")


def numbers_given(session: Session, names: Sequence[str], rows: Iterable[Sequence[int]]) -> dict[str, Any]:
    """The parameters of a statement over `numbers_table(…, *names)`: a number for each name in every row."""
    if not is_postgresql(session):
        return {_ROWS: orjson.dumps(list(rows)).decode()}
    given = list(zip(*rows, strict=True)) or [()] * len(names)
    return {f"{_ROWS}_{name}": arrays.bigints(one) for name, one in zip(names, given, strict=True)}
