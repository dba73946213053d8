"""The library over HTTP: which lists there are, one version whole, and the norms."""

from hashlib import sha256
from typing import Any

import orjson
from flask import Response, g, request

from server.checklists import service
from server.checklists.described import describe, summary
from server.checklists.schemas import ChecklistContentSchema, ChecklistSummarySchema, ParameterSchema
from server.core.database import reading
from server.core.problems import Problem
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity.guard import requires

blueprint = Blueprint("checklists", __name__, description="Checklists, their versions, and dated norms.")


@blueprint.get("/checklists")
@requires("checklists.read")
@blueprint.response(200, ChecklistSummarySchema(many=True))
def list_checklists() -> Response:
    """The newest version of every list, by code, with how your agency works with it."""
    with reading() as session:
        mine = service.opened(session, [g.viewer.agency])[g.viewer.agency]
        return responses.json([summary(content, mine) for content in service.newest(session)])


@blueprint.get("/checklists/<string:code>/<string:version>")
@requires("checklists.read")
@blueprint.response(200, ChecklistContentSchema)
@blueprint.alt_response(304, description="You have it already.")
def show_checklist(code: str, version: str) -> Any:
    """One version whole. Its content never changes; how your agency works with it may."""
    with reading() as session:
        found = service.content(session, code, version)
        if found is None:
            raise Problem("checklist-unknown", checklist=code, version=version)
        body = orjson.dumps(describe(found, service.opened(session, [g.viewer.agency])[g.viewer.agency]))
    answer = Response(body, mimetype="application/json")
    answer.set_etag(sha256(body).hexdigest())
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer.make_conditional(request)


@blueprint.get("/parameters")
@requires("parameters.read")
@blueprint.response(200, ParameterSchema(many=True))
def list_parameters() -> Response:
    """All dated norms; a rule uses the value of the day the action is held."""
    with reading() as session:
        return responses.json(
            [
                {
                    "name": row.name,
                    "value": row.value,
                    "validFrom": row.valid_from.isoformat(),
                    "unit": row.unit,
                    "note": row.note,
                }
                for row in service.every_parameter(session)
            ]
        )
