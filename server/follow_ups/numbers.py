"""Numbers of follow-ups: each agency counts for itself, so that a number tells nothing of others."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from server.core.database import bulk
from server.follow_ups.models import Counter


def next_numbers(session: Session, receivers: Sequence[UUID], year: int) -> list[str]:
    """A number for each receiver, in order, as OPV-2026-0001; an agency may stand there more than once.

    Counters are locked in the order of their agencies until the transaction ends.
    """
    agencies = sorted(set(receivers))
    if not agencies:
        return []
    bulk(session, cast(Table, Counter.__table__), [(one, year, 0) for one in agencies], "ignore")
    query = select(Counter).where(Counter.year == year, Counter.agency.in_(agencies))
    counters = {row.agency: row for row in session.scalars(query.order_by(Counter.agency).with_for_update())}
    numbers = []
    for agency in receivers:
        counters[agency].last += 1
        numbers.append(f"OPV-{year}-{counters[agency].last:04d}")
    session.flush()
    return numbers
