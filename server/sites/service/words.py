"""What a search looks through at a site, kept up with its businesses and with what was merged into it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select, union, update
from sqlalchemy.orm import Session

from server.core.database import among
from server.sites.models import Establishment, Site
from server.sites.service.add import words_of


def refresh_words(session: Session, sites: Collection[UUID]) -> None:
    """Write it anew at these sites, and at those that stand for them: three queries, a statement a site."""
    session.flush()
    stands = select(Site.merged_into).where(among(session, Site.id, sites), Site.merged_into.is_not(None))
    wanted = {*sites, *session.scalars(stands)}
    given = select(Site).where(Site.id.in_(_with_merged(session, wanted)))
    texts: dict[UUID, list[str]] = {}
    businesses = _businesses(session, wanted)
    for site in session.scalars(given.execution_options(populate_existing=True)):
        told = {"name": site.name, "address": site.address, "postcode": site.postcode, "town": site.town}
        words = words_of(told, site.bag_id or "", *businesses.get(site.id, []))
        texts.setdefault(site.id, []).insert(0, words)
        if site.merged_into is not None:
            texts.setdefault(site.merged_into, []).append(words)
    changed = [{"id": id, "search": " ".join(parts)} for id, parts in texts.items() if id in wanted]
    if changed:
        session.execute(update(Site), changed)


def _with_merged(session: Session, sites: Collection[UUID]) -> Any:
    """Ids of these sites and of those that were merged into them."""
    merged = select(Site.id).where(among(session, Site.merged_into, sites))
    return union(select(Site.id).where(among(session, Site.id, sites)), merged)


def _businesses(session: Session, sites: Collection[UUID]) -> dict[UUID, list[str]]:
    """Names and numbers of the establishments at these sites and at those merged into them."""
    found: dict[UUID, list[str]] = {}
    query = select(Establishment).where(Establishment.site.in_(_with_merged(session, sites)))
    for one in session.scalars(query.order_by(Establishment.id)):
        found.setdefault(one.site, []).extend(word for word in (one.name, one.kvk, one.branch) if word)
    return found
