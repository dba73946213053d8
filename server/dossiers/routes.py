"""Dossiers as desks read them: list, one, and what was recorded in it. Nothing is written here; the field
writes operations.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Response, g
from sqlalchemy.orm import Session

from server.access.service import Viewer
from server.core import clock
from server.core.database import reading
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.dossiers.reading.detail import read_dossier
from server.dossiers.reading.families import answers, evidence, findings
from server.dossiers.reading.listing import list_dossiers
from server.dossiers.reading.timeline import timeline
from server.dossiers.schemas import (
    AnswerPage,
    AnswerQuery,
    DossierDetailSchema,
    DossierPage,
    DossierQuery,
    EvidencePage,
    EvidenceQuery,
    FindingPage,
    FindingQuery,
    PageSchema,
    TimelinePage,
)
from server.dossiers.service.audit import log_reads, names_in
from server.identity.guard import requires

blueprint = Blueprint(
    "dossiers", __name__, description="What was recorded at a visit, as far as one may read it."
)


Read = Callable[[Session, Viewer, datetime], dict[str, Any]]


def _answer(what: str, read: Read) -> Response:
    """Read for the person who asks, write down what of a class they read, and answer."""
    now = clock.now()
    with reading() as session:
        body = read(session, g.viewer, now)
    log_reads(g.viewer, set(names_in(body)), what, now)
    return responses.json(body)


@blueprint.get("/dossiers")
@requires("dossiers.read")
@blueprint.arguments(DossierQuery, location="query")
@blueprint.response(200, DossierPage)
def list_all(query: dict[str, Any]) -> Any:
    """Dossiers whose joint part the reader may read, newest first."""
    return _answer("dossiers", lambda db, who, at: list_dossiers(db, who, at, **query))


@blueprint.get("/dossiers/<uuid:dossier>")
@requires("dossiers.read")
@blueprint.response(200, DossierDetailSchema)
def read_one(dossier: UUID) -> Any:
    """One dossier with its visit and fillings."""
    return _answer("dossier", lambda db, who, at: read_dossier(db, who, at, dossier))


@blueprint.get("/dossiers/<uuid:dossier>/timeline")
@requires("dossiers.read")
@blueprint.arguments(PageSchema, location="query")
@blueprint.response(200, TimelinePage)
def read_timeline(query: dict[str, Any], dossier: UUID) -> Any:
    """Who did what and when, newest first, also what was replaced or withdrawn."""
    return _answer("dossier.timeline", lambda db, who, at: timeline(db, who, at, dossier, **query))


@blueprint.get("/dossiers/<uuid:dossier>/answers")
@requires("dossiers.read")
@blueprint.arguments(AnswerQuery, location="query")
@blueprint.response(200, AnswerPage)
def read_answers(query: dict[str, Any], dossier: UUID) -> Any:
    """Answers with all their values."""
    return _answer("dossier.answers", lambda db, who, at: answers(db, who, at, dossier, **query))


@blueprint.get("/dossiers/<uuid:dossier>/findings")
@requires("dossiers.read")
@blueprint.arguments(FindingQuery, location="query")
@blueprint.response(200, FindingPage)
def read_findings(query: dict[str, Any], dossier: UUID) -> Any:
    """Findings with all their decisions."""
    return _answer("dossier.findings", lambda db, who, at: findings(db, who, at, dossier, **query))


@blueprint.get("/dossiers/<uuid:dossier>/evidence")
@requires("dossiers.read")
@blueprint.arguments(EvidenceQuery, location="query")
@blueprint.response(200, EvidencePage)
def read_evidence(query: dict[str, Any], dossier: UUID) -> Any:
    """Photos and drawings as they were named."""
    return _answer("dossier.evidence", lambda db, who, at: evidence(db, who, at, dossier, **query))
