"""Findings: decisions on proposals, and findings without a question."""

from typing import Any
from uuid import UUID

from server.dossiers.families.family import Entity, Family, first, text_of, uuid_of
from server.dossiers.models import Finding
from server.operations.show import corrected, is_resolution
from server.operations.state import State

_COLUMNS = (
    "owner", "checklist", "version", "instance", "question", "rule", "title", "severity", "kind", "decision",
)  # fmt: skip


def owner_of(state: State) -> UUID | None:
    """The agency that alone confirms a finding: of a free one its author's, of a proposal the deciding
    one.
    """
    register = state["registers"].get("")
    if register is None:
        return None
    seen = register["seen"]
    own = [id for id in seen if not is_resolution(seen[id])]
    added = [id for id in own if seen[id]["kind"] == "finding.add"]
    first_said = min(added or own or seen, key=lambda id: (corrected(seen[id]), id), default=None)
    return UUID(seen[first_said]["agency"]) if first_said is not None else None


def _values(entity: Entity) -> tuple[Any, ...]:
    seen = first(entity)
    added = seen is not None and seen["kind"] == "finding.add"
    kind = text_of(seen, "kind") or ("violation" if text_of(seen, "rule") else None)
    return (
        owner_of(entity.state),
        text_of(seen, "checklist"),
        text_of(seen, "version"),
        uuid_of(seen, "instance"),
        text_of(seen, "question"),
        text_of(seen, "rule"),
        text_of(seen, "title"),
        text_of(seen, "severity"),
        kind,
        "confirm" if added else text_of(seen, "decision"),
    )


FAMILY = Family("finding", Finding.__table__, _COLUMNS, _values, keeps=True)  # type: ignore[arg-type]
