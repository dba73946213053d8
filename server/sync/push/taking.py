"""Taking one batch in: one transaction, a constant number of statements, a receipt stored with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table
from sqlalchemy.orm import Session

from server.access.service import ensure_scopes
from server.core.clock import from_wire, to_ms
from server.core.database import bulk
from server.core.jobs import Ask, enqueue
from server.operations.kinds import KINDS
from server.operations.receipt import ACCEPTED, DUPLICATE, QUARANTINED, Fate, Receipt
from server.sync.acceptance.facts import lock_dossier
from server.sync.acceptance.item import Item
from server.sync.acceptance.judging import Judged, judge
from server.sync.acceptance.storing import accept, accepted_before, set_aside, take_in, waiting_already
from server.sync.authority import Authority
from server.sync.entries import Entry, number
from server.sync.models import Batch, Fork
from server.sync.push.chain import keep_gaps, place
from server.sync.push.envelope import Signed
from server.sync.push.reading import Reading
from server.sync.push.receipts import Brought, fates_of, issue
from server.sync.releasing import release_waiting


def take(session: Session, authority: Authority, reading: Reading, brought: Brought, now: datetime) -> Signed:
    """Store a batch once and say what became of each operation; the same batch again gets the same receipt.

    Every operation ends as accepted, duplicate or quarantined; none is dropped and none stops the others.
    Inside `writing()`. Raises `predecessor-missing`, with nothing stored.
    """
    dossier_known = lock_dossier(session, reading.dossier)
    scope = ensure_scopes(session, [reading.scope])[reading.batch.scope]
    where = place(session, reading, scope)
    if where.receipt is not None:
        return where.receipt
    held = brought.of(reading.batch)
    fork = where.fork or (held is not None and any(fate.reason == "fork" for fate in held[0].fates))
    if fork and held is None:
        return _keep_fork(session, authority, reading, scope, now)
    if held is not None:
        _believe(reading.items, held[0])
    judged = judge(
        session,
        reading.items,
        signer=reading.signer,
        scope=reading.scope,
        dossier=reading.dossier,
        dossier_known=dossier_known,
        now=now,
        trusted=held is not None,
    )
    come = {f"dossier:{reading.dossier}"} if judged.made else set()
    if held is not None:
        come |= _come_by_now(reading.items, held[0], judged)
    received = now if held is None else from_wire(held[0].received)
    for item in reading.items:
        item.batch, item.received = reading.batch.hash, to_ms(received)
    fates = _store(session, reading, scope, judged, where.has_aside, now)
    told = Signed(held[0].text, held[1]) if held else issue(authority, reading.batch, received, fates)
    if not fork and (where.within is not None or where.after is not None):
        keep_gaps(session, reading, scope, where, now)
    _number(session, reading, scope, received, fates, told, fork=fork)
    for missing in sorted(come):
        release_waiting(session, authority, missing, reading.dossier, now)
    return told


def _believe(items: Sequence[Item], receipt: Receipt) -> None:
    """Take over what a receipt of ours set aside: this server, restored, may know less now than it did then.

    Only what it said to have accepted is judged, as trusted: it is, or it waits for what is missing now.
    """
    fates = fates_of(receipt)
    for item in items:
        fate = fates[item.id]
        if fate.fate == QUARANTINED and fate.reason is not None:
            item.reason = fate.reason


def _come_by_now(items: Sequence[Item], receipt: Receipt, judged: Judged) -> set[str]:
    """What operations were set aside for then and is here now."""
    fates = fates_of(receipt)
    aside = (item.missing for item in items if fates[item.id].fate == QUARANTINED)
    return {missing for missing in aside if missing is not None and _is_here(missing, judged)}


def _is_here(missing: str, judged: Judged) -> bool:
    what, _, name = missing.partition(":")
    if what == "checklist":
        code, _, version = name.partition("@")
        return (code, version) in judged.library.contents
    return name in KINDS if what == "kind" else what == "dossier" and judged.dossier_known


def _store(
    session: Session, reading: Reading, scope: int, judged: Judged, has_aside: bool, now: datetime
) -> list[Fate]:
    """Store the operations of a batch and answer their fates, in its order."""
    good = [item for item in reading.items if item.reason is None]
    bad = [item for item in reading.items if item.reason is not None]
    dossier, signer = reading.dossier, reading.signer
    new = accept(
        session,
        good,
        dossier=dossier,
        scope=scope,
        library=judged.library,
        now=now,
    )
    old = accepted_before(session, dossier, scope, [item.hash for item in bad])
    aside = [item for item in bad if item.hash not in old]
    set_aside(session, aside, dossier=dossier, scope=scope, signer=signer)
    if has_aside:
        take_in(session, scope, new)
    reasons = {item.hash: item.reason for item in aside}
    return [_fate(item, new, reasons) for item in reading.items]


def _fate(item: Item, new: set[bytes], reasons: dict[bytes, str | None]) -> Fate:
    if item.hash in reasons:
        return Fate(item.id, QUARANTINED, reasons[item.hash])
    return Fate(item.id, ACCEPTED if item.hash in new else DUPLICATE, None)


def _number(
    session: Session,
    reading: Reading,
    scope: int,
    received: datetime,
    fates: Sequence[Fate],
    told: Signed,
    *,
    fork: bool,
) -> None:
    """Give the accepted operations their entries, in the batch's order; store the batch with its receipt."""
    fresh = [
        Entry(operation=item.hash)
        for item, fate in zip(reading.items, fates, strict=True)
        if fate.fate == ACCEPTED
    ]
    numbered = number(session, {scope: fresh})[scope]
    batch, signer = reading.batch, reading.signer.id
    kept = (batch.text, reading.signature, received, *told)
    if fork:
        told_once = any(fate.reason != "fork" for fate in fates)
        first = numbered.first if told_once else None
        forked = (batch.hash, signer, scope, batch.n, *kept, first)
        bulk(session, cast(Table, Fork.__table__), [forked], "insert")
        return
    row = (signer, scope, batch.n, batch.hash, *kept, numbered.first, numbered.last)
    bulk(session, cast(Table, Batch.__table__), [row], "insert")


def _keep_fork(session: Session, authority: Authority, reading: Reading, scope: int, now: datetime) -> Signed:
    """Keep a batch that does not fit its chain, by its hash; an alarm is raised that blames nobody."""
    batch, dossier = reading.batch, reading.dossier
    old = accepted_before(session, dossier, scope, [item.hash for item in reading.items])
    aside = [item for item in reading.items if item.hash not in old]
    for item in aside:
        item.reason, item.missing, item.batch, item.received = "fork", None, batch.hash, to_ms(now)
    waiting = waiting_already(session, scope, reading.signer.id, [item.hash for item in aside])
    fresh = [item for item in aside if item.hash not in waiting]
    set_aside(session, fresh, dossier=dossier, scope=scope, signer=reading.signer)
    fates = [_fate(item, set(), {one.hash: one.reason for one in aside}) for item in reading.items]
    told = issue(authority, batch, now, fates)
    row = (batch.hash, reading.signer.id, scope, batch.n, batch.text, reading.signature, now, *told, None)
    bulk(session, cast(Table, Fork.__table__), [row], "insert")
    alarm = {"signer": batch.signer, "scope": str(scope)}
    enqueue(session, now, Ask("sync.fork", alarm, key=f"sync.fork|{batch.signer}|{scope}"))
    return told
