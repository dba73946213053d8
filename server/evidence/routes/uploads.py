"""tus 1.0.0: core, creation, checksum and termination. The id of an upload is that of its evidence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from flask import Response, g, request
from werkzeug.exceptions import ClientDisconnected
from werkzeug.wsgi import get_input_stream

from server.config import settings
from server.core import clock
from server.core.database import writing
from server.core.ids import parse
from server.core.objects import vault
from server.core.problems import Problem
from server.core.routing.blueprint import Blueprint
from server.evidence import service, tus
from server.evidence.service.signing import sign
from server.identity.guard import public, requires

blueprint = Blueprint("evidence-uploads", __name__, description="Photos on their way (tus 1.0.0).")

PART = 2**14
STALL_SECONDS = 20


@blueprint.before_request
def check_version() -> None:
    """A request in another version of tus is refused before anything else."""
    if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != tus.VERSION:
        versions = {"Tus-Version": tus.VERSION}
        raise Problem(
            "upload-version-unsupported", field="Tus-Resumable", headers=versions, versions=tus.VERSION
        )


@blueprint.after_request
def say_version(answer: Response) -> Response:
    """Each answer names the version, also one that tells a problem; none is kept by a cache."""
    answer.headers["Tus-Resumable"] = tus.VERSION
    answer.headers["Cache-Control"] = "no-store"
    return answer


def offered() -> Response:
    """What this server can do."""
    answer = Response(status=204)
    answer.headers["Tus-Version"] = tus.VERSION
    answer.headers["Tus-Extension"] = tus.EXTENSIONS
    answer.headers["Tus-Max-Size"] = str(settings().photo_max_bytes)
    answer.headers["Tus-Checksum-Algorithm"] = tus.CHECKSUM_ALGORITHMS
    return answer


@blueprint.route("/evidence-uploads", methods=["OPTIONS"], provide_automatic_options=False)
@public
def options() -> Response:
    """Versions, extensions and bounds."""
    return offered()


@blueprint.route("/evidence-uploads/<id>", methods=["OPTIONS"], provide_automatic_options=False)
@public
def options_of_one(id: str) -> Response:
    """The same at every upload."""
    return offered()


@blueprint.route("/evidence-uploads", methods=["POST"])
@requires("evidence.upload")
@blueprint.doc(responses={"201": {"description": "Begun, or begun before; Location says where."}})
def create() -> Response:
    """Begin the upload of a photo whose record, written on this device, has a receipt."""
    with _headers():
        id = tus.evidence_id(tus.parse_metadata(request.headers.get("Upload-Metadata")))
        length = tus.parse_count("Upload-Length", request.headers.get("Upload-Length"))
    limit = settings().photo_max_bytes
    if length > limit:
        raise Problem(
            "upload-too-large", field="Upload-Length", limit=limit, headers={"Tus-Max-Size": str(limit)}
        )
    device = g.viewer.device
    with service.turn(service.spool_folder(settings().data_dir), device, id), writing() as session:
        progress = service.begin(
            session, device, id, length, service.announced_on(session, device, id), clock.now()
        )
    answer = _at(progress.offset, 201)
    answer.headers["Location"] = f"{request.path}/{id}"
    return answer


@blueprint.route("/evidence-uploads/<id>", methods=["HEAD"])
@requires("evidence.upload")
def where(id: str) -> Response:
    """How many bytes are here, of how many."""
    folder = service.spool_folder(settings().data_dir)
    progress = service.settled(folder, g.viewer.device, _id(id))
    answer = _at(progress.offset, 200)
    answer.headers["Upload-Length"] = str(progress.length)
    return answer


@blueprint.route("/evidence-uploads/<id>", methods=["PATCH"])
@requires("evidence.upload")
@blueprint.doc(responses={"204": {"description": "Taken; Upload-Offset says up to where."}})
def append(id: str) -> Response:
    """Bytes at the offset where the upload is; the last one finishes it."""
    if request.content_type != tus.PATCH_TYPE:
        raise Problem("content-type-unknown", given=request.content_type or "(none)", expected=tus.PATCH_TYPE)
    with _headers():
        offset = tus.parse_count("Upload-Offset", request.headers.get("Upload-Offset"))
        checksum = tus.parse_checksum(request.headers.get("Upload-Checksum"))
    folder = service.spool_folder(settings().data_dir)
    keeper = service.Keeper(vault(), sign, settings().photo_max_pixels)
    progress = service.append(
        folder, g.viewer.device, _id(id), offset, _body(), checksum, keeper, clock.now()
    )
    return _at(progress.offset, 204)


@blueprint.route("/evidence-uploads/<id>", methods=["DELETE"])
@requires("evidence.upload")
@blueprint.doc(responses={"204": {"description": "Ended; it can be begun anew."}})
def end(id: str) -> Response:
    """Throw away what came of an unfinished upload."""
    service.end(service.spool_folder(settings().data_dir), g.viewer.device, _id(id))
    return Response(status=204)


@blueprint.route("/evidence-uploads/<id>", methods=["POST"])
@requires("evidence.upload")
@blueprint.doc(responses={"204": {"description": "As the method in X-HTTP-Method-Override."}})
def overridden(id: str) -> Response:
    """For networks that let only GET and POST through: the method meant is in X-HTTP-Method-Override."""
    methods: dict[str, Callable[[str], Response]] = {"PATCH": append, "DELETE": end, "HEAD": where}
    meant = methods.get(request.headers.get("X-HTTP-Method-Override", ""))
    if meant is None:
        raise Problem("method-not-allowed", method="POST", allowed="DELETE, HEAD, PATCH")
    return meant(id)


@contextmanager
def _headers() -> Iterator[None]:
    """A header that breaks the protocol becomes a problem that names it."""
    try:
        yield
    except tus.HeaderInvalid as wrong:
        raise Problem("upload-header-invalid", field=wrong.header, reason=wrong.mend) from wrong


def _at(offset: int, status: int) -> Response:
    answer = Response(status=status)
    answer.headers["Upload-Offset"] = str(offset)
    return answer


def _id(text: str) -> UUID:
    try:
        return parse(text)
    except ValueError:
        raise Problem("not-found") from None


def _body() -> Iterator[bytes]:
    """The body as it arrives; a photo may be larger than any other request.

    A link that falls silent without closing would hold thread and lock for ever, so it has STALL_SECONDS.
    Raises `upload-stalled` then, and ClientDisconnected when fewer bytes came than were announced.
    """
    request.max_content_length = settings().photo_max_bytes
    stream = get_input_stream(request.environ, max_content_length=settings().photo_max_bytes)
    link = request.environ.get("gunicorn.socket")
    if link is not None:
        link.settimeout(STALL_SECONDS)
    came = 0
    try:
        while part := stream.read(PART):
            came += len(part)
            yield part
    except TimeoutError as silence:
        raise Problem("upload-stalled", seconds=STALL_SECONDS) from silence
    if came < (request.content_length or 0):
        raise ClientDisconnected()
