"""For whatever copies the text of a field: the hash to name it by, so that an erasure finds the copy
(docs/architecture.md).
"""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import among
from server.operations.digests import hash_text, unspell
from server.operations.fields import read_field
from server.sync.models import Operation


def field_hashes(
    session: Session, dossier: UUID, scope: int, operations: Collection[str]
) -> dict[str, dict[str, str]]:
    """Operation id → field name → hash of the field's text; erased fields are left out."""
    rows = session.execute(
        select(Operation.id, Operation.head, Operation.fields).where(
            Operation.dossier == dossier,
            Operation.scope == scope,
            among(session, Operation.id, [unspell(id) for id in operations]),
        )
    )
    return {
        hash_text(head): {read_field(text).name: hash_text(text) for text in fields.split("\n") if text}
        for _, head, fields in rows
    }
