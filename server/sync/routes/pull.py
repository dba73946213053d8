"""The pull side of sync over HTTP."""

import zlib
from typing import Any

from flask import Response, g, request
from marshmallow import Schema, fields, validate

from server.core import clock
from server.core.database import reading
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.core.routing.bodies import takes_much
from server.dossiers.service import log_reads
from server.identity.guard import requires
from server.sync.authority import authority
from server.sync.pull import pull

pulling = Blueprint("pull", __name__, description="What a device may read and does not hold yet.")

_WORTH_PACKING = 1400  # bytes: less fits one network packet anyway


class SignedSchema(Schema):
    """A text as it was signed, and its signature in base64url."""

    text = fields.String(required=True)
    signature = fields.String(required=True)


class SignerSchema(SignedSchema):
    """A signer's text with the text of its end, null while it has not ended."""

    end = fields.Nested(SignedSchema, required=True, allow_none=True)


class EntrySchema(Schema):
    """`{n, put, head, fields, batch}` an operation, `{n, put, type, version, body}` a document, `{n,
    remove}`, `{n, void}`.
    """

    n = fields.Integer(required=True)
    put = fields.String()
    head = fields.String()
    fields_ = fields.List(fields.String(), data_key="fields")
    batch = fields.String()
    type = fields.String()
    version = fields.Integer()
    body = fields.Dict()
    remove = fields.UUID()
    void = fields.Boolean()


class GapSchema(Schema):
    """Batches `first` to `last` of a signer's chain that its device lost."""

    signer = fields.UUID(required=True)
    first = fields.Integer(required=True)
    last = fields.Integer(required=True)


class ScopePageSchema(Schema):
    """Entries after `from` of one scope. A scope that comes from 0 replaces what was held of it."""

    from_ = fields.Integer(required=True, data_key="from")
    entries = fields.List(fields.Nested(EntrySchema), required=True)
    cursor = fields.String(required=True)
    more = fields.Boolean(required=True)
    batches = fields.List(fields.Nested(SignedSchema), required=True)
    releases = fields.List(fields.Nested(SignedSchema), required=True)
    gaps = fields.List(fields.Nested(GapSchema), required=True)


class PullSchema(Schema):
    """Up to where the device holds each scope: name → cursor, or null to begin."""

    epoch = fields.UUID(load_default=None, allow_none=True)
    cursors = fields.Dict(
        keys=fields.String(validate=validate.Length(max=160)),
        values=fields.String(allow_none=True, validate=validate.Length(max=80)),
        load_default=dict,
        validate=validate.Length(max=20_000),
    )


class PullPageSchema(Schema):
    """A page: scopes with something new, scopes lost, signers. `epoch` is new after every restore."""

    epoch = fields.UUID(required=True)
    scopes = fields.Dict(keys=fields.String(), values=fields.Nested(ScopePageSchema), required=True)
    lost = fields.List(fields.String(), required=True)
    signers = fields.List(fields.Nested(SignerSchema), required=True)


@pulling.post("/sync/pull")
@requires("sync.pull")
@takes_much
@pulling.arguments(PullSchema)
@pulling.response(200, PullPageSchema)
def pull_page(body: dict[str, Any]) -> Any:
    """The next page of at most 1,000 entries, by scope; ask again while any says `more`."""
    epoch = authority().epoch
    now = clock.now()
    with reading() as session:
        page = pull(session, g.viewer, now, epoch=epoch, cursors=body["cursors"])
    log_reads(g.viewer, [name for name, told in page["scopes"].items() if told["entries"]], "sync.pull", now)
    return _packed(responses.json(page))


def _packed(answer: Response) -> Response:
    """gzip at level 1: a page shrinks to a third, for 7 ms where level 6 takes 13."""
    content = answer.get_data()
    if len(content) > _WORTH_PACKING and request.accept_encodings.quality("gzip") > 0:
        packer = zlib.compressobj(1, wbits=31)
        answer.set_data(packer.compress(content) + packer.flush())
        answer.headers["Content-Encoding"] = "gzip"
    answer.vary.add("Accept-Encoding")
    return answer
