"""One row without columns: what is joined to it from outside, and asked beside it, is one statement."""

from sqlalchemy import Subquery, literal, select

#: `select(…).select_from(ONE_ROW.outerjoin(table, condition))` has a row also where the table has none.
ONE_ROW: Subquery = select(literal(1).label("one")).subquery("one_row")
