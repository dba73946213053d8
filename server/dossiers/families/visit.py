"""Visits: opened, skipped, and where each agency is (docs/format.md § 6, `visit.state`)."""

from typing import Any

from server.dossiers.families.family import Entity, Family, first, text_of, uuid_of
from server.dossiers.models import Visit
from server.operations.instants import within
from server.operations.show import corrected
from server.operations.state import Seen


def _words(entity: Entity) -> list[Seen]:
    """What agencies say of where they are, all that is shown; of words side by side each counts."""
    found = []
    for name, shown in entity.shown.items():
        seen = entity.state["registers"][name]["seen"]
        found += [seen[v["lead"]] for v in shown["values"] if seen[v["lead"]]["kind"] == "visit.state"]
    return found


def word_of(entity: Entity) -> str:
    """Suspended if any agency is, on site if any is, closed when all are; left between; skipped; else
    planned.
    """
    said = {text_of(seen, "state") for seen in _words(entity)}
    if "suspended" in said:
        return "suspended"
    if "arrived" in said:
        return "on_site"
    if said == {"closed"}:
        return "closed"
    if said:
        return "left"
    return "skipped" if first(entity, "skip") else "planned"


def _values(entity: Entity) -> tuple[Any, ...]:
    opened = first(entity, "open")
    arrived = [within(corrected(seen)) for seen in _words(entity) if text_of(seen, "state") == "arrived"]
    return (word_of(entity), min(arrived, default=None), uuid_of(opened, "site"), text_of(opened, "label"))


FAMILY = Family("visit", Visit.__table__, ("word", "since", "site", "label"), _values)  # type: ignore[arg-type]
