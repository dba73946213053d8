"""Pull: what a device may read by assignment and does not hold yet, in pages, with what proves it
(docs/format.md § 7).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.access.service import Viewer
from server.core.undisturbed import undisturbed
from server.sync.pulling import cursors as spelling
from server.sync.pulling import load, told
from server.sync.pulling.plan import cursor_after, plan, to_check, to_find

PAGE = 1000
"""Entries in a page, over all scopes."""


@undisturbed()
def pull(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    epoch: UUID,
    cursors: Mapping[str, str | None],
    limit: int = PAGE,
) -> dict[str, Any]:
    """The next page for a device that holds its scopes up to `cursors` (scope name → cursor or null).

    Scopes of which nothing is new are left out; those it does not name yet come from 0; `lost` are those it
    named and may not read, whether or not they exist. At most eight queries, whatever the number of scopes
    and entries.
    """
    scopes = load.load_scopes(session, viewer, now)
    held = {name: spelling.read(text) for name, text in cursors.items()}
    digests = _digests(session, to_check(scopes, held))
    ranges = plan(scopes, held, digests, limit)
    digests |= _digests(session, to_find(ranges))
    full = [one for one in ranges if one.high > one.low]
    rows = load.load_entries(session, full) if full else []
    keys = {(row.scope, row.document) for row in rows if row.document is not None}
    documents = load.load_documents(session, keys) if keys else {}
    batches = load.load_batches(session, full) if full else []
    gaps = _by_scope(load.load_gaps(session, ranges)) if ranges else {}
    entries, sent = _by_scope(rows), _by_scope(batches)
    signers = load.load_signers(session, {one.signer for one in batches}, [one.id for one in scopes], now)
    return {
        "epoch": str(epoch),
        "scopes": {
            one.scope.name: told.scope(
                one,
                cursor_after(one, digests),
                entries.get(one.scope.id, []),
                documents,
                sent.get(one.scope.id, []),
                gaps.get(one.scope.id, []),
            )
            for one in ranges
        },
        "lost": sorted(cursors.keys() - {one.name for one in scopes}),
        "signers": [told.signer(row) for row in signers],
    }


def _digests(session: Session, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    return load.load_digests(session, places) if places else {}


def _by_scope(rows: Iterable[Any]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.scope].append(row)
    return groups
