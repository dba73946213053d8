"""What is confirmed, over HTTP."""

from typing import Any

from flask import g
from marshmallow import Schema, fields

from server.access.service import reading_as_service
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity.guard import requires
from server.sync.authority import authority
from server.sync.confirmed import confirmed
from server.sync.routes.pull import SignedSchema

confirming = Blueprint("confirmed", __name__, description="What of a device is here, as it stands now.")


class ListedBatchSchema(Schema):
    """A batch, and `[id, fate, reason]` of each operation as it is now."""

    signer = fields.UUID(required=True)
    scope = fields.String(required=True)
    n = fields.Integer(required=True)
    hash = fields.String(required=True)
    fates = fields.List(fields.List(fields.String(allow_none=True)), required=True)


class ListedPhotoSchema(Schema):
    """A photo that arrived whole: the entity of its evidence, its hash, the signer whose record names it."""

    id = fields.UUID(required=True)
    sha256 = fields.String(required=True)
    signer = fields.UUID(required=True)


class ListingSchema(Schema):
    """All that is here of the device. What is missing is to be offered again."""

    epoch = fields.UUID(required=True)
    batches = fields.List(fields.Nested(ListedBatchSchema), required=True)
    releases = fields.List(fields.Nested(SignedSchema), required=True)
    photos = fields.List(fields.Nested(ListedPhotoSchema), required=True)


@confirming.get("/sync/batches")
@requires("sync.push")
@confirming.response(200, ListingSchema)
def list_batches() -> Any:
    """The batches of all signers of this device, with fates, releases and photos."""
    epoch = authority().epoch
    with reading_as_service() as session:  # also what was sent from here into scopes this person cannot read
        return responses.json({"epoch": str(epoch)} | confirmed(session, g.viewer.device))
