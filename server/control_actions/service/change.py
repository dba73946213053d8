"""Change what an action is for, when, and which agencies are asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.control_actions.models import ActionRequest, ControlAction
from server.control_actions.plan import load_plan
from server.control_actions.publishing import publish
from server.control_actions.service.doors import note, to_change
from server.core.problems import FieldError, Problem
from server.identity import service as identity
from server.identity.viewer import Viewer


def change(
    session: Session, viewer: Viewer, id: UUID, fields: dict[str, Any], *, version: int, now: datetime
) -> ControlAction:
    """Replace title, goal, basis, window and the agencies asked; inside `writing()`.

    Raises as `doors.to_change`, and `fields-invalid` for an agency that is not known.
    """
    action = to_change(session, viewer, id, version, now)
    action.title, action.goal, action.legal_basis = fields["title"], fields["goal"], fields["legalBasis"]
    action.since, action.until = fields["window"]["since"], fields["window"]["until"]
    action.retention_days = fields.get("retentionDays", action.retention_days)
    _ask(session, action, fields["agencies"])
    note(session, viewer, action, "changed", now, agencies=len(fields["agencies"]))
    publish(session, load_plan(session, action), now)
    return action


def _ask(session: Session, action: ControlAction, asked: list[dict[str, Any]]) -> None:
    """Let exactly these agencies be asked; the lead's own always is, and always said yes."""
    known = identity.agencies_by_id(session, {one["agency"] for one in asked})
    wrong = [
        FieldError(f"agencies.{place}.agency", "This agency is not known.", "Take it from GET /agencies.")
        for place, one in enumerate(asked)
        if one["agency"] not in known
    ]
    if wrong:
        raise Problem("fields-invalid", errors=wrong, field=wrong[0].field, count=len(wrong))
    wanted = {one["agency"]: one for one in asked} | {
        action.lead_agency: {"agency": action.lead_agency, "answer": "yes", "note": None}
    }
    for row in session.scalars(select(ActionRequest).where(ActionRequest.action == action.id)):
        if row.agency not in wanted:
            session.delete(row)
        else:
            told = wanted.pop(row.agency)
            row.answer, row.note = told["answer"], told.get("note")
    for agency, told in wanted.items():
        row = ActionRequest(action=action.id, agency=agency, answer=told["answer"], note=told.get("note"))
        session.add(row)
    session.flush()
