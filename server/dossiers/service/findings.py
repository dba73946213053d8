"""What a finding says at this moment, for whatever follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.dossiers.families.family import Entity, entity_of, text_of
from server.dossiers.models import Finding
from server.operations.show import corrected
from server.operations.state import Seen


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A finding as its owner has it. `said` is the owner's word that counts; None while there is none.

    `basis` are all operations the owner's word rests on, sorted: it changes when the finding is decided anew.
    """

    scope: int
    scope_name: str
    data_class: str
    dossier: UUID
    entity: UUID
    owner: UUID
    conflict: bool
    withdrawn: bool
    operation: str | None
    said: Seen | None
    basis: tuple[str, ...]
    decided: Sequence[dict[str, Any]]
    """Its follow-ups as acceptance resolved them."""
    at: int | None
    """Corrected device time of that word, in ms."""
    received: int | None

    @property
    def dismissed(self) -> bool:
        """The owner decided that it is none."""
        return self.said is not None and text_of(self.said, "decision") == "dismiss"

    @property
    def stands(self) -> bool:
        """Confirmed by its owner, undisputed, and a violation: only then anything new follows from it."""
        if self.said is None or self.conflict or self.dismissed:
            return False
        return (text_of(self.said, "kind") or "violation") == "violation"


def finding_facts(session: Session, scope: int, entity: UUID) -> FindingFacts | None:
    """The finding in this scope, or None. No right to read it: for jobs, which act for nobody."""
    row = session.execute(
        select(Finding, Scope.name, Scope.kind, Scope.data_class)
        .join(Scope, Scope.id == Finding.scope)
        .where(Finding.scope == scope, Finding.entity == entity)
    ).one_or_none()
    if row is None or row[0].owner is None:
        return None
    return facts_of(row[0], row[1], data_class_of(row[2], row[3]))


def data_class_of(kind: str, narrow: str | None) -> str:
    """The data class of a scope of this kind; an unknown one is as narrow as any."""
    return {"joint": "team", "agency": "agency"}.get(kind) or narrow or "unknown"


def facts_of(row: Finding, scope_name: str, data_class: str) -> FindingFacts:
    """Read a finding's row. Pure."""
    assert row.owner is not None
    entity = entity_of(orjson.loads(row.state), orjson.loads(row.decided))
    id, basis = _word_of_owner(entity, str(row.owner))
    said = entity.state["registers"][""]["seen"][id] if id is not None else None
    kept = entity.decided.get(id, {}) if id is not None else {}
    return FindingFacts(
        scope=row.scope,
        scope_name=scope_name,
        data_class=data_class,
        dossier=row.dossier,
        entity=row.entity,
        owner=row.owner,
        conflict=row.conflict,
        withdrawn=row.withdrawn,
        operation=id,
        said=said,
        basis=tuple(basis),
        decided=kept.get("follow_ups", ()),
        at=None if said is None else corrected(said),
        received=kept.get("received"),
    )


def _word_of_owner(entity: Entity, owner: str) -> tuple[str | None, list[str]]:
    """The operation that leads the owner's value, and all that the value rests on.

    Only the owning agency confirms a finding: in the joint part others may write on it, which is
    shown, but nothing follows from their word.
    """
    register = entity.state["registers"].get("")
    shown = entity.shown.get("")
    if register is None or shown is None:
        return None, []
    for value in shown["values"]:
        if register["seen"][value["lead"]]["agency"] == owner:
            return value["lead"], sorted({*value["ids"], *(value["keeps"] or [])})
    return None, []
