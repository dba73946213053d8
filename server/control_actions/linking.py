"""Visits of one action to one place: two teams may each open one at the same shed. They are linked, never
merged.
"""

from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.core.database import lock_id, writing
from server.core.ids import derive
from server.sync.documents import Put, put_documents


def link_visits(dossier: UUID, now: datetime) -> None:
    """Tell everybody on its action which other visits a newly opened one shares its site with."""
    with writing() as session:
        opened = session.get(Dossier, dossier)
        if opened is None or opened.site is None:
            return
        lock_id(session, opened.action)
        put_documents(session, linked_documents(session, opened.action), now)


def linked_documents(session: Session, action: UUID) -> list[Put]:
    """A document for each site that more than one visit of the action goes to. One query."""
    rows = session.execute(
        select(Dossier.site, Dossier.id)
        .where(Dossier.action == action, Dossier.site.is_not(None))
        .order_by(Dossier.site, Dossier.opened, Dossier.id)
    )
    by_site = {site: [id for _, id in visits] for site, visits in groupby(rows, key=lambda row: row.site)}
    return [_linked(action, site, visits) for site, visits in by_site.items() if len(visits) > 1]


def _linked(action: UUID, site: UUID, visits: list[UUID]) -> Put:
    id = derive("linked", action, site)
    body = {"id": str(id), "action": str(action), "site": str(site), "dossiers": [str(one) for one in visits]}
    return Put(f"action:{action}", "linked_dossiers", id, body)
