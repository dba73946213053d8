"""Move an action to its next state."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from server.control_actions.lists import lists_by_kind
from server.control_actions.missing import missing
from server.control_actions.models import ControlAction
from server.control_actions.plan import load_plan
from server.control_actions.publishing import publish
from server.control_actions.service.doors import note, to_change
from server.control_actions.states import NEXT
from server.control_actions.telling import missing_json
from server.core.problems import Problem
from server.identity.viewer import Viewer


def move(
    session: Session, viewer: Viewer, id: UUID, state: str, *, version: int, now: datetime
) -> ControlAction:
    """Move to `state`; inside `writing()`.

    Approval writes the action to the tablets of its people; closing starts the time after which they lose it.
    Raises as `doors.to_change`, `state-unreachable`, and `action-incomplete` with what blocks.
    """
    action = to_change(session, viewer, id, version, now)
    if state not in NEXT[action.state]:
        reachable = ", ".join(NEXT[action.state]) or "nothing"
        raise Problem("state-unreachable", field="state", now=action.state, reachable=reachable)
    plan = load_plan(session, action)
    if state == "approved":
        blocking = [one for one in missing(plan, lists_by_kind(session)) if one.blocks]
        if blocking:
            told = [missing_json(one) for one in blocking]
            raise Problem("action-incomplete", field="state", count=len(told), missing=told)
    action.state = state
    if state == "closed":
        action.closed_at = now
    session.flush()
    note(session, viewer, action, state, now)
    publish(session, plan, now)
    return action
