"""What was recorded in one dossier, family by family, in the scopes that the reader may read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.access.service import Viewer, readable_scopes
from server.core import paging
from server.core.clock import to_ms
from server.dossiers.reading.authors import Authors, authors_of
from server.dossiers.reading.told import entity_from, tell


def read_page(
    session: Session,
    viewer: Viewer,
    now: datetime,
    model: Any,
    dossier: UUID,
    *,
    only: Sequence[ColumnElement[bool]] = (),
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> tuple[list[tuple[Any, dict[str, Any]]], str | None]:
    """Rows of a family, newest first, each with what is told of it, and the cursor of the next page.

    Two queries. Raises `cursor-unknown`.
    """
    query = in_dossier(model, viewer, now, dossier).where(*only)
    place = paging.read(after, paging.instant, paging.id, paging.whole)
    if place is not None:
        at, entity, scope = place
        same = model.at == at
        query = query.where(
            or_(
                model.at < at,
                and_(same, model.entity > entity),
                and_(same, model.entity == entity, model.scope > scope),
            )
        )
    rows = list(session.execute(query.order_by(model.at.desc(), model.entity, model.scope).limit(limit + 1)))
    page = rows[:limit]
    last = page[-1][0] if len(rows) > limit else None
    cursor = None if last is None else paging.write(to_ms(last.at), str(last.entity), last.scope)
    return tell_rows(session, page), cursor


def in_dossier(model: Any, viewer: Viewer, now: datetime, dossier: UUID) -> Any:
    """Rows of a family in one dossier that the viewer may read, with the names of their scopes."""
    return (
        select(model, Scope.name)
        .join(Scope, Scope.id == model.scope)
        .where(model.dossier == dossier, model.scope.in_(readable_scopes(viewer, now)))
    )


def tell_rows(session: Session, rows: Sequence[tuple[Any, str]]) -> list[tuple[Any, dict[str, Any]]]:
    """Each row with what all families tell; one query, for the names of authors."""
    entities = [entity_from(row) for row, _ in rows]
    authors: Authors = authors_of(session, (one.state for one in entities))
    return [
        (row, tell(row, scope, entity, authors)) for (row, scope), entity in zip(rows, entities, strict=True)
    ]
