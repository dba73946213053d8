"""Dossiers as desks read them: list, one, and what was recorded in it. Nothing is written here; the field
writes operations.
"""

from typing import Any
from uuid import UUID

from flask import g
from flask_smorest import Blueprint

from server.core import clock
from server.core.database import reading
from server.core.routing import responses
from server.dossiers.reading.detail import read_dossier, require_dossier
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
from server.identity.guard import requires

blueprint = Blueprint(
    "dossiers", __name__, description="What was recorded at a visit, as far as one may read it."
)


@blueprint.get("/dossiers")
@requires("dossiers.read")
@blueprint.arguments(DossierQuery, location="query")
@blueprint.response(200, DossierPage)
def list_all(query: dict[str, Any]) -> Any:
    """Dossiers whose joint part the reader may read, newest first."""
    with reading() as session:
        return responses.json(list_dossiers(session, g.viewer, clock.now(), **query))


@blueprint.get("/dossiers/<uuid:dossier>")
@requires("dossiers.read")
@blueprint.response(200, DossierDetailSchema)
def read_one(dossier: UUID) -> Any:
    """One dossier with its visit and fillings."""
    with reading() as session:
        return responses.json(read_dossier(session, g.viewer, clock.now(), dossier))


@blueprint.get("/dossiers/<uuid:dossier>/timeline")
@requires("dossiers.read")
@blueprint.arguments(PageSchema, location="query")
@blueprint.response(200, TimelinePage)
def read_timeline(query: dict[str, Any], dossier: UUID) -> Any:
    """Who did what and when, newest first, also what was replaced or withdrawn."""
    now = clock.now()
    with reading() as session:
        require_dossier(session, g.viewer, now, dossier)
        return responses.json(timeline(session, g.viewer, now, dossier, **query))


@blueprint.get("/dossiers/<uuid:dossier>/answers")
@requires("dossiers.read")
@blueprint.arguments(AnswerQuery, location="query")
@blueprint.response(200, AnswerPage)
def read_answers(query: dict[str, Any], dossier: UUID) -> Any:
    """Answers with all their values."""
    with reading() as session:
        return responses.json(answers(session, g.viewer, clock.now(), dossier, **query))


@blueprint.get("/dossiers/<uuid:dossier>/findings")
@requires("dossiers.read")
@blueprint.arguments(FindingQuery, location="query")
@blueprint.response(200, FindingPage)
def read_findings(query: dict[str, Any], dossier: UUID) -> Any:
    """Findings with all their decisions."""
    with reading() as session:
        return responses.json(findings(session, g.viewer, clock.now(), dossier, **query))


@blueprint.get("/dossiers/<uuid:dossier>/evidence")
@requires("dossiers.read")
@blueprint.arguments(EvidenceQuery, location="query")
@blueprint.response(200, EvidencePage)
def read_evidence(query: dict[str, Any], dossier: UUID) -> Any:
    """Photos and drawings as they were named."""
    with reading() as session:
        return responses.json(evidence(session, g.viewer, clock.now(), dossier, **query))
