"""Where a batch stands in its signer's chain: new, known, forked, or resting on one that is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import BindParameter, Table, and_, bindparam, delete, exists, func, select
from sqlalchemy.orm import Session

from server.core.database import ONE_ROW, bulk
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
    """Find the place of a batch; one query, and few more where the chain has gaps or forks.

    Raises `predecessor-missing` with `have`, the newest number before it that is here.
    """
    batch = reading.batch
    rows = _near(session, reading, scope)
    near = {row.n: row.hash for row in rows if row.n is not None}
    has_forks, has_gaps, has_aside = map(bool, rows[0][:3])
    forks = _forks(session, reading, scope) if has_forks else {}
    if near.get(batch.n) == batch.hash:
        known = _kept(session, reading, scope, batch.n)
        return Place(receipt=Signed(known.receipt, known.receipt_signature))
    if batch.hash in forks:
        forked = forks[batch.hash]
        return Place(receipt=Signed(forked.receipt, forked.receipt_signature))
    if batch.n in near or unspell(batch.prev) in forks or not _fits(session, reading, scope, near):
        return Place(fork=True)
    within = _gap(session, reading, scope) if has_gaps else None
    if batch.n == 1 or batch.n - 1 in near:
        return Place(within=within, has_aside=has_aside)
    have = _newest_before(session, reading, scope)
    if not reading.gone:
        raise Problem("predecessor-missing", field="prev", have=have)
    return Place(within=within, after=have, has_aside=has_aside)


def _fits(session: Session, reading: Reading, scope: int, near: Mapping[int, bytes]) -> bool:
    """Whether it names what stands before it, and is named by what stands after it, where that is here."""
    batch = reading.batch
    if batch.n + 1 in near:
        following = read_batch(_kept(session, reading, scope, batch.n + 1).text)
        if following.prev != batch.id:
            return False
    if batch.n == 1:
        return batch.prev == hash_text(reading.signer.text)
    return near.get(batch.n - 1, unspell(batch.prev)) == unspell(batch.prev)


_SIGNER: BindParameter[Any] = bindparam("signer")
_SCOPE: BindParameter[Any] = bindparam("scope")
_AROUND = and_(
    Batch.signer == _SIGNER,
    Batch.scope == _SCOPE,
    Batch.n.between(bindparam("before"), bindparam("following")),
)
_NEAR = select(
    *(exists().where(table.signer == _SIGNER, table.scope == _SCOPE) for table in (Fork, Gap, Quarantine)),
    *(Batch.n, Batch.hash),
).select_from(ONE_ROW.outerjoin(Batch, _AROUND))


def _near(session: Session, reading: Reading, scope: int) -> Sequence[Any]:
    """Number and hash of the batch of that number and of those beside it; one row without any where none is.

    Each row begins with whether the chain has forks or gaps, and its signer anything set aside: mostly not,
    so it is asked along.
    """
    n = reading.batch.n
    asked = {"signer": reading.signer.id, "scope": scope, "before": n - 1, "following": n + 1}
    return session.connection().execute(_NEAR, asked).all()


def _kept(session: Session, reading: Reading, scope: int, n: int) -> Any:
    """Text and receipt of a batch that is here; they are long, and mostly nobody asks for them."""
    query = select(Batch.text, Batch.receipt, Batch.receipt_signature)
    return session.execute(
        query.where(Batch.signer == reading.signer.id, Batch.scope == scope, Batch.n == n)
    ).one()


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
