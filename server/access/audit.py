"""What was read of a `class:` scope is written down before it is answered (Wpg art. 32a): who, when, which,
by what.

The log holds no content, is only added to, and is not read by the application role.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from server.access.models import ClassRead, Scope
from server.core.database import among, bulk
from server.identity.viewer import Viewer


def class_scopes(session: Session, scopes: Collection[int]) -> list[int]:
    """Those of these scopes that are of a class; what to log, if any."""
    if not scopes:
        return []
    found = select(Scope.id).where(among(session, Scope.id, scopes), Scope.kind == "class")
    return sorted(session.scalars(found))


def log_class_reads(
    session: Session, viewer: Viewer, scopes: Collection[int], what: str, now: datetime
) -> None:
    """Write one row for each scope; inside `writing()`, with the numbers that `class_scopes` answered.

    `what` names the route or message, never an id of a person or a search text.
    """
    columns = ("at", "member", "agency", "device", "scope", "what")
    rows = [(now, viewer.member, viewer.agency, viewer.device, scope, what) for scope in sorted(set(scopes))]
    table = ClassRead.__table__
    assert isinstance(table, Table)
    bulk(session, table, rows, columns=columns)
