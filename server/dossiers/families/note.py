"""Notes on a visit or on something recorded in it."""

from typing import Any

from server.dossiers.families.family import Entity, Family, first, text_of, uuid_of
from server.dossiers.models import Note


def _values(entity: Entity) -> tuple[Any, ...]:
    seen = first(entity)
    return (uuid_of(seen, "subject"), text_of(seen, "text"))


FAMILY = Family("note", Note.__table__, ("subject", "text"), _values)  # type: ignore[arg-type]
