"""Where a batch stands in its signer's chain: new, known, forked, or resting on one that is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, exists, func, select
from sqlalchemy.orm import Session

from server.core.database import bulk
from server.core.problems import Problem
from server.operations.batch import read_batch
from server.operations.digests import hash_text, unspell
from server.sync.models import Batch, Fork, Gap, Quarantine
from server.sync.push.envelope import Signed
from server.sync.push.reading import Reading


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a batch.

    `receipt` is the stored one of a batch that is known. `fork`: it does not fit. `within` is the gap that it
    comes into late, first and last number; `after` the newest number before it, when what is between is gone.
    `has_aside`: something of its signer is set aside in this scope, and may come again.
    """

    receipt: Signed | None = None
    fork: bool = False
    within: tuple[int, int] | None = None
    after: int | None = None
    has_aside: bool = False


def place(session: Session, reading: Reading, scope: int) -> Place:
    """Find the place of a batch; two queries, and few more where the chain has gaps or forks.

    Raises `predecessor-missing` with `have`, the newest number before it that is here.
    """
    batch = reading.batch
    near = _near(session, reading, scope)
    has_forks, has_gaps, has_aside = _oddities(session, reading, scope)
    forks = _forks(session, reading, scope) if has_forks else {}
    known = near.get(batch.n)
    if known is not None and known.hash == batch.hash:
        return Place(receipt=Signed(known.receipt, known.receipt_signature))
    if batch.hash in forks:
        forked = forks[batch.hash]
        return Place(receipt=Signed(forked.receipt, forked.receipt_signature))
    if known is not None or unspell(batch.prev) in forks or not _fits(reading, near):
        return Place(fork=True)
    within = _gap(session, reading, scope) if has_gaps else None
    if batch.n == 1 or batch.n - 1 in near:
        return Place(within=within, has_aside=has_aside)
    have = _newest_before(session, reading, scope)
    if not reading.gone:
        raise Problem("predecessor-missing", field="prev", have=have)
    return Place(within=within, after=have, has_aside=has_aside)


def _fits(reading: Reading, near: Mapping[int, Any]) -> bool:
    """Whether it names what stands before it, and is named by what stands after it, where that is here."""
    batch = reading.batch
    before, following = near.get(batch.n - 1), near.get(batch.n + 1)
    if following is not None and read_batch(following.text).prev != batch.id:
        return False
    if batch.n == 1:
        return batch.prev == hash_text(reading.signer.text)
    return before is None or bool(before.hash == unspell(batch.prev))


_NEAR = select(Batch.n, Batch.hash, Batch.text, Batch.receipt, Batch.receipt_signature).where(
    Batch.signer == bindparam("signer"),
    Batch.scope == bindparam("scope"),
    Batch.n.between(bindparam("before"), bindparam("following")),
)
_ODDITIES = select(
    *(
        exists().where(table.signer == bindparam("signer"), table.scope == bindparam("scope"))
        for table in (Fork, Gap, Quarantine)
    )
)


def _near(session: Session, reading: Reading, scope: int) -> dict[int, Any]:
    n = reading.batch.n
    asked = {"signer": reading.signer.id, "scope": scope, "before": n - 1, "following": n + 1}
    return {row.n: row for row in session.connection().execute(_NEAR, asked)}


def _oddities(session: Session, reading: Reading, scope: int) -> tuple[bool, bool, bool]:
    """Whether the chain has forks or gaps, and its signer anything set aside: mostly not, so asked in one."""
    row = session.connection().execute(_ODDITIES, {"signer": reading.signer.id, "scope": scope}).one()
    return bool(row[0]), bool(row[1]), bool(row[2])


def _forks(session: Session, reading: Reading, scope: int) -> dict[bytes, Any]:
    query = select(Fork.hash, Fork.receipt, Fork.receipt_signature)
    mine = query.where(Fork.signer == reading.signer.id, Fork.scope == scope)
    named = (reading.batch.hash, unspell(reading.batch.prev))
    return {row.hash: row for row in session.execute(mine.where(Fork.hash.in_(named)))}


def _gap(session: Session, reading: Reading, scope: int) -> tuple[int, int] | None:
    n = reading.batch.n
    query = select(Gap.first, Gap.last).where(Gap.signer == reading.signer.id, Gap.scope == scope)
    row = session.execute(query.where(Gap.first <= n, Gap.last >= n)).one_or_none()
    return None if row is None else (row.first, row.last)


def _newest_before(session: Session, reading: Reading, scope: int) -> int:
    newest = select(func.max(Batch.n)).where(Batch.signer == reading.signer.id, Batch.scope == scope)
    return session.scalar(newest.where(Batch.n < reading.batch.n)) or 0


def keep_gaps(session: Session, reading: Reading, scope: int, place: Place, now: datetime) -> None:
    """Shrink the gap that a late batch comes into, and note the one that lies before it."""
    n, signer = reading.batch.n, reading.signer.id
    ranges = set() if place.after is None else {(place.after + 1, n - 1)}
    if place.within is not None:
        first, last = place.within
        mine = delete(Gap).where(Gap.signer == signer, Gap.scope == scope)
        session.execute(mine.where(Gap.first == first))
        ranges |= {(first, n - 1), (n + 1, last)}
    rows = [(signer, scope, first, last, now) for first, last in sorted(ranges) if first <= last]
    bulk(session, cast(Table, Gap.__table__), rows, "upsert")
