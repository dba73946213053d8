"""What case workers of the demo decided on the follow-ups of the finished action, through the routes of the
inbox."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.follow_ups.models import FollowUp
from server.seeding.people import agency_id, member_id
from server.seeding.tablet import SeedRefused, Tablet


def follow_up_of(session: Session, finding: UUID, receiver: str, action: str) -> UUID:
    """The follow-up of a finding for an agency. Raises SeedRefused when the rules made none."""
    found = session.scalar(
        select(FollowUp.id)
        .where(FollowUp.finding == finding, FollowUp.receiver == agency_id(receiver))
        .where(FollowUp.action == action)
    )
    if found is None:
        raise SeedRefused(f"no follow-up {action} for {receiver} of the finding {finding}")
    return found


def decide(desk: Tablet, follow_up: UUID, step: Mapping[str, Any], today: date) -> None:
    """Take one step with a follow-up: accept, start, ask, refuse or close it."""
    path = f"/follow-ups/{follow_up}"
    version = desk.call("GET", path)["version"]
    sent: dict[str, Any]
    if "accept" in step:
        due = (today + timedelta(days=step["due"])).isoformat()
        sent = {"measure": step["accept"], "dueOn": due, "handler": str(member_id(desk.key))}
        path += "/acceptance"
    elif "ask" in step:
        sent, path = {"text": step["ask"]}, f"{path}/questions"
    elif "refuse" in step:
        sent, path = {"reason": step["refuse"], "text": step.get("text")}, f"{path}/refusal"
    elif "close" in step:
        sent, path = {"outcome": step["close"], "text": step.get("text")}, f"{path}/closure"
    else:
        desk.call("POST", f"{path}/start", If_Match=f'"{version}"')
        return
    desk.call("POST", path, sent, If_Match=f'"{version}"')
