"""Make an action: a draft that its maker leads and nobody else reads."""

from datetime import datetime
from typing import Any
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
    session: Session, viewer: Viewer, fields: dict[str, Any], *, retention_days: int, now: datetime
) -> ControlAction:
    """Make a draft led by the viewer, whose agency is asked and said yes; inside `writing()`."""
    lock(session, Agency.id, [viewer.agency])  # one number after the other
    id = uuid7(now)
    scope = access.ensure_scope(session, f"action:{id}")
    access.ensure_scopes(session, [f"directory:{id}", f"lead:{id}"])
    action = ControlAction(
        id=id,
        scope=scope,
        number=_next_number(session, viewer, now),
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


def _next_number(session: Session, viewer: Viewer, now: datetime) -> str:
    """The next number of this agency in this year, as IC-2026-014."""
    prefix = f"IC-{now.astimezone(LOCAL).year}-"
    last = session.scalar(
        select(func.max(ControlAction.number)).where(
            ControlAction.lead_agency == viewer.agency, ControlAction.number.startswith(prefix)
        )
    )
    return f"{prefix}{1 if last is None else int(last.removeprefix(prefix)) + 1:03d}"
