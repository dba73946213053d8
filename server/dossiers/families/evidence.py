"""Evidence: photos and drawings as their records name them."""

from typing import Any

from server.core import base64url
from server.dossiers.families.family import Entity, Family, first, first_id, text_of, time_of, uuid_of
from server.dossiers.models import EvidenceRecord

_COLUMNS = ("subject", "sha256", "bytes", "mime", "taken", "original", "role", "received")


def _values(entity: Entity) -> tuple[Any, ...]:
    id = first_id(entity)
    seen = first(entity)
    if id is None or seen is None:
        return (None,) * len(_COLUMNS)
    sha256 = text_of(seen, "sha256")
    return (
        uuid_of(seen, "subject"),
        base64url.decode(sha256, 32) if sha256 else None,
        seen["fields"].get("bytes"),
        text_of(seen, "mime"),
        time_of(seen, "taken_at"),
        uuid_of(seen, "original"),
        text_of(seen, "role") or "photo",
        entity.decided[id]["received"] if id in entity.decided else None,
    )


FAMILY = Family("evidence", EvidenceRecord.__table__, _COLUMNS, _values, keeps=True)  # type: ignore[arg-type]
