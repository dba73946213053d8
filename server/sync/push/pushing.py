"""A push: each batch on its own, in the order of the message; what is wrong with one stops no other."""

from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

import structlog
from flask import g
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.core.database import among, writing
from server.core.problems import Problem
from server.core.undisturbed import undisturbed
from server.identity.viewer import Viewer
from server.operations.digests import unspell
from server.operations.receipt import Release, read_release
from server.operations.texts import TextRefused
from server.sync.acceptance.facts import lock_dossier
from server.sync.authority import Authority, NotOurs
from server.sync.models import Quarantine
from server.sync.push.envelope import Envelope, Offered, Signed
from server.sync.push.reading import check, read_text
from server.sync.push.receipts import Brought
from server.sync.push.taking import take
from server.sync.releasing import release
from server.sync.signers.ending import end_at, end_of
from server.sync.signers.known import KnownSigner, adopt, find_signer

log = structlog.get_logger(__name__)


class Refused(NamedTuple):
    """A batch of which nothing is stored; `have`: the newest number before it here, if that is why."""

    problem: Problem
    have: int | None


def push(authority: Authority, viewer: Viewer, envelope: Envelope, now: datetime) -> list[Signed | Refused]:
    """Take in what a device sends; the receipt of each batch, or why it is refused, in their order.

    Sending again is always safe. Each batch is a transaction of its own; not to be called inside `writing()`.
    """
    brought = Brought(authority, envelope.receipts)
    with undisturbed():
        results = [_one(authority, viewer, offered, envelope, brought, now) for offered in envelope.batches]
    _adopt_releases(authority, envelope.releases, now)
    return results


def _one(
    authority: Authority,
    viewer: Viewer,
    offered: Offered,
    envelope: Envelope,
    brought: Brought,
    now: datetime,
) -> Signed | Refused:
    """One batch; an error of ours stops this one alone and is told as such."""
    for last_try in (False, True):
        try:
            with writing() as session:
                return _take(session, authority, viewer, offered, envelope, brought, now)
        except Problem as problem:
            return Refused(problem, problem.details.get("have"))
        except (
            OperationalError,
            IntegrityError,
        ) as error:  # two at once made the same; now one of them is there
            log.warning("push.again", kind=type(error).__name__)
            if last_try:
                return Refused(Problem("busy", seconds=5), None)
        except Exception as error:
            log.exception("push.failed", kind=type(error).__name__)
            return Refused(Problem("internal", request=g.get("request_id")), None)
    raise AssertionError("the second try answers")


def _take(
    session: Session,
    authority: Authority,
    viewer: Viewer,
    offered: Offered,
    envelope: Envelope,
    brought: Brought,
    now: datetime,
) -> Signed:
    batch, signature, scope = read_text(offered)
    signer = _signer(session, authority, UUID(batch.signer), envelope, now)
    if signer.device != viewer.device:
        raise Problem("device-other", field="text")
    return take(session, authority, check(batch, signature, scope, offered, signer), brought, now)


def _signer(
    session: Session, authority: Authority, id: UUID, envelope: Envelope, now: datetime
) -> KnownSigner:
    """The signer of a batch, adopted if we vouched for it once, ended if its time is over."""
    found = find_signer(session, id)
    if found is None and adopt(session, authority, envelope.signers, id):
        found = find_signer(session, id)
    if found is None:
        raise Problem("signer-unknown", field="text", signer=str(id))
    if found.until is None:
        until = found.due if end_of(authority, id) is None else now
        if until is not None and until <= now:
            end_at(session, authority, id, until)
            return find_signer(session, id) or found
    return found


def _adopt_releases(authority: Authority, offered: list[Signed], now: datetime) -> None:
    """Let in again what this server, before it was restored, said to have released."""
    words: dict[tuple[str, str], tuple[str, bytes]] = {}
    for signed in offered:
        read = _ours(authority, signed)
        if read is not None:
            words[read.operation, read.scope] = (signed.text, signed.signature)
    if not words:
        return
    with writing() as session:
        query = select(Quarantine.dossier, Quarantine.id, Scope.name).join(
            Scope, Scope.id == Quarantine.scope
        )
        ids = sorted({unspell(operation) for operation, _ in words})
        rows = [tuple(row) for row in session.execute(query.where(among(session, Quarantine.id, ids)))]
    for dossier, group in groupby(sorted(rows, key=str), key=lambda row: row[0]):
        named = [row[1] for row in group]
        with writing() as session:
            if lock_dossier(session, dossier):
                which = Quarantine.id.in_(named)
                release(session, authority, dossier, which, now, words=_words(words))


def _words(words: dict[tuple[str, str], tuple[str, bytes]]) -> Callable[[str, str], tuple[str, bytes] | None]:
    return lambda operation, scope: words.get((operation, scope))


def _ours(authority: Authority, signed: Signed) -> Release | None:
    try:
        read = read_release(signed.text)
        authority.check(read.kid, read.text, signed.signature)
    except (TextRefused, NotOurs):
        return None
    return read
