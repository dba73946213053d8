"""What other packages ask of identity, in plain answers."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.clock import to_wire
from server.core.database import among
from server.core.problems import Problem
from server.identity.models import Agency, Device, Mandate, Member, Membership
from server.identity.sessions import SignedIn, end_session, find_session, open_session

__all__ = [
    "agencies",
    "agencies_by_id",
    "agency_json",
    "describe",
    "end_session",
    "find_session",
    "mandates_of",
    "membership_to_sign_in",
    "open_session",
]


def agencies(session: Session) -> list[Agency]:
    """All agencies, by kind and name."""
    return list(session.scalars(select(Agency).order_by(Agency.kind, Agency.name)))


def agencies_by_id(session: Session, ids: Collection[UUID]) -> dict[UUID, Agency]:
    """Those agencies that exist, by id."""
    found = session.scalars(select(Agency).where(among(session, Agency.id, ids)))
    return {agency.id: agency for agency in found}


def agency_json(agency: Agency) -> dict[str, Any]:
    """An agency as the API tells of it."""
    return {
        "id": str(agency.id),
        "code": agency.code,
        "kind": agency.kind,
        "name": agency.name,
        "short": agency.short,
    }


def membership_to_sign_in(session: Session, membership: UUID, device: UUID, now: datetime) -> Membership:
    """The membership that somebody wants to act under. Raises `membership-unknown` and `device-ended`."""
    found = session.get(Membership, membership)
    if found is None or found.since > now or (found.until is not None and found.until <= now):
        raise Problem("membership-unknown", field="membership")
    known = session.get(Device, device)
    if known is not None and known.until is not None and known.until <= now:
        raise Problem("device-ended", field="device.id")
    return found


def mandates_of(session: Session, member: UUID, agency: UUID, now: datetime) -> list[Mandate]:
    """The mandates a member holds for an agency at this moment, also those that have ended, by law."""
    mine = select(Mandate).where(Mandate.member == member, Mandate.agency == agency, Mandate.since <= now)
    return list(session.scalars(mine.order_by(Mandate.law, Mandate.until)))


def describe(session: Session, signed_in: SignedIn, now: datetime, *, demo: bool) -> dict[str, Any]:
    """The session as the API tells of it; mandates that have ended are told too, with their end."""
    viewer = signed_in.viewer
    member, agency = session.get_one(Member, viewer.member), session.get_one(Agency, viewer.agency)
    device = session.get_one(Device, viewer.device)
    return {
        "member": {"id": str(member.id), "name": member.name},
        "agency": agency_json(agency),
        "roles": sorted(viewer.roles),
        "mandates": [
            {"law": one.law, "until": None if one.until is None else to_wire(one.until)}
            for one in mandates_of(session, viewer.member, viewer.agency, now)
        ],
        "device": {"id": str(device.id), "label": device.label},
        "until": to_wire(signed_in.until),
        "serverTime": to_wire(now),
        "demo": demo,
    }
