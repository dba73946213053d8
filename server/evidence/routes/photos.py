"""Reading photos: receipt, original and preview, each only through a record one may read."""

from typing import Any
from uuid import UUID

from flask import Response, g, request

from server.access.audit import class_scopes, log_class_reads
from server.access.service import reading_as_service
from server.core import base64url, clock, objects
from server.core.database import reading, writing
from server.core.ids import parse
from server.core.objects import vault
from server.core.problems import Problem
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.evidence import service
from server.evidence.models import PhotoReceipt
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
    """The signed receipt, the same bytes for ever; the device that sent the photo has it in any case."""
    with reading_as_service() as session:
        own = service.own_receipt(session, g.viewer.device, _id(id))
    found = own or _photo(id, "evidence.receipt")
    return responses.json({"text": found.text, "signature": found.signature})


@blueprint.get("/evidence/<id>/original")
@requires("evidence.read")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="image/*")
def original(id: str) -> Any:
    """The bytes as captured."""
    found = _photo(id, "evidence.original")
    return _image(found.object, found.mime, found.bytes, base64url.encode_hash(found.sha256))


@blueprint.get("/evidence/<id>/preview")
@requires("evidence.read")
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="image/jpeg")
def preview(id: str) -> Any:
    """A small JPEG without EXIF, its long edge 640 pixels."""
    found = _photo(id, "evidence.preview")
    with reading() as session:
        small = service.preview_of(session, found)
    tag = f"{base64url.encode_hash(found.sha256)}-preview"
    return _image(str(small.object), small.mime, small.bytes, tag)


def _photo(id: str, what: str) -> PhotoReceipt:
    """The photo as the viewer may see it; a read of a `class:` scope is written down beforehand."""
    now = clock.now()
    with reading() as session:
        found = service.photo(session, g.viewer, _id(id), now)
        logged = class_scopes(session, found.scopes)
    if logged:
        with writing() as session:
            log_class_reads(session, g.viewer, logged, what, now)
    return found.photo


def _image(name: str, mime: str, size: int, tag: str) -> Response:
    """The image, or 304; shown inside our own pages only, and never run as anything else."""
    answer = Response(mimetype=mime)
    answer.set_etag(tag)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Content-Disposition"] = "inline"
    if tag in request.if_none_match:
        answer.status_code = 304
        return answer
    answer.content_length = size
    if request.method != "HEAD":
        with reading() as session:
            answer.set_data(b"".join(objects.read(session, vault(), name)))
    return answer


def _id(text: str) -> UUID:
    try:
        return parse(text)
    except ValueError:
        raise Problem("not-found") from None
