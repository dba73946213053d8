"""Load – fold – store: what was accepted becomes rows, in a constant number of statements (DESIGN § 4)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from server.dossiers.service.accepted import Accepted


def fold(session: Session, dossier: UUID, accepted: Sequence[Accepted]) -> None:
    """Fold operations of one dossier into its tables; for each family touched one query and one upsert.

    The caller holds the dossier's lock and has the operations stored in the same transaction; none of them was
    folded before. Their order does not matter. Findings that are touched get a job `follow_ups.finding`
    {scope, entity}, replies one `follow_ups.reply` {scope, entity}.
    """
    raise NotImplementedError
