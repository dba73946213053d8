"""Actions: list, make, read, change, move; and the people of the demo."""

from typing import Any
from uuid import UUID

from flask import g

from server.access.service import reading_as_service
from server.config import settings
from server.control_actions.schemas import (
    ActionChange,
    ActionFields,
    ActionQuery,
    StateChange,
    TargetsChange,
    TeamsChange,
)
from server.control_actions.service.candidates import candidates
from server.control_actions.service.change import change
from server.control_actions.service.create import create
from server.control_actions.service.move import move
from server.control_actions.service.read import list_actions, read_action
from server.control_actions.service.targets import set_targets
from server.control_actions.service.teams import set_teams
from server.control_actions.service.today import demo_people
from server.control_actions.told import ActionPage, CandidateSchema, DemoPersonSchema, PlanSchema
from server.core import clock
from server.core.database import reading, writing
from server.core.problems import Problem
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.core.routing.preconditions import seen_version, tagged
from server.identity.guard import public, requires

blueprint = Blueprint("control_actions", __name__, description="Actions: goal, sites with reasons, teams.")


@blueprint.get("/control-actions")
@requires("actions.read")
@blueprint.arguments(ActionQuery, location="query")
@blueprint.response(200, ActionPage)
def list_all(query: dict[str, Any]) -> Any:
    """The actions you may read, latest day first."""
    with reading() as session:
        return responses.json(list_actions(session, g.viewer, clock.now(), **query))


@blueprint.post("/control-actions")
@requires("actions.plan")
@blueprint.arguments(ActionFields)
@blueprint.response(201, PlanSchema)
def make(body: dict[str, Any]) -> Any:
    """Make a draft that you lead."""
    days = settings().dossier_days_after_close
    with writing() as session:
        id = create(session, g.viewer, body, retention_days=days, now=clock.now()).id
    return _told(id, 201)


@blueprint.get("/control-actions/<uuid:id>")
@requires("actions.read")
@blueprint.response(200, PlanSchema)
def read_one(id: UUID) -> Any:
    """One action whole, with what approval still needs; its version is the ETag."""
    return _told(id)


@blueprint.put("/control-actions/<uuid:id>")
@requires("actions.plan")
@blueprint.arguments(ActionChange)
@blueprint.response(200, PlanSchema)
def change_one(body: dict[str, Any], id: UUID) -> Any:
    """Replace goal, basis, window and the agencies asked; needs If-Match."""
    version = seen_version()
    with writing() as session:
        change(session, g.viewer, id, body, version=version, now=clock.now())
    return _told(id)


@blueprint.put("/control-actions/<uuid:id>/targets")
@requires("actions.plan")
@blueprint.arguments(TargetsChange)
@blueprint.response(200, PlanSchema)
def change_targets(body: dict[str, Any], id: UUID) -> Any:
    """Replace the list of sites with their reasons, in order; needs If-Match."""
    version = seen_version()
    with writing() as session:
        set_targets(session, g.viewer, id, body["targets"], version=version, now=clock.now())
    return _told(id)


@blueprint.put("/control-actions/<uuid:id>/teams")
@requires("actions.plan")
@blueprint.arguments(TeamsChange)
@blueprint.response(200, PlanSchema)
def change_teams(body: dict[str, Any], id: UUID) -> Any:
    """Replace the teams and their people; needs If-Match."""
    version = seen_version()
    with writing() as session:
        set_teams(session, g.viewer, id, body["teams"], version=version, now=clock.now())
    return _told(id)


@blueprint.post("/control-actions/<uuid:id>/state")
@requires("actions.plan")
@blueprint.arguments(StateChange)
@blueprint.response(200, PlanSchema)
def change_state(body: dict[str, Any], id: UUID) -> Any:
    """Move to the next state; needs If-Match."""
    version = seen_version()
    with writing() as session:
        move(session, g.viewer, id, body["state"], version=version, now=clock.now())
    return _told(id)


@blueprint.get("/control-actions/<uuid:id>/people")
@requires("actions.plan")
@blueprint.response(200, CandidateSchema(many=True))
def list_people(id: UUID) -> Any:
    """Who of the agencies asked could go, with mandates on that day."""
    with reading() as session:
        return responses.json(candidates(session, g.viewer, id, clock.now()))


@blueprint.get("/demo/people")
@public
@blueprint.response(200, DemoPersonSchema(many=True))
def list_demo_people() -> Any:
    """Who can sign in to the demo. Where the demo sign-in is off, this is not here."""
    if not settings().demo_sign_in:
        raise Problem("not-found")
    with reading_as_service() as session:
        return responses.json(demo_people(session, clock.now()))


def _told(id: UUID, status: int = 200) -> Any:
    with reading() as session:
        told, version = read_action(session, g.viewer, id, clock.now())
    return tagged(responses.json(told, status), version)
