"""Replies of inspectors to questions about follow-ups."""

from typing import Any

from server.dossiers.families.family import Entity, Family, first, text_of, uuid_of
from server.dossiers.models import Reply


def _values(entity: Entity) -> tuple[Any, ...]:
    seen = first(entity)
    return (uuid_of(seen, "follow_up"), text_of(seen, "text"))


FAMILY = Family("reply", Reply.__table__, ("follow_up", "text"), _values)  # type: ignore[arg-type]
