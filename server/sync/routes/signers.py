"""Registering the key of a device over HTTP, and the server's own keys."""

from typing import Any

from flask import g
from marshmallow import Schema, fields, validate

from server.config import settings
from server.core import base64url, clock
from server.core.database import writing
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity.guard import public, requires
from server.sync.authority import authority
from server.sync.routes.pull import SignedSchema
from server.sync.signers import challenge, registering

signing = Blueprint("signers", __name__, description="Who signs records, and with which key.")

_TEXT = validate.Length(min=1, max=1024)


class ChallengeSchema(Schema):
    """What the new key has to sign: the UTF-8 bytes of `nonce`."""

    nonce = fields.String(required=True)


class NewSignerSchema(Schema):
    """A key to vouch for: `id` drawn by the device, `key` 91 bytes SPKI, `proof` its signature of `nonce`."""

    id = fields.UUID(required=True)
    key = fields.String(required=True, validate=_TEXT)
    nonce = fields.String(required=True, validate=_TEXT)
    proof = fields.String(required=True, validate=_TEXT)


class ServerKeySchema(Schema):
    """A key that the server signs or signed with, 91 bytes SPKI in base64url."""

    kid = fields.String(required=True)
    key = fields.String(required=True)


class ServerKeysSchema(Schema):
    """All keys of this server, also former ones, and which life of the database this is."""

    epoch = fields.UUID(required=True)
    keys = fields.List(fields.Nested(ServerKeySchema), required=True)


@signing.get("/sync/keys")
@public
@signing.response(200, ServerKeysSchema)
def server_keys() -> Any:
    """The public keys that texts of the server verify with; public, so that anybody can verify a dossier."""
    ours = authority()
    keys = [{"kid": kid, "key": base64url.encode(key)} for kid, key in sorted(ours.keys.items())]
    return responses.json({"epoch": str(ours.epoch), "keys": keys})


@signing.post("/signers/challenges")
@requires("signers.register")
@signing.response(200, ChallengeSchema)
def new_challenge() -> Any:
    """A nonce for the key that this device is about to register; good for ten minutes."""
    return responses.json({"nonce": challenge.challenge(settings().secret_key, g.viewer)})


@signing.post("/signers")
@requires("signers.register")
@signing.arguments(NewSignerSchema)
@signing.response(200, SignedSchema)
def register_signer(body: dict[str, Any]) -> Any:
    """Vouch for a key of the signed-in person on this device. The same again gives the same text."""
    challenge.check(settings().secret_key, g.viewer, body["nonce"])
    registering.check_proof(body["key"], body["nonce"], body["proof"])
    ours = authority()
    with writing() as session:
        text, signature = registering.register(
            session, ours, g.viewer, id=body["id"], key=body["key"], now=clock.now()
        )
    return responses.json({"text": text, "signature": base64url.encode(signature)})
