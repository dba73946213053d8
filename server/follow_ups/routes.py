"""The inbox of an agency: list, open, and decide. Every change names the version it was made on
(If-Match).
"""

from typing import Any
from uuid import UUID

from flask import Response, g

from server.core import clock
from server.core.database import reading
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.core.routing.preconditions import seen_version, tagged
from server.dossiers.service import log_reads, scopes_of_record
from server.follow_ups.schemas import (
    AcceptanceInput,
    ClosureInput,
    FollowUpPage,
    FollowUpQuery,
    FollowUpSchema,
    HandlerSchema,
    QuestionInput,
    RefusalInput,
)
from server.follow_ups.service import asking, deciding
from server.follow_ups.service.handlers import handlers
from server.follow_ups.service.listing import list_follow_ups
from server.follow_ups.service.reading import read_follow_up
from server.identity.guard import requires

blueprint = Blueprint("follow_ups", __name__, description="Tasks of an agency that follow from findings.")


@blueprint.get("/follow-ups")
@requires("follow_ups.read")
@blueprint.arguments(FollowUpQuery, location="query")
@blueprint.response(200, FollowUpPage)
def list_all(query: dict[str, Any]) -> Any:
    """The inbox of the reader's agency, the earliest term first."""
    with reading() as session:
        return responses.json(list_follow_ups(session, g.viewer, clock.now(), **query))


@blueprint.get("/follow-ups/handlers")
@requires("follow_ups.read")
@blueprint.response(200, HandlerSchema(many=True))
def list_handlers() -> Any:
    """Who may handle follow-ups for the reader's agency, by name."""
    with reading() as session:
        return responses.json(handlers(session, g.viewer.agency, clock.now()))


@blueprint.get("/follow-ups/<uuid:follow_up>")
@requires("follow_ups.read")
@blueprint.response(200, FollowUpSchema)
def read_one(follow_up: UUID) -> Any:
    """One follow-up with its history, and of the finding what the reader may read."""
    return _answer(follow_up)


@blueprint.post("/follow-ups/<uuid:follow_up>/acceptance")
@requires("follow_ups.decide")
@blueprint.arguments(AcceptanceInput)
@blueprint.response(200, FollowUpSchema)
def accept(body: dict[str, Any], follow_up: UUID) -> Any:
    """Take it up, with measure, term and handler."""
    deciding.accept(
        g.viewer,
        follow_up,
        seen_version(),
        clock.now(),
        measure=body["measure"],
        due=body["dueOn"],
        handled_by=body["handler"],
    )
    return _answer(follow_up)


@blueprint.post("/follow-ups/<uuid:follow_up>/refusal")
@requires("follow_ups.decide")
@blueprint.arguments(RefusalInput)
@blueprint.response(200, FollowUpSchema)
def refuse(body: dict[str, Any], follow_up: UUID) -> Any:
    """Leave it to the source, for one of five reasons."""
    deciding.refuse(g.viewer, follow_up, seen_version(), clock.now(), **body)
    return _answer(follow_up)


@blueprint.post("/follow-ups/<uuid:follow_up>/start")
@requires("follow_ups.decide")
@blueprint.response(200, FollowUpSchema)
def start(follow_up: UUID) -> Any:
    """Say that the work on it has begun."""
    deciding.start(g.viewer, follow_up, seen_version(), clock.now())
    return _answer(follow_up)


@blueprint.post("/follow-ups/<uuid:follow_up>/questions")
@requires("follow_ups.decide")
@blueprint.arguments(QuestionInput)
@blueprint.response(201, FollowUpSchema)
def ask(body: dict[str, Any], follow_up: UUID) -> Any:
    """Ask the inspectors of the source; the answer comes back with their next sync."""
    asking.ask(g.viewer, follow_up, seen_version(), clock.now(), text=body["text"])
    return _answer(follow_up, 201)


@blueprint.post("/follow-ups/<uuid:follow_up>/closure")
@requires("follow_ups.decide")
@blueprint.arguments(ClosureInput)
@blueprint.response(200, FollowUpSchema)
def close(body: dict[str, Any], follow_up: UUID) -> Any:
    """Close it with an outcome."""
    deciding.close(g.viewer, follow_up, seen_version(), clock.now(), **body)
    return _answer(follow_up)


@blueprint.delete("/follow-ups/<uuid:follow_up>/decision")
@requires("follow_ups.decide")
@blueprint.response(200, FollowUpSchema)
def undo(follow_up: UUID) -> Any:
    """Take back one's own last decision, within half a minute."""
    deciding.undo(g.viewer, follow_up, seen_version(), clock.now())
    return _answer(follow_up)


def _answer(follow_up: UUID, status: int = 200) -> Response:
    now = clock.now()
    with reading() as session:
        version, body = read_follow_up(session, g.viewer, follow_up, now)
    log_reads(g.viewer, scopes_of_record(body["record"]), "follow_up", now)
    return tagged(responses.json(body, status), version)
