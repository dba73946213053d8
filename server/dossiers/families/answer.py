"""Answers: the value of one question of one filling."""

from typing import Any

import orjson

from server.dossiers.families.family import Entity, Family, first, text_of, uuid_of
from server.dossiers.models import Answer


def _values(entity: Entity) -> tuple[Any, ...]:
    seen = first(entity)
    value = None
    if seen is not None and "value" in seen["fields"]:
        value = orjson.dumps(seen["fields"]["value"], option=orjson.OPT_SORT_KEYS).decode()
    return (
        uuid_of(seen, "instance"),
        text_of(seen, "checklist"),
        text_of(seen, "version"),
        text_of(seen, "question"),
        value,
    )


FAMILY = Family(
    "answer", Answer.__table__, ("instance", "checklist", "version", "question", "value"), _values  # type: ignore[arg-type]
)  # fmt: skip
