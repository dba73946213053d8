"""Who did what and when, newest first: every operation that the folds have seen, replaced and withdrawn
ones too.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.service import Viewer, readable_scopes
from server.core import paging
from server.dossiers.families import FAMILIES
from server.dossiers.reading.authors import Authors, author, authors_of
from server.dossiers.reading.detail import require_dossier
from server.dossiers.reading.told import corrected_mark, moment
from server.operations.show import corrected, withdrawals
from server.operations.state import State

Item = tuple[int, str, dict[str, Any]]
"""Corrected time in ms, operation id, what is told; without the author's name."""


def timeline(
    session: Session,
    viewer: Viewer,
    now: datetime,
    dossier: UUID,
    *,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of what happened in a dossier; three queries. Raises
    `not-found`, `cursor-unknown`.

    Sorted by the device's time corrected by its offset, as people there lived it, then by id.
    """
    require_dossier(session, viewer, now, dossier)
    rows = session.execute(_rows(viewer, now, dossier)).all()
    states: list[State] = [orjson.loads(state) for _, _, state in rows]
    found = [
        item
        for (scope, entity, _), state in zip(rows, states, strict=True)
        for item in items_of(state, scope, str(UUID(bytes=entity) if isinstance(entity, bytes) else entity))
    ]
    found.sort(key=lambda item: (-item[0], item[1]))
    place = paging.read(after, paging.whole, paging.text)
    if place is not None:
        found = [item for item in found if (-item[0], item[1]) > (-place[0], place[1])]
    page = found[:limit]
    authors = authors_of(session, states)
    return {
        "items": [_signed(item, authors) for item in page],
        "after": paging.write(page[-1][0], page[-1][1]) if len(found) > limit else None,
    }


def _rows(viewer: Viewer, now: datetime, dossier: UUID) -> Any:
    allowed = readable_scopes(viewer, now)
    parts = []
    for family in FAMILIES.values():
        table = family.table.c
        parts.append(
            select(Scope.name, table.entity, table.state)
            .join(Scope, Scope.id == table.scope)
            .where(table.dossier == dossier, table.scope.in_(allowed))
        )
    return union_all(*parts)


def items_of(state: State, scope: str, entity: str) -> Iterator[Item]:
    """All operations of an entity, with what became of them. Pure."""
    marks = state["marks"]
    for name, register in state["registers"].items():
        replaced = set(register["replaced"])
        for id, seen in register["seen"].items():
            fields = {key: value for key, value in seen["fields"].items() if key != "place"}
            yield corrected(seen), id, {
                "id": id,
                "at": moment(corrected(seen)),
                "deviceTime": seen["at"],
                "offset": seen["offset"],
                "kind": seen["kind"],
                "scope": scope,
                "entity": entity,
                "register": name,
                "author": (seen["signer"], seen["agency"]),
                "place": seen["fields"].get("place"),
                "fields": fields,
                "replaced": id in replaced,
                "withdrawn": bool(withdrawals(id, register["seen"], marks)),
            }  # fmt: skip
    for marked, group in marks.items():
        for mark in group:
            yield corrected_mark(mark), mark["by"], {
                "id": mark["by"],
                "at": moment(corrected_mark(mark)),
                "deviceTime": mark["at"],
                "offset": mark["offset"],
                "kind": "withdraw",
                "scope": scope,
                "entity": entity,
                "register": None,
                "author": (mark["signer"], mark["agency"]),
                "place": None,
                "fields": {"id": marked, "reason": mark["reason"], "lost": mark.get("lost", False)},
                "replaced": False,
                "withdrawn": False,
            }  # fmt: skip


def _signed(item: Item, authors: Authors) -> dict[str, Any]:
    told = item[2]
    return {**told, "author": author(authors, *told["author"])}
