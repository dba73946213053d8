"""The doors to an action: who may read it, and its lead, who alone may change it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access import service as access
from server.control_actions.models import ActionEvent, ControlAction
from server.control_actions.publishing import lock_action
from server.core.problems import Problem
from server.identity.viewer import Viewer


def to_read(session: Session, viewer: Viewer, action: UUID, now: datetime) -> ControlAction:
    """The action, for who may read it. Raises `not-found`, also when it is there for others."""
    found = session.scalar(
        select(ControlAction)
        .where(ControlAction.id == action)
        .where(ControlAction.scope.in_(access.readable_scopes(viewer, now)))
    )
    if found is None:
        raise Problem("not-found")
    return found


def to_change(session: Session, viewer: Viewer, action: UUID, version: int, now: datetime) -> ControlAction:
    """The locked action at the version its lead saw, one version on; inside `writing()`.

    Raises `not-found`, `not-the-lead`, `version-changed` and `action-closed`.
    """
    found = lock_action(session, action)
    if found is None:
        raise Problem("not-found")
    found = to_read(session, viewer, action, now)
    if not access.leads(session, action=action, member=viewer.member, agency=viewer.agency, now=now):
        raise Problem("not-the-lead")
    if found.version != version:
        raise Problem("version-changed", field="If-Match", version=found.version)
    if found.state == "closed":
        raise Problem("action-closed")
    found.version += 1
    return found


def note(
    session: Session, viewer: Viewer, action: ControlAction, what: str, now: datetime, **details: object
) -> None:
    """Write down who changed what; counts and codes only."""
    session.add(
        ActionEvent(
            action=action.id,
            version=action.version,
            what=what,
            at=now,
            member=viewer.member,
            agency=viewer.agency,
            details=details,
        )
    )
    session.flush()
