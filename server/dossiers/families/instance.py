"""Instances: fillings of a checklist, and who signed them off."""

from typing import Any

from server.dossiers.families.family import Entity, Family, text_of
from server.dossiers.models import Instance
from server.operations.versions import leading


def _values(entity: Entity) -> tuple[Any, ...]:
    register = entity.state["registers"].get("")
    leads = leading(register, entity.state["marks"]) if register else None
    seen = register["seen"][leads] if register and leads else None
    signed = sum(1 for name, shown in entity.shown.items() if name and shown["values"])
    return (text_of(seen, "checklist"), text_of(seen, "version"), text_of(seen, "label"), signed)


FAMILY = Family(
    "instance", Instance.__table__, ("checklist", "version", "label", "signed"), _values  # type: ignore[arg-type]
)  # fmt: skip
