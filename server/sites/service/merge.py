"""Two sites that are one: decided by a person with a reason, and taken back the same way.

Nothing recorded is touched: a dossier keeps the site it was opened at, and that site says which one stands.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.core import paging
from server.core.clock import to_wire
from server.core.database import among, lock
from server.core.ids import uuid7
from server.core.problems import Problem
from server.identity.viewer import Viewer
from server.sites.models import Site, SiteMerge
from server.sites.service.words import refresh_words


def merge(
    session: Session, viewer: Viewer, *, site: UUID, into: UUID, reason: str, now: datetime
) -> dict[str, Any]:
    """From now on `site` is `into`. Raises `not-found`, `merge-itself` and `merge-not-standing`."""
    if site == into:
        raise Problem("merge-itself", field="into")
    if len(lock(session, Site.id, {site, into})) < 2:
        raise Problem("not-found")
    both = {one.id: one for one in session.scalars(select(Site).where(among(session, Site.id, [site, into])))}
    for field, id in (("site", site), ("into", into)):
        if both[id].merged_into is not None:
            raise Problem("merge-not-standing", field=field)
    made = SiteMerge(
        id=uuid7(now),
        site=site,
        into=into,
        reason=reason,
        member=viewer.member,
        agency=viewer.agency,
        at=now,
    )
    session.add(made)
    _point(session, site, into)
    refresh_words(session, [into])
    return merge_json(made)


def undo(session: Session, viewer: Viewer, id: UUID, *, reason: str, now: datetime) -> dict[str, Any]:
    """The two are two again, each with what it had. Raises `not-found` and `merge-undone`."""
    found = session.get(SiteMerge, id)
    if found is None:
        raise Problem("not-found")
    lock(session, Site.id, {found.site, found.into})
    session.refresh(found)
    if found.undone is not None:
        raise Problem("merge-undone")
    found.undone, found.undone_reason = now, reason
    found.undone_member, found.undone_agency = viewer.member, viewer.agency
    stood = session.scalars(select(Site.merged_into).where(Site.id == found.site)).one()
    _point(session, found.site, None)
    refresh_words(session, [one for one in (found.site, stood) if one is not None])
    return merge_json(found)


def merges(session: Session, *, after: str | None = None, limit: int = paging.LIMIT) -> dict[str, Any]:
    """Decisions, the newest first, those taken back too; one query. Raises `cursor-unknown`."""
    query = select(SiteMerge)
    if (place := paging.read(after, paging.id)) is not None:
        query = query.where(SiteMerge.id < place[0])
    rows = list(session.scalars(query.order_by(SiteMerge.id.desc()).limit(limit + 1)))
    more = paging.write(str(rows[limit - 1].id)) if len(rows) > limit else None
    return {"merges": [merge_json(one) for one in rows[:limit]], "after": more}


def _point(session: Session, site: UUID, stands: UUID | None) -> None:
    """Let a site point to the one that stands, and all that were merged into it to the same (or to it)."""
    session.flush()
    session.execute(update(Site).where(Site.id == site).values(merged_into=stands))
    below = {site}
    while below:
        query = select(SiteMerge.site).where(
            among(session, SiteMerge.into, below), SiteMerge.undone.is_(None)
        )
        below = set(session.scalars(query))
        if below:
            values = {"merged_into": stands or site}
            session.execute(update(Site).where(among(session, Site.id, below)).values(values))


def merge_json(one: SiteMerge) -> dict[str, Any]:
    """A decision as lists show it."""
    return {
        "id": str(one.id),
        "site": str(one.site),
        "into": str(one.into),
        "reason": one.reason,
        "member": str(one.member),
        "agency": str(one.agency),
        "at": to_wire(one.at),
        "undone": None if one.undone is None else to_wire(one.undone),
        "undoneReason": one.undone_reason,
        "undoneMember": None if one.undone_member is None else str(one.undone_member),
    }
