"""The lead's count document of an action, written by a job after anything that it counts has changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.access.service import ensure_scope
from server.checklists.service import Content, Library, contents, newest
from server.core.clock import to_wire
from server.core.database import reading, writing
from server.dossiers.families.family import entity_of
from server.dossiers.models import Finding, Visit
from server.dossiers.service.findings import data_class_of
from server.follow_ups import documents
from server.follow_ups.counting import Counted, Followed, Word, count
from server.follow_ups.models import FollowUp
from server.sync.models import Document
from server.sync.service import put_documents


def count_for_lead(action: UUID, now: datetime) -> None:
    """Write the count document of an action anew; what says the same stays as it is.

    Two of these at once wait for each other at the lead's scope, before they read, so that the later one
    counts all.
    """
    with writing() as session:
        scope = ensure_scope(session, f"lead:{action}")
        session.execute(select(Scope.id).where(Scope.id == scope).with_for_update())
        rows = count(_findings(session, action), _words(session, action), _followed(session, action))
        put = documents.counts(action, rows, to_wire(now))
        if rows != _counted(session, scope, put.id):
            put_documents(session, [put], now)


def _counted(session: Session, scope: int, id: UUID) -> Any:
    """What the document counts now: the time alone is no reason for a new version."""
    body = session.scalar(select(Document.body).where(Document.scope == scope, Document.id == id))
    return None if body is None else (orjson.loads(body) or {}).get("rows")


def _findings(session: Session, action: UUID) -> Iterable[Counted]:
    rows = session.execute(
        select(Finding, Scope.kind, Scope.data_class)
        .join(Scope, Scope.id == Finding.scope)
        .join(Dossier, Dossier.id == Finding.dossier)
        .where(Dossier.action == action, Finding.decision.in_(("confirm", "change")))
        .where(Finding.kind == "violation")
    ).all()
    named = {(row.checklist, row.version) for row, _, _ in rows if row.checklist and row.version}
    library = contents(session, sorted(named))
    for row, kind, narrow in rows:
        if row.owner is not None and row.severity is not None:
            persons = may_name_persons(row.checklist, row.version, library)
            yield Counted(row.dossier, row.owner, data_class_of(kind, narrow), row.severity, persons)


def may_name_persons(checklist: str | None, version: str | None, library: Library) -> bool:
    """Whether a finding may be about persons; of one without a list, or of an unknown one, nobody can
    tell.
    """
    content: Content | None = library.contents.get((checklist or "", version or ""))
    if content is None:
        return True
    return content.data["per"] == "person" or str(content.data["defaultShare"]).endswith("counts_only")


def _words(session: Session, action: UUID) -> list[Word]:
    """What agencies say of lists in their own systems, each in its own scope."""
    classes: dict[str, str] = {one.code: str(one.data["dataClass"]) for one in newest(session)}
    rows = session.execute(
        select(Visit.dossier, Visit.state)
        .join(Scope, Scope.id == Visit.scope)
        .join(Dossier, Dossier.id == Visit.dossier)
        .where(Dossier.action == action, Scope.kind == "agency")
    )
    found = []
    for dossier, state in rows:
        entity = entity_of(orjson.loads(state), {})
        for name, shown in entity.shown.items():
            agency, _, code = name.partition("|")
            said: list[Any] = [
                entity.state["registers"][name]["seen"][value["lead"]]["fields"].get("follow_up")
                for value in shown["values"]
            ]
            if code and said and code in classes:
                found.append(Word(dossier, UUID(agency), classes[code], "yes" in said))
    return found


def _followed(session: Session, action: UUID) -> list[Followed]:
    rows = session.execute(
        select(FollowUp.dossier, FollowUp.source, FollowUp.state, Scope.kind, Scope.data_class)
        .join(Scope, Scope.id == FollowUp.scope)
        .where(FollowUp.control_action == action, FollowUp.task == "follow_up")
        .where(FollowUp.withdrawn.is_(None))
    )
    return [
        Followed(dossier, source, data_class_of(kind, narrow), state)
        for dossier, source, state, kind, narrow in rows
    ]


def count_for_dossier(dossier: UUID, now: datetime) -> None:
    """The same for the action that a dossier belongs to."""
    with reading() as session:
        action = session.scalar(select(Dossier.action).where(Dossier.id == dossier))
    if action is not None:
        count_for_lead(action, now)
