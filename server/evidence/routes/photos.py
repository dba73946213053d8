"""Reading photos: receipt, original and preview, each only through a record one may read."""

from typing import Any
from uuid import UUID

from flask import Response, g, request
from flask_smorest import Blueprint

from server.core import base64url, clock, objects
from server.core.database import reading
from server.core.ids import parse
from server.core.objects import vault
from server.core.problems import Problem
from server.core.routing import responses
from server.evidence import service
from server.evidence.schemas import PhotoReceiptSchema
from server.identity.guard import requires

blueprint = Blueprint("evidence", __name__, description="Photos and drawings that were received.")


@blueprint.after_request
def keep_private(answer: Response) -> Response:
    """No shared cache keeps a photo, and a browser asks each time whether it may still show it."""
    answer.headers["Cache-Control"] = "private, no-cache" if answer.status_code < 400 else "no-store"
    return answer


@blueprint.get("/evidence/<id>/receipt")
@requires("evidence.read")
@blueprint.response(200, PhotoReceiptSchema)
def receipt(id: str) -> Any:
    """The signed receipt, the same bytes for ever; also for the device that sent a photo whose record is set
    aside.
    """
    with reading() as session:
        own = service.own_receipt(session, g.viewer.device, _id(id))
        found = own or service.photo(session, g.viewer, _id(id), clock.now()).photo
        return responses.json({"text": found.text, "signature": found.signature})


@blueprint.get("/evidence/<id>/original")
@requires("evidence.read")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="image/*")
def original(id: str) -> Any:
    """The bytes as captured."""
    with reading() as session:
        found = service.photo(session, g.viewer, _id(id), clock.now()).photo
        etag = base64url.encode_hash(found.sha256)
        return _image(session, found.object, found.mime, found.bytes, etag)


@blueprint.get("/evidence/<id>/preview")
@requires("evidence.read")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="image/jpeg")
def preview(id: str) -> Any:
    """A small JPEG without EXIF, its long edge 640 pixels."""
    with reading() as session:
        found = service.photo(session, g.viewer, _id(id), clock.now()).photo
        small = service.preview_of(session, found)
        etag = f"{base64url.encode_hash(found.sha256)}-preview"
        return _image(session, str(small.object), small.mime, small.bytes, etag)


def _image(session: Any, name: str, mime: str, size: int, etag: str) -> Response:
    """The image, or 304; shown inside our own pages only, and never run as anything else."""
    answer = Response(mimetype=mime)
    answer.set_etag(etag)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Content-Disposition"] = "inline"
    if answer.get_etag()[0] in request.if_none_match:
        answer.status_code = 304
        return answer
    answer.content_length = size
    if request.method != "HEAD":
        answer.set_data(b"".join(objects.read(session, vault(), name)))
    return answer


def _id(text: str) -> UUID:
    try:
        return parse(text)
    except ValueError:
        raise Problem("not-found") from None
