"""Telling all who may know: the receiver's inbox, the finding's home scope, the source's inspectors, the
share.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import among
from server.follow_ups import documents
from server.follow_ups.models import FollowUp, Question, ReplyCopy
from server.follow_ups.service.shares import shares_of
from server.identity.models import Member
from server.sync.service import Put, put_documents


def tell(session: Session, home: str, rows: Sequence[FollowUp], now: datetime) -> None:
    """Write every document about these follow-ups; one that says what it said before stays as it is.

    `home` is the home scope of their finding. A constant number of statements.
    """
    questions, replies, names = said_of(session, rows)
    puts: list[Put] = []
    for row in rows:
        asked = questions.get(row.id, [])
        puts.append(documents.follow_up(row, asked, replies.get(row.id, []), names))
        puts.append(documents.status(row, home, any(not one.answered for one in asked)))
        puts += [documents.question(row, one, home) for one in asked]
    puts += [documents.share(share) for share in shares_of(session, rows, now)]
    session.flush()
    put_documents(session, puts, now)


def tell_receiver(session: Session, row: FollowUp, now: datetime) -> None:
    """Write the one document that the deciding agency itself reads; the others follow by a job."""
    questions, replies, names = said_of(session, [row])
    session.flush()
    put = documents.follow_up(row, questions.get(row.id, []), replies.get(row.id, []), names)
    put_documents(session, [put], now)


def said_of(
    session: Session, rows: Sequence[FollowUp]
) -> tuple[dict[UUID, list[Question]], dict[UUID, list[ReplyCopy]], dict[UUID, str]]:
    """Questions and replies by follow-up, and the names of who asked."""
    ids = [row.id for row in rows]
    questions: dict[UUID, list[Question]] = {}
    asked = select(Question).where(among(session, Question.follow_up, ids))
    for one in session.scalars(asked.order_by(Question.at, Question.id)):
        questions.setdefault(one.follow_up, []).append(one)
    replies: dict[UUID, list[ReplyCopy]] = {}
    answered = select(ReplyCopy).where(among(session, ReplyCopy.follow_up, ids))
    for copy in session.scalars(answered.order_by(ReplyCopy.at, ReplyCopy.operation)):
        replies.setdefault(copy.follow_up, []).append(copy)
    return questions, replies, names_of(session, {one.by for group in questions.values() for one in group})


def names_of(session: Session, members: Iterable[UUID]) -> dict[UUID, str]:
    """Names of members, by id."""
    rows = session.execute(select(Member.id, Member.name).where(among(session, Member.id, set(members))))
    return {row.id: row.name for row in rows}
