"""Sign-in, the session, and the agencies. Registering a key is with `sync`, whose server key signs it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Response, current_app, g, request

from server.config import settings
from server.core import clock
from server.core.database import reading, writing
from server.core.problems import Problem
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity import devices, guard, service
from server.identity.guard import public, requires
from server.identity.schemas import (
    AgencyDetailSchema,
    DeviceChallengeSchema,
    NonceSchema,
    SessionSchema,
    SignInSchema,
)
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
    """Sign a person of the demo in on this device. Where the demo sign-in is off, this is not here.

    A device that is known needs the cookie of its first sign-in, or a proof by a key of one of its signers.
    """
    if not settings().demo_sign_in:
        raise Problem("not-found")
    now = clock.now()
    device: UUID = body["device"]["id"]
    held = request.cookies.get(devices.cookie(device))
    proof = devices.Proof.of(body["device"]["proof"]) if "proof" in body["device"] else None
    proven = proof is not None and devices.proves(settings().secret_key, device, proof)
    life = timedelta(hours=settings().session_hours)
    with writing() as session:
        membership = service.membership_to_sign_in(session, body["membership"], device, now)
        label = body["device"]["label"]
        secret = devices.admit(session, device, label, now, held=held, proven=proven)
        token, _ = service.open_session(session, membership, device=device, now=now, life=life)
        found = service.find_session(session, token, now)
        assert found is not None
        answer = _told(responses.json(service.describe(session, found, now, demo=settings().demo), 201))
    _give(answer, guard.COOKIE, token, life, "/")
    _give(answer, devices.cookie(device), secret, devices.KEPT, request.path)
    return answer


@blueprint.post("/sessions/challenges")
@public
@blueprint.arguments(DeviceChallengeSchema)
@blueprint.response(200, NonceSchema)
def challenge_device(body: dict[str, Any]) -> Any:
    """A nonce by which a device that lost its cookie proves itself at sign-in; good for ten minutes."""
    return _told(responses.json({"nonce": devices.challenge(settings().secret_key, body["device"])}))


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


def _give(answer: Response, name: str, value: str, life: timedelta, path: str) -> None:
    """A cookie that no script reads and no other site sends."""
    answer.set_cookie(
        name,
        value,
        max_age=life,
        path=path,
        httponly=True,
        samesite="Strict",
        secure=settings().https or request.is_secure,
    )


def _told(answer: Response) -> Response:
    """Who is signed in is nobody else's business: no cache keeps it."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
