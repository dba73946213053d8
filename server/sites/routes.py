"""Sites: search, read, add and merge; areas that a search may name."""

from typing import Any
from uuid import UUID

from flask import g

from server.core import clock
from server.core.database import reading, writing
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity.guard import requires
from server.sites import service
from server.sites.schemas import (
    AreaFeature,
    AreaPage,
    AreaQuery,
    FoundSiteSchema,
    MergePage,
    MergeSchema,
    NewMerge,
    NewSiteSchema,
    PageQuery,
    PairPage,
    Reason,
    SitePage,
    SiteQuery,
    SiteSchema,
    SiteSearch,
)

blueprint = Blueprint("sites", __name__, description="Places that may be visited.")


@blueprint.get("/sites")
@requires("sites.read")
@blueprint.arguments(SiteQuery, location="query")
@blueprint.response(200, SitePage)
def list_sites(query: dict[str, Any]) -> Any:
    """Sites by name, or by distance from `near`; `q` is words of name, address, postcode, town or business,
    a KvK number or BAG id, or coordinates."""
    with reading() as session:
        return responses.json(service.search(session, _asked(query)))


@blueprint.post("/sites/search")
@requires("sites.read")
@blueprint.arguments(SiteSearch)
@blueprint.response(200, SitePage)
def search_sites(body: dict[str, Any]) -> Any:
    """The same for what does not fit in a query: an area that was drawn."""
    with reading() as session:
        return responses.json(service.search(session, _asked(body)))


@blueprint.get("/sites/<uuid:id>")
@requires("sites.read")
@blueprint.response(200, FoundSiteSchema)
def read_site(id: UUID) -> Any:
    """One site with its businesses."""
    with reading() as session:
        return responses.json(service.read_one(session, id))


@blueprint.post("/sites")
@requires("sites.write")
@blueprint.arguments(NewSiteSchema)
@blueprint.response(201, SiteSchema)
def add_site(body: dict[str, Any]) -> Any:
    """Add a site."""
    with writing() as session:
        return responses.json(service.site_json(service.add(session, body, clock.now())), 201)


@blueprint.get("/areas")
@requires("sites.read")
@blueprint.arguments(AreaQuery, location="query")
@blueprint.response(200, AreaPage)
def list_areas(query: dict[str, Any]) -> Any:
    """Municipalities, districts and postcodes by name."""
    with reading() as session:
        return responses.json(service.areas(session, **query))


@blueprint.get("/areas/<code>")
@requires("sites.read")
@blueprint.response(200, AreaFeature)
def read_area(code: str) -> Any:
    """One area with its outline, as GeoJSON."""
    with reading() as session:
        return responses.json(service.area_feature(session, code))


@blueprint.get("/sites/duplicates")
@requires("sites.merge")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, PairPage)
def list_duplicates(query: dict[str, Any]) -> Any:
    """Pairs of sites that may be one: the same building or address, or next to each other."""
    with reading() as session:
        return responses.json(service.duplicates(session, **query))


@blueprint.get("/site-merges")
@requires("sites.merge")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, MergePage)
def list_merges(query: dict[str, Any]) -> Any:
    """Which sites were said to be one, by whom and why, and what was taken back; the newest first."""
    with reading() as session:
        return responses.json(service.merges(session, **query))


@blueprint.post("/site-merges")
@requires("sites.merge")
@blueprint.arguments(NewMerge)
@blueprint.response(201, MergeSchema)
def merge_sites(body: dict[str, Any]) -> Any:
    """Say that a site is another one. Dossiers keep the site they were opened at."""
    with writing() as session:
        return responses.json(service.merge(session, g.viewer, now=clock.now(), **body), 201)


@blueprint.post("/site-merges/<uuid:id>/undo")
@requires("sites.merge")
@blueprint.arguments(Reason)
@blueprint.response(200, MergeSchema)
def undo_merge(body: dict[str, Any], id: UUID) -> Any:
    """Take a merge back: the two are two again."""
    with writing() as session:
        return responses.json(service.undo(session, g.viewer, id, now=clock.now(), **body))


def _asked(told: dict[str, Any]) -> service.Search:
    """The search that a query or body asks for."""
    area = told.pop("drawn", None)
    drawn = None if area is None else service.drawn(area, "drawn")
    return service.Search(bag_id=told.pop("bagId"), drawn=drawn, **told)
