"""Where an action goes: the places of its sites."""

from datetime import datetime
from uuid import UUID

from shapely.geometry.base import BaseGeometry
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.control_actions.models import Target
from server.control_actions.service.doors import to_read
from server.identity.viewer import Viewer
from server.sites.models import Site


def places_of(session: Session, viewer: Viewer, action: UUID, now: datetime) -> list[BaseGeometry]:
    """The plots of the action's sites, or their points; two queries. Raises `not-found`."""
    found = to_read(session, viewer, action, now)
    query = select(Site.geom, Site.plot).join(Target, Target.site == Site.id).where(Target.action == found.id)
    return [plot if plot is not None else point for point, plot in session.execute(query)]
