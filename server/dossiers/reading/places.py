"""Where a dossier is: its site, or what was said of it when it was opened on the spot."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.core.database import among
from server.sites.models import Site


def sites_of(session: Session, ids: set[UUID]) -> dict[UUID, dict[str, Any]]:
    """Sites as lists show them, by id, in one query."""
    found = session.query(Site).where(among(session, Site.id, ids))
    return {site.id: site_json(site) for site in found}


def site_json(site: Site) -> dict[str, Any]:
    """A site: name, address, town, municipality (CBS code), place in WGS 84."""
    return {
        "id": str(site.id),
        "name": site.name,
        "address": site.address,
        "town": site.town,
        "municipality": site.municipality,
        "lon": f"{site.geom.x:.7f}",  # type: ignore[attr-defined]
        "lat": f"{site.geom.y:.7f}",  # type: ignore[attr-defined]
        "fictitious": site.fictitious,
    }
