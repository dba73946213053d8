"""Who sees this, and why do I."""

from typing import Any

from flask import g

from server.access import service
from server.access.schemas import ExplainQuery, ExplanationSchema
from server.core import clock
from server.core.database import reading
from server.core.problems import Problem
from server.core.routing.blueprint import Blueprint
from server.identity.guard import requires

blueprint = Blueprint("access", __name__, description="Who sees what, and why.")


@blueprint.get("/access/explanation")
@requires("access.explain")
@blueprint.arguments(ExplainQuery, location="query")
@blueprint.response(200, ExplanationSchema)
def explain(query: dict[str, Any]) -> Any:
    """Who reads a scope, in sentences, and why the asker does. Tells nothing of whether it holds anything."""
    try:
        with reading() as session:
            return service.explain(session, g.viewer, query["scope"], clock.now())
    except service.ScopeNameInvalid as error:
        raise Problem("scope-name-invalid", field="scope") from error
