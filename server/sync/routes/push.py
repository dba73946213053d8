"""Push over HTTP."""

from typing import Any

from flask import g, request
from marshmallow import Schema, fields

from server.core import base64url, clock
from server.core.problems import as_json
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.core.routing.bodies import takes_much
from server.core.routing.errors import language
from server.identity.guard import requires
from server.sync.authority import authority
from server.sync.push.envelope import read_envelope
from server.sync.push.pushing import Refused, push

pushing = Blueprint("push", __name__, description="What a device recorded, signed in batches.")


class ResultSchema(Schema):
    """A batch's receipt, or the problem why nothing of it is stored; `have` with `predecessor-missing`."""

    text = fields.String()
    signature = fields.String()
    problem = fields.Dict()
    have = fields.Integer()


class ResultsSchema(Schema):
    """One result for each batch, in the order of the message."""

    results = fields.List(fields.Nested(ResultSchema), required=True)


@pushing.post("/sync/push")
@requires("sync.push")
@takes_much
@pushing.doc(
    requestBody={
        "required": True,
        "description": "signers, batches, receipts and releases, as docs/format.md § 3 describes them",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
)
@pushing.response(200, ResultsSchema)
def push_batches() -> Any:
    """Store batches, each once, and answer a signed receipt for each. Sending again is always safe."""
    envelope = read_envelope(request.get_data(cache=False))
    results = push(authority(), g.viewer, envelope, clock.now())
    return responses.json({"results": [_told(one) for one in results]})


def _told(result: Any) -> dict[str, Any]:
    if not isinstance(result, Refused):
        return {"text": result.text, "signature": base64url.encode(result.signature)}
    told: dict[str, Any] = {"problem": as_json(result.problem, language())}
    return told if result.have is None else told | {"have": result.have}
