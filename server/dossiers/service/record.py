"""What was recorded about one finding, for somebody who comes from its follow-up."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.service import Viewer, readable_scopes
from server.core.ids import derive
from server.dossiers.models import Answer, EvidenceRecord, Finding
from server.dossiers.reading.entities import in_dossier, tell_rows
from server.dossiers.reading.families import answer_json, evidence_json, finding_json


def record_of_finding(
    session: Session, viewer: Viewer, now: datetime, scope: int, entity: UUID
) -> dict[str, Any] | None:
    """The finding, the answer behind it and their photos; None where the viewer may not read its scope.

    Three or four queries, each under the viewer's own rights.
    """
    row = session.execute(
        select(Finding, Scope.name)
        .join(Scope, Scope.id == Finding.scope)
        .where(Finding.scope == scope, Finding.entity == entity)
        .where(Finding.scope.in_(readable_scopes(viewer, now)))
    ).one_or_none()
    if row is None:
        return None
    finding: Finding = row[0]
    subjects = [entity]
    answers: list[Any] = []
    if finding.instance is not None and finding.question is not None:
        answer = derive("answer", finding.instance, finding.question)
        subjects.append(answer)
        answers = list(
            session.execute(in_dossier(Answer, viewer, now, finding.dossier).where(Answer.entity == answer))
        )
    shots = in_dossier(EvidenceRecord, viewer, now, finding.dossier).where(
        or_(
            EvidenceRecord.subject.in_(subjects),
            and_(EvidenceRecord.original.is_not(None), EvidenceRecord.original.in_(_of(finding, subjects))),
        )
    )
    photos = list(session.execute(shots.order_by(EvidenceRecord.taken, EvidenceRecord.entity)))
    told = tell_rows(session, [row, *answers, *photos])
    return {
        "finding": {**told[0][1], **finding_json(finding)},
        "answers": [{**common, **answer_json(one)} for one, common in told[1 : 1 + len(answers)]],
        "evidence": [{**common, **evidence_json(one)} for one, common in told[1 + len(answers) :]],
    }


def _of(finding: Finding, subjects: list[UUID]) -> Any:
    """Photos of these subjects, whose drawings belong to them too."""
    return select(EvidenceRecord.entity).where(
        EvidenceRecord.dossier == finding.dossier, EvidenceRecord.subject.in_(subjects)
    )


def scopes_of_record(record: dict[str, Any] | None) -> set[str]:
    """The names of the scopes that a record tells of."""
    if record is None:
        return set()
    return {one["scope"] for one in (record["finding"], *record["answers"], *record["evidence"])}
