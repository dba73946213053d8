"""Sign-in, the session, and the agencies. Registering a key is with `sync`, whose server key signs it."""

from datetime import timedelta
from typing import Any

from flask import Response, current_app, g, request

from server.config import settings
from server.core import clock
from server.core.database import reading, writing
from server.core.problems import Problem
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity import guard, service
from server.identity.guard import public, requires
from server.identity.schemas import AgencyDetailSchema, SessionSchema, SignInSchema
from server.identity.sessions import SignedIn

blueprint = Blueprint("identity", __name__, description="Who is signed in, and for which agency.")
blueprint.before_app_request(guard.check_request)
blueprint.teardown_app_request(guard.forget_viewer)


@blueprint.get("/agencies")
@requires("agencies.read")
@blueprint.response(200, AgencyDetailSchema(many=True))
def list_agencies() -> Any:
    """All agencies, by kind and name."""
    with reading() as session:
        return service.agencies(session)


@blueprint.post("/sessions")
@public
@blueprint.arguments(SignInSchema)
@blueprint.response(201, SessionSchema)
def sign_in(body: dict[str, Any]) -> Any:
    """Sign a person of the demo in on this device. Where the demo sign-in is off, this is not here."""
    if not settings().demo_sign_in:
        raise Problem("not-found")
    now = clock.now()
    device = body["device"]
    life = timedelta(hours=settings().session_hours)
    with writing() as session:
        membership = service.membership_to_sign_in(session, body["membership"], device["id"], now)
        token, _ = service.open_session(
            session, membership, device=device["id"], label=device["label"], now=now, life=life
        )
        found = service.find_session(session, token, now)
        assert found is not None
        answer = _told(responses.json(service.describe(session, found, now, demo=settings().demo), 201))
    answer.set_cookie(
        guard.COOKIE,
        token,
        max_age=life,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=settings().https or request.is_secure,
    )
    return answer


@blueprint.get("/sessions/current")
@requires("session")
@blueprint.response(200, SessionSchema)
def current_session() -> Any:
    """Who is signed in, with roles and mandates as they are now."""
    signed_in: SignedIn = g.signed_in
    with reading() as session:
        return _told(responses.json(service.describe(session, signed_in, clock.now(), demo=settings().demo)))


@blueprint.delete("/sessions/current")
@requires("session")
@blueprint.response(204)
def sign_out() -> Any:
    """End the session on the server; what the device holds stays on it."""
    signed_in: SignedIn = g.signed_in
    with writing() as session:
        service.end_session(session, signed_in.token_hash, clock.now())
    answer = current_app.response_class(status=204)
    answer.delete_cookie(guard.COOKIE, path="/", httponly=True, samesite="Strict")
    return answer


def _told(answer: Response) -> Response:
    """Who is signed in is nobody else's business: no cache keeps it."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
