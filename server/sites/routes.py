"""Sites: search, and add one by hand."""

from typing import Any

from server.core import clock
from server.core.database import reading, writing
from server.core.routing import responses
from server.core.routing.blueprint import Blueprint
from server.identity.guard import requires
from server.sites import service
from server.sites.schemas import NewSiteSchema, SitePage, SiteQuery, SiteSchema

blueprint = Blueprint("sites", __name__, description="Places that may be visited.")


@blueprint.get("/sites")
@requires("sites.read")
@blueprint.arguments(SiteQuery, location="query")
@blueprint.response(200, SitePage)
def list_sites(query: dict[str, Any]) -> Any:
    """Sites by name; `q` is words of name, address, postcode or town."""
    with reading() as session:
        return responses.json(service.search(session, **query))


@blueprint.post("/sites")
@requires("sites.write")
@blueprint.arguments(NewSiteSchema)
@blueprint.response(201, SiteSchema)
def add_site(body: dict[str, Any]) -> Any:
    """Add a site."""
    with writing() as session:
        return responses.json(service.site_json(service.add(session, body, clock.now())), 201)
