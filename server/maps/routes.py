"""Maps: the base of the country, the pack of an action, and what a pack would weigh."""

from typing import Any
from uuid import UUID

from flask import g

from server.core import clock
from server.core.database import reading
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity.guard import requires
from server.maps import library, packs
from server.maps.schemas import ArchiveSchema, AreaQuery, EstimateSchema
from server.maps.sending import send

blueprint = Blueprint("maps", __name__, description="Archives of vector tiles for the offline map.")
_FILE = {"type": "string", "format": "binary"}


@blueprint.get("/maps/base")
@requires("maps.read")
@blueprint.response(200, ArchiveSchema)
def base() -> Any:
    """The base map of the whole country."""
    return responses.json(library.archive_json(library.base()))


@blueprint.get("/maps/base/file")
@requires("maps.read")
@blueprint.response(200, _FILE, content_type="application/vnd.pmtiles")
def base_file() -> Any:
    """Its bytes; ask for parts by `Range`."""
    return send(library.base())


@blueprint.get("/maps/estimate")
@requires("maps.read")
@blueprint.arguments(AreaQuery, location="query")
@blueprint.response(200, EstimateSchema)
def estimate(area: dict[str, float]) -> Any:
    """What a pack of this area would weigh, to the byte."""
    return responses.json(packs.estimate((area["west"], area["south"], area["east"], area["north"])))


@blueprint.get("/control-actions/<uuid:id>/map-pack")
@requires("maps.read")
@blueprint.response(200, ArchiveSchema)
def pack(id: UUID) -> Any:
    """The detail around the sites of an action."""
    return responses.json(library.archive_json(_pack(id)))


@blueprint.get("/control-actions/<uuid:id>/map-pack/file")
@requires("maps.read")
@blueprint.response(200, _FILE, content_type="application/vnd.pmtiles")
def pack_file(id: UUID) -> Any:
    """Its bytes; ask for parts by `Range`."""
    return send(_pack(id))


def _pack(id: UUID) -> Any:
    with reading() as session:
        area = packs.area_of(session, g.viewer, id, clock.now())
    return packs.pack_of(area)
