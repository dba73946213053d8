"""Operations as push leaves them in the database: rows of batch, operation and entry, without judging
anything.

For tests and measures of what reads them. What push itself does is tested with push.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.service import ensure_scope
from server.core.database import bulk
from server.identity.models import Signer
from server.operations.digests import digest
from server.operations.head import read_head
from server.sync.entries import Entry, number
from server.sync.models import Batch, Operation
from tests.factories.record import Author, Wire

RECEIVED = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def enrol(session: Session, author: Author) -> None:
    """Make an author known as a signer."""
    session.add(
        Signer(
            id=UUID(author.id),
            member=UUID(author.member),
            agency=UUID(author.agency),
            device=UUID(author.device),
            key=author.key,
            text=author.text,
            signature=b"\1" * 64,
            registered=RECEIVED,
        )
    )
    session.flush()


def store(session: Session, author: Author, scope: str, wires: Sequence[Wire], *, accepted: int = -1) -> int:
    """Store a batch of one scope; the first `accepted` of its operations as accepted (default: all).

    Answers the number of the scope. Inside `writing()`.
    """
    scope_id = ensure_scope(session, scope)
    sent = author.batch(scope, wires)
    taken = wires if accepted < 0 else wires[:accepted]
    entries = [Entry(operation=digest(wire.head)) for wire in taken]
    last = session.get_one(Scope, scope_id, populate_existing=True).last
    numbered = number(session, {scope_id: entries})[scope_id] if entries else None
    hash = digest(sent["text"])
    n = len(author.chains[scope]) - 1
    first, final = (numbered.first, numbered.last) if numbered else (last + 1, last + 1)
    row = (
        UUID(author.id),
        scope_id,
        n,
        hash,
        sent["text"],
        b"\2" * 64,
        RECEIVED,
        "{}",
        b"\3" * 64,
        first,
        final,
    )
    bulk(session, cast(Table, Batch.__table__), [row])
    bulk(session, cast(Table, Operation.__table__), [_row(scope_id, hash, wire) for wire in taken])
    session.expire_all()
    return scope_id


def _row(scope: int, batch: bytes, wire: Wire) -> tuple[object, ...]:
    head = read_head(wire.head)
    return (
        UUID(head.dossier),
        scope,
        digest(wire.head),
        UUID(head.signer),
        head.kind,
        UUID(head.entity),
        head.moment,
        head.offset,
        RECEIVED,
        batch,
        wire.head,
        "\n".join(wire.fields),
        None,
    )
