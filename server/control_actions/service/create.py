"""Make an action: a draft that its maker leads and nobody else reads."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.access import service as access
from server.control_actions.models import ActionRequest, ControlAction
from server.control_actions.plan import load_plan
from server.control_actions.publishing import publish
from server.control_actions.service.doors import note
from server.core.database import lock
from server.core.ids import uuid7
from server.identity.models import Agency
from server.identity.viewer import Viewer

LOCAL = ZoneInfo("Europe/Amsterdam")
"""A year begins where the agencies are."""


def create(
    session: Session,
    viewer: Viewer,
    fields: dict[str, Any],
    *,
    retention_days: int,
    now: datetime,
    id: UUID | None = None,
) -> ControlAction:
    """Make a draft led by the viewer, whose agency is asked and said yes; inside `writing()`.

    Its number is of the year it is held in. `id` is for the demo, whose actions are known by it.
    """
    lock(session, Agency.id, [viewer.agency])  # one number after the other
    id = id or uuid7(now)
    scope = access.ensure_scope(session, f"action:{id}")
    access.ensure_scopes(session, [f"directory:{id}", f"lead:{id}"])
    action = ControlAction(
        id=id,
        scope=scope,
        number=_next_number(session, viewer, fields["window"]["since"]),
        title=fields["title"],
        goal=fields["goal"],
        legal_basis=fields["legalBasis"],
        state="draft",
        lead_agency=viewer.agency,
        lead_member=viewer.member,
        since=fields["window"]["since"],
        until=fields["window"]["until"],
        closed_at=None,
        retention_days=retention_days,
        version=1,
        created=now,
    )
    session.add(action)
    session.flush()
    session.add(ActionRequest(action=id, agency=viewer.agency, answer="yes", note=None))
    session.flush()
    note(session, viewer, action, "created", now)
    publish(session, load_plan(session, action), now)
    return action


def _next_number(session: Session, viewer: Viewer, day: datetime) -> str:
    """The next number of this agency in the year of this day, as IC-2026-014."""
    prefix = f"IC-{day.astimezone(LOCAL).year}-"
    mine = select(ControlAction.number).where(
        ControlAction.lead_agency == viewer.agency, ControlAction.number.startswith(prefix)
    )
    longest_first = (func.length(ControlAction.number).desc(), ControlAction.number.desc())
    last = session.scalar(mine.order_by(*longest_first).limit(1))
    return f"{prefix}{1 if last is None else int(last.removeprefix(prefix)) + 1:03d}"
