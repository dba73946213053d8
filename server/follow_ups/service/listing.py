"""The inbox as a list: views, search, pages by due date, and how many each view holds."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select
from sqlalchemy.orm import Session

from server.access.service import Viewer
from server.core import paging
from server.core.clock import local_day, to_wire
from server.follow_ups import states
from server.follow_ups.documents import about, person
from server.follow_ups.models import FollowUp, Question
from server.follow_ups.service.opening import in_inbox
from server.follow_ups.service.telling import names_of

NO_DUE = "9999-12-31"
"""Tasks without a term come last."""

Views = dict[str, ColumnElement[bool]]


def views_of(viewer: Viewer, now: datetime) -> Views:
    """The saved views and what is in each; `open` is all that somebody still has to do something for."""
    still = and_(FollowUp.state.in_(states.OPEN), _live())
    return {
        "open": still,
        "new": and_(FollowUp.state == states.PROPOSED, FollowUp.withdrawn.is_(None)),
        "due": and_(still, FollowUp.due < local_day(now).isoformat()),
        "mine": and_(still, FollowUp.handler == viewer.member),
        "waiting": and_(still, FollowUp.id.in_(_asked())),
        "returned": or_(FollowUp.state == states.REFUSED, and_(FollowUp.withdrawn.is_not(None), not_(still))),
        "closed": FollowUp.state == states.CLOSED,
    }


def _live() -> ColumnElement[bool]:
    """A withdrawn task that nobody took up asks for nothing any more."""
    return or_(FollowUp.withdrawn.is_(None), FollowUp.state != states.PROPOSED)


def _asked() -> Select[UUID]:
    return select(Question.follow_up).where(Question.answered.is_(False))


def list_follow_ups(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    view: str = "open",
    q: str | None = None,
    severity: str | None = None,
    action: str | None = None,
    after: str | None = None,
    limit: int = paging.LIMIT,
) -> dict[str, Any]:
    """A page of the viewer's inbox, the earliest term first. Four queries. Raises `cursor-unknown`."""
    views = views_of(viewer, now)
    due = func.coalesce(FollowUp.due, NO_DUE)
    query = in_inbox(viewer, now).where(views[view], *_searched(q))
    if severity is not None:
        query = query.where(FollowUp.severity == severity)
    if action is not None:
        query = query.where(FollowUp.action == action)
    place = paging.read(after, paging.text, paging.id)
    if place is not None:
        query = query.where(or_(due > place[0], and_(due == place[0], FollowUp.id > place[1])))
    rows = list(session.scalars(query.order_by(due, FollowUp.id).limit(limit + 1)))
    page = rows[:limit]
    waiting = set(session.scalars(_asked().where(Question.follow_up.in_([row.id for row in page]))))
    names = names_of(session, {row.handler for row in page if row.handler is not None})
    last = page[-1] if len(rows) > limit else None
    return {
        "followUps": [_told(row, row.id in waiting, names) for row in page],
        "counts": _counts(session, viewer, now, views),
        "today": local_day(now).isoformat(),
        "after": None if last is None else paging.write(last.due or NO_DUE, str(last.id)),
    }


def _searched(q: str | None) -> list[ColumnElement[bool]]:
    """Every word must be found in number, title or place; % and _ are letters like any other."""
    words = (q or "").lower().split()
    columns = (FollowUp.number, FollowUp.title, FollowUp.site)
    return [
        or_(*(func.lower(column).contains(word, autoescape=True) for column in columns)) for word in words
    ]


def _counts(session: Session, viewer: Viewer, now: datetime, views: Views) -> dict[str, int]:
    inbox = in_inbox(viewer, now).with_only_columns(
        *(func.count(case((condition, 1))).label(name) for name, condition in views.items())
    )
    row = session.execute(inbox).one()
    return {name: int(getattr(row, name)) for name in views}


def _told(row: FollowUp, waiting: bool, names: dict[UUID, str]) -> dict[str, Any]:
    finding, site = row.content.get("finding"), row.content.get("site")
    return {
        "id": str(row.id),
        "number": row.number,
        "version": row.version,
        "task": row.task,
        "origin": row.origin,
        "source": str(row.source),
        "about": about(row),
        "action": row.action,
        "severity": row.severity,
        "title": finding["title"] if finding else None,
        "rule": finding["rule"] if finding else None,
        "sentence": row.content.get("sentence"),
        "site": None if site is None else {"name": site["name"], "town": site["town"]},
        "handler": None if row.handler is None else person(row.handler, names),
        "dueOn": row.due,
        "state": row.state,
        "waiting": waiting,
        "withdrawn": row.withdrawn,
        "at": to_wire(row.at),
    }
