"""Asking the inspectors of the source, and copying what they answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.access.service import Viewer
from server.core.clock import from_ms
from server.core.database import lock, reading, writing
from server.core.ids import uuid7
from server.core.jobs import Ask, enqueue
from server.dossiers.families.family import entity_of, first, first_id
from server.dossiers.models import Reply
from server.follow_ups.models import FollowUp, Question, ReplyCopy
from server.follow_ups.service.opening import change, move_open
from server.follow_ups.service.settle import touch
from server.follow_ups.service.telling import tell_receiver
from server.operations.digests import unspell
from server.operations.show import corrected
from server.operations.state import Seen
from server.sync.copies import field_hashes


def ask(viewer: Viewer, id: UUID, version: int, now: datetime, *, text: str) -> int:
    """Put a question to the inspectors of the source; it reaches their tablets and is answered offline."""

    def alter(session: Session, row: FollowUp) -> dict[str, Any]:
        move_open(row)
        question = Question(
            id=uuid7(now), follow_up=row.id, text=text, by=viewer.member, at=now, answered=False
        )
        session.add(question)
        return {"question": str(question.id)}

    return change(viewer, id, version, "asked", now, alter)


def copy_reply(scope: int, entity: UUID, now: datetime) -> None:
    """Bring the copy of one reply to what the reply now says; the job behind `follow_up.reply`.

    A reply counts for a follow-up of its own dossier whose source its author acts for, in that agency's
    scope; one that names any other is answered like one that names nothing.
    """
    with reading() as session:
        dossier = session.scalar(select(Scope.dossier).where(Scope.id == scope))
    if dossier is None:
        return
    with writing() as session:
        lock(session, Dossier.id, [dossier])
        reply = session.get(Reply, (scope, entity))
        named = reply and _named(reply)
        row = session.get(FollowUp, named) if named else None
        if reply is None or row is None:
            return
        home = session.scalar(select(Scope.name).where(Scope.id == scope))
        if home != f"agency:{row.dossier}:{row.source}":
            return
        if _copy(session, row, reply):
            touch(session, row, "answered", now, {"reply": str(entity)})
            tell_receiver(session, row, now)
            subject = {"scope": str(row.scope), "entity": str(row.finding)}
            key = f"follow_ups.finding|{row.scope}|{row.finding}"
            enqueue(session, now, Ask("follow_ups.finding", subject, key=key))


def _named(reply: Reply) -> UUID | None:
    """The follow-up that a reply is about, also where all of it is withdrawn."""
    registers = orjson.loads(reply.state)["registers"]
    seen = registers[""]["seen"] if "" in registers else {}
    return next((UUID(one["fields"]["follow_up"]) for _, one in sorted(seen.items())), None)


def _copy(session: Session, row: FollowUp, reply: Reply) -> bool:
    """Write what the reply shows beside the follow-up; whether that changed anything."""
    entity = entity_of(orjson.loads(reply.state), {})
    register = entity.state["registers"][""]
    said, id = first(entity), first_id(entity)
    before = {
        copy.operation: copy
        for copy in session.scalars(select(ReplyCopy).where(ReplyCopy.follow_up == row.id))
        if copy.operation in {unspell(one) for one in register["seen"]}
    }
    changed = False
    for operation, copy in before.items():
        gone = id is None or operation != unspell(id)
        if copy.withdrawn != gone:
            copy.withdrawn, changed = gone, True
    if id is not None and said is not None and unspell(id) not in before:
        hash = field_hashes(session, reply.dossier, reply.scope, [id]).get(id, {}).get("text")
        session.add(_made(session, row, id, said, hash))
        changed = True
    return changed


def _made(session: Session, row: FollowUp, id: str, said: Seen, hash: str | None) -> ReplyCopy:
    asked = list(
        session.scalars(
            select(Question).where(Question.follow_up == row.id).order_by(Question.at, Question.id)
        )
    )
    for question in asked:
        question.answered = True
    return ReplyCopy(
        operation=unspell(id),
        hash=None if hash is None else unspell(hash),
        follow_up=row.id,
        question=asked[-1].id if asked else None,
        text=said["fields"].get("text"),
        evidence=said["fields"].get("evidence", []),
        signer=UUID(said["signer"]),
        at=from_ms(min(max(corrected(said), 0), 253_402_300_799_999)),
        withdrawn=False,
    )
