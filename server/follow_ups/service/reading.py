"""One follow-up as its agency reads it: the document, its history, and of the finding what the reader may
read.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.service import Viewer, readable_scopes
from server.core.clock import to_wire
from server.dossiers.service import record_of_finding
from server.follow_ups import documents
from server.follow_ups.models import FollowUp, FollowUpEvent, ShareDecision
from server.follow_ups.service.opening import find
from server.follow_ups.service.telling import names_of, said_of
from server.sync.models import Document


def read_follow_up(session: Session, viewer: Viewer, id: UUID, now: datetime) -> tuple[int, dict[str, Any]]:
    """Version and body. Raises `not-found`.

    `record` is read under the reader's own right to the finding's scope, not copied: null where there is
    none.
    """
    row = find(session, viewer, id, now)
    questions, replies, names = said_of(session, [row])
    body = documents.follow_up(row, questions.get(id, []), replies.get(id, []), names).body
    return row.version, {
        **body,
        "version": row.version,
        "dueOn": row.due,
        "at": to_wire(row.at),
        "history": _history(session, row),
        "share": _share(session, viewer, row, now),
        "record": record_of_finding(session, viewer, now, row.scope, row.finding),
    }


def _history(session: Session, row: FollowUp) -> list[dict[str, Any]]:
    events = list(
        session.scalars(
            select(FollowUpEvent).where(FollowUpEvent.follow_up == row.id).order_by(FollowUpEvent.version)
        )
    )
    names = names_of(session, {event.member for event in events if event.member is not None})
    return [
        {
            "version": event.version,
            "what": event.what,
            "at": to_wire(event.at),
            "by": None if event.member is None else documents.person(event.member, names),
            "details": event.details,
        }
        for event in events
    ]


def _share(session: Session, viewer: Viewer, row: FollowUp, now: datetime) -> dict[str, Any] | None:
    """The share document behind a referral, for those who read its scope."""
    body = session.scalar(
        select(Document.body)
        .join(ShareDecision, ShareDecision.id == Document.id)
        .join(Scope, and_(Scope.id == Document.scope, Scope.kind == "share"))
        .where(ShareDecision.follow_up == row.id, Scope.id.in_(readable_scopes(viewer, now)))
    )
    return None if body is None else orjson.loads(body)
