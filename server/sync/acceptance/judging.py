"""Judging the operations of one signer in one scope, all together: the schema is asked once for each kind."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from sqlalchemy.orm import Session

from server.access.service import ScopeName, open_unplanned
from server.checklists.service import Library
from server.core.clock import from_ms
from server.operations.instants import within
from server.operations.operation import Operation
from server.operations.schemas import misfits
from server.sync.acceptance import facts as known
from server.sync.acceptance.facts import Facts
from server.sync.acceptance.item import Item
from server.sync.acceptance.rules import (
    AFTER_SCHEMA,
    BEFORE_SCHEMA,
    TRUSTED,
    Rule,
    family_drawn,
    frozen_at,
    opens,
    place,
    unknown_kind,
)
from server.sync.signers.known import KnownSigner

LONGEST_KIND = 64
"""Letters of the longest name of a kind that anything waits for; no release will ever have a longer one."""


class Judged(Struct, frozen=True):
    """What judging leaves beside the items: the lists in hand, whether the dossier is here or made now."""

    library: Library
    dossier_known: bool
    made: bool


def judge(
    session: Session,
    items: Sequence[Item],
    *,
    signer: KnownSigner,
    scope: ScopeName,
    dossier: UUID,
    dossier_known: bool,
    now: datetime,
    waived: frozenset[str] = frozenset(),
    trusted: bool = False,
) -> Judged:
    """Set `reason` and `missing` of each item that is not accepted; a `dossier.open` that is makes it.

    An item that has a reason already keeps it. `waived` reasons do not count; `trusted` operations were
    accepted here before. At most ten queries, whatever the number of items, and a few more where a dossier is
    opened. The caller holds its lock.
    """
    operations = [item.operation for item in items]
    library = known.load_library(session, operations)
    facts = Facts(
        scope=scope,
        scope_name=str(scope),
        dossier=dossier,
        dossier_known=dossier_known,
        signer=signer,
        rights=known.load_rights(session, signer, dossier),
        library=library,
        opened=known.load_opened(session, signer.agency, library),
        teams=known.load_teams(session, signer, operations),
        dossier_id=str(dossier),
        signer_id=str(signer.id),
        visit=known.load_visit(session, dossier, operations) if dossier_known else None,
        founders={} if trusted else known.load_founders(session, scope, _drawn(operations)),
        waived=waived,
        trusted=trusted,
    )
    if not trusted:
        _apply(BEFORE_SCHEMA, items, facts)
        _apply_schema(items)
    made = False
    if not dossier_known and _open(session, items, facts, now):
        made = facts.dossier_known = True
        facts.rights = known.load_rights(session, signer, dossier)
    if trusted:
        _apply(TRUSTED, items, facts)
    else:
        places = [
            place(item.operation, facts) if item.reason is None and item.operation is not None else None
            for item in items
        ]
        for stage in AFTER_SCHEMA:
            if stage.by_place:
                _apply_by_place(stage.rules, items, places, facts)
            else:
                _apply(stage.rules, items, facts)
    for item in items:
        item.missing = waits_for(item.reason, item) if item.reason is not None else None
    return Judged(library, facts.dossier_known, made)


def _drawn(operations: Sequence[Operation | None]) -> list[tuple[str, str]]:
    """Family and entity of the operations on what somebody drew an id for."""
    families = ((family_drawn(one), one.head.entity) for one in operations if one is not None)
    return [(family, entity) for family, entity in families if family is not None]


def _apply(rules: Sequence[Rule], items: Sequence[Item], facts: Facts) -> None:
    for item in items:
        if item.reason is None and item.operation is not None:
            item.reason = _first(rules, item.operation, facts)


Places = Sequence[tuple[object, ...] | None]


def _apply_by_place(rules: Sequence[Rule], items: Sequence[Item], places: Places, facts: Facts) -> None:
    known: dict[tuple[object, ...] | None, str | None] = {}
    for item, here in zip(items, places, strict=True):
        if item.reason is not None or item.operation is None:
            continue
        if here not in known:
            known[here] = _first(rules, item.operation, facts)
        item.reason = known[here]


def _first(rules: Sequence[Rule], operation: Operation, facts: Facts) -> str | None:
    """The reason of the first rule that speaks against an operation."""
    for rule in rules:
        reason = rule(operation, facts)
        if reason is not None and reason not in facts.waived:
            return reason
    return None


def _apply_schema(items: Sequence[Item]) -> None:
    by_kind: dict[str, list[Item]] = {}
    for item in items:
        if item.reason is None and item.operation is not None:
            by_kind.setdefault(item.operation.head.kind, []).append(item)
    for kind, group in by_kind.items():
        values = [item.operation.values for item in group if item.operation is not None]
        for at in misfits(kind, values):
            group[at].reason = "schema"


def _open(session: Session, items: Sequence[Item], facts: Facts, now: datetime) -> bool:
    """Make the dossier that an operation opens; the first of them, should there be several."""
    opening = (item.operation for item in items if item.reason is None and item.operation is not None)
    first = next((operation for operation in opening if opens(operation, facts)), None)
    if first is None:
        return False
    site = first.values["site"]
    open_unplanned(
        session,
        dossier=facts.dossier,
        action=UUID(first.values["action"]),
        team=UUID(first.values["team"]),
        site=None if site is None else UUID(site),
        frozen=_moment(first),
        now=now,
    )
    return True


def _moment(operation: Operation) -> datetime:
    return from_ms(within(frozen_at(operation)))


def waits_for(reason: str, item: Item) -> str | None:
    """What would let it in by itself, as a key: a dossier, a checklist version, a kind or a version."""
    if reason == "version_unknown":
        return item.missing
    if item.operation is None:
        return None
    head, values = item.operation.head, item.operation.values
    if reason == "dossier_unknown":
        return f"dossier:{head.dossier}"
    if reason == "kind_unknown":
        unknown = unknown_kind(item.operation) or head.kind
        return f"kind:{unknown}" if len(unknown) <= LONGEST_KIND else None
    if reason == "checklist_unknown":
        return f"checklist:{values['checklist']}@{values['version']}"
    return None
