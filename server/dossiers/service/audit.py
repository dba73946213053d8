"""Reads of class scopes are written down before they are answered (Wpg art. 32a); here by the names in an
answer.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from server.access.service import Viewer, log_class_reads, scope_ids
from server.core.database import writing


def log_reads(viewer: Viewer, names: Collection[str], what: str, now: datetime) -> None:
    """Write down which class scopes are about to be told; a transaction of its own, none when there is none.

    `what` names the route. To be called after the read, before the answer.
    """
    of_class = sorted({name for name in names if name.startswith("class:")})
    if not of_class:
        return
    with writing() as session:
        log_class_reads(session, viewer, list(scope_ids(session, of_class).values()), what, now)


def names_in(body: Mapping[str, Any]) -> Iterator[str]:
    """The names of the scopes of which a page of dossiers tells something."""
    for part in body.values():
        if isinstance(part, list):
            yield from (one["scope"] for one in part if isinstance(one, dict) and "scope" in one)
