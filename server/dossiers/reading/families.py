"""Answers, findings and evidence of a dossier as pages."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from server.access.service import Viewer
from server.core import base64url, paging
from server.dossiers.models import Answer, EvidenceRecord, Finding
from server.dossiers.reading.detail import require_dossier
from server.dossiers.reading.entities import read_page
from server.dossiers.reading.told import maybe


def answers(
    session: Session,
    viewer: Viewer,
    now: datetime,
    dossier: UUID,
    *,
    instance: UUID | None = None,
    checklist: str | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of answers. Raises `not-found`, `cursor-unknown`."""
    only: list[ColumnElement[bool]] = []
    if instance is not None:
        only.append(Answer.instance == instance)
    if checklist is not None:
        only.append(Answer.checklist == checklist)
    return _page(session, viewer, now, dossier, Answer, "answers", answer_json, only, after, limit)


def findings(
    session: Session,
    viewer: Viewer,
    now: datetime,
    dossier: UUID,
    *,
    severity: str | None = None,
    owner: UUID | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of findings. Raises `not-found`, `cursor-unknown`."""
    only: list[ColumnElement[bool]] = []
    if severity is not None:
        only.append(Finding.severity == severity)
    if owner is not None:
        only.append(Finding.owner == owner)
    return _page(session, viewer, now, dossier, Finding, "findings", finding_json, only, after, limit)


def evidence(
    session: Session,
    viewer: Viewer,
    now: datetime,
    dossier: UUID,
    *,
    subject: UUID | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of photos and drawings. Raises `not-found`, `cursor-unknown`."""
    only = [] if subject is None else [EvidenceRecord.subject == subject]
    return _page(session, viewer, now, dossier, EvidenceRecord, "evidence", evidence_json, only, after, limit)


def _page(
    session: Session,
    viewer: Viewer,
    now: datetime,
    dossier: UUID,
    model: Any,
    name: str,
    columns: Any,
    only: list[ColumnElement[bool]],
    after: str | None,
    limit: int,
) -> dict[str, Any]:
    require_dossier(session, viewer, now, dossier)
    rows, cursor = read_page(session, viewer, now, model, dossier, only=only, after=after, limit=limit)
    return {name: [{**common, **columns(row)} for row, common in rows], "after": cursor}


def answer_json(row: Answer) -> dict[str, Any]:
    """The columns of an answer."""
    return {
        "instance": _id(row.instance),
        "checklist": row.checklist,
        "version": row.version,
        "question": row.question,
        "value": None if row.value is None else orjson.loads(row.value),
    }


def finding_json(row: Finding) -> dict[str, Any]:
    """The columns of a finding; `title` is null where the rule's title stands in the checklist."""
    return {
        "owner": _id(row.owner),
        "checklist": row.checklist,
        "version": row.version,
        "instance": _id(row.instance),
        "question": row.question,
        "rule": row.rule,
        "title": row.title,
        "severity": row.severity,
        "kind": row.kind,
        "decision": row.decision,
    }


def evidence_json(row: EvidenceRecord) -> dict[str, Any]:
    """The columns of a photo or drawing."""
    return {
        "subject": _id(row.subject),
        "sha256": None if row.sha256 is None else base64url.encode(row.sha256),
        "bytes": row.bytes,
        "mime": row.mime,
        "taken": maybe(row.taken),
        "original": _id(row.original),
        "role": row.role,
        "received": maybe(row.received),
    }


def _id(value: UUID | None) -> str | None:
    return None if value is None else str(value)
