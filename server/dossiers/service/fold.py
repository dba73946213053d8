"""Load – fold – store: what was accepted becomes rows, in a constant number of statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.clock import to_ms
from server.core.database import among, bulk
from server.dossiers.families import FAMILIES, Family
from server.dossiers.families.family import entity_of, first
from server.dossiers.service.accepted import Accepted
from server.dossiers.service.effects import request_effects
from server.operations.fold import apply, family_of
from server.operations.forms import uuid_bytes
from server.operations.instants import parse, within
from server.operations.state import State, empty

Key = tuple[int, bytes]
"""Scope and entity, the entity as its 16 bytes: quick to sort and to find."""

WriteMode = Literal["ignore", "upsert"]
_COMMON = ("scope", "entity", "dossier", "conflict", "at", "agency", "withdrawn", "state")


class Folding(NamedTuple):
    """An entity while it is folded: its state, and what is kept of the acceptance of its operations."""

    state: State
    decided: dict[str, Any]


def fold(session: Session, dossier: UUID, accepted: Sequence[Accepted], now: datetime) -> None:
    """Fold operations of one dossier into its tables; for each family touched one to three statements.

    The caller holds the dossier's lock and has the operations stored in the same transaction. Their order
    does not matter, and folding one twice changes nothing. Findings that are touched get a job
    `follow_ups.finding` {scope, entity}, replies one `follow_ups.reply` {scope, entity}. Raises
    `KindUnknown`.
    """
    store(session, dossier, accepted)
    request_effects(session, accepted, now)


def store(session: Session, dossier: UUID, accepted: Sequence[Accepted]) -> None:
    """The fold without its effects in other places; what a rebuild runs.

    Of entities that are most likely new, rows are written as if they were: only where some were here already,
    all are loaded, and folded onto. Folding twice what was just written changes nothing.
    """
    for name, group in sorted(_by_family(accepted).items()):
        family = FAMILIES[name]
        before: dict[Key, Folding] = {}
        if not any(map(_follows, group)):
            folded = fold_family(family, group, before)
            if _write(session, family, dossier, folded, "ignore") == len(folded):
                continue
        before = _load(session, family, group)
        _write(session, family, dossier, fold_family(family, group, before), "upsert")


def _follows(accepted: Accepted) -> bool:
    """Whether its entity is most likely here: it rests on something, takes it back, or is of the visit."""
    head = accepted.operation.head
    return bool(head.base) or head.kind == "withdraw" or head.entity == head.dossier


def _write(
    session: Session, family: Family, dossier: UUID, folded: Mapping[Key, Folding], mode: WriteMode
) -> int:
    """Write the rows of entities, in the order of their keys; answer how many were written."""
    rows = [row_of(family, key, dossier, folded[key]) for key in sorted(folded)]
    return bulk(session, family.table, rows, mode, columns=names_of_row(family))


def fold_family(
    family: Family, accepted: Iterable[Accepted], before: dict[Key, Folding]
) -> dict[Key, Folding]:
    """The entities of one family that `accepted` touches, folded onto what was there. Pure."""
    after: dict[Key, Folding] = {}
    for operation, scope, received, decided in accepted:
        key = (scope, uuid_bytes(operation.head.entity))
        held = after.get(key) or before.get(key) or Folding(empty(), {})
        kept = held.decided
        if family.keeps:
            kept = {**kept, operation.id: {"received": to_ms(received), **_follow_ups(decided)}}
        after[key] = Folding(apply(held.state, operation), kept)
    return after


def _follow_ups(decided: Any) -> dict[str, Any]:
    return {"follow_ups": decided["follow_ups"]} if "follow_ups" in decided else {}


def _by_family(accepted: Sequence[Accepted]) -> dict[str, list[Accepted]]:
    groups: dict[str, list[Accepted]] = {}
    for one in accepted:
        groups.setdefault(family_of(one.operation), []).append(one)
    return groups


def _load(session: Session, family: Family, accepted: Sequence[Accepted]) -> dict[Key, Folding]:
    table = family.table.c
    entities = {uuid_bytes(one.operation.head.entity) for one in accepted}
    scopes = sorted({one.scope for one in accepted})
    kept = [table.decided] if family.keeps else []
    query = select(table.scope, table.entity, table.state, *kept).where(
        table.scope.in_(scopes), among(session, table.entity, entities)
    )
    return {
        (row[0], row[1].bytes): Folding(orjson.loads(row[2]), orjson.loads(row[3]) if kept else {})
        for row in session.execute(query)
    }


def names_of_row(family: Family) -> tuple[str, ...]:
    """The columns of a family's table, in the order of `row_of`."""
    return (*_COMMON, *family.columns, *(("decided",) if family.keeps else ()))


def row_of(family: Family, key: Key, dossier: UUID, folding: Folding) -> tuple[Any, ...]:
    """The row of an entity, its values as `bulk` takes them. Pure."""
    entity = entity_of(*folding)
    author = first(entity)
    main = entity.shown.get("")
    common = (
        *key,
        dossier,
        any(shown["conflict"] for shown in entity.shown.values()),
        _latest(folding.state),
        uuid_bytes(author["agency"]) if author is not None else None,
        main is not None and main["withdrawnBy"] is not None,
        dump(folding.state),
    )
    kept = (dump(folding.decided),) if family.keeps else ()
    return (*common, *family.values(entity), *kept)


def _latest(state: State) -> int:
    """Corrected time in ms of the latest operation seen, withdrawals too; of the years 1 to 9999."""
    said: list[Any] = [one for register in state["registers"].values() for one in register["seen"].values()]
    said += [mark for marks in state["marks"].values() for mark in marks]
    return within(max([parse(one["at"]) + one["offset"] for one in said]))


def dump(value: Any) -> str:
    """JSON with sorted keys: equal values give equal texts, so that a rebuild can be compared."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
