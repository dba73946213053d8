"""What people see and do about quarantine. No content here: that is for the owning agency alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.identity.models import Agency
from server.sync.acceptance.facts import lock_dossier
from server.sync.acceptance.rules import WAIVABLE
from server.sync.authority import Authority
from server.sync.models import Quarantine
from server.sync.releasing import release


class Group(NamedTuple):
    """How many operations of an agency are set aside for one reason, and since when."""

    agency: str
    reason: str
    number: int
    oldest: datetime
    missing: str | None


class NotReleasable(ValueError):
    """A person cannot let this in; the words say why and what helps."""


def groups(session: Session) -> list[Group]:
    """What is set aside, by agency, reason and what it waits for."""
    by = (Agency.code, Quarantine.reason, Quarantine.missing)
    query = select(
        Agency.code, Quarantine.reason, func.count(), func.min(Quarantine.received), Quarantine.missing
    )
    rows = session.execute(query.join(Agency, Agency.id == Quarantine.agency).group_by(*by).order_by(*by))
    return [Group(*row) for row in rows]


class Aside(NamedTuple):
    """One operation that is set aside, without what it says."""

    id: bytes
    scope: int
    dossier: UUID
    reason: str
    received: datetime


def listed(session: Session, agency: str, reason: str) -> Sequence[Aside]:
    """The operations of an agency (by code) that are set aside for a reason, the oldest first."""
    columns = (Quarantine.id, Quarantine.scope, Quarantine.dossier, Quarantine.reason, Quarantine.received)
    query = select(*columns).join(Agency, Agency.id == Quarantine.agency)
    mine = query.where(Agency.code == agency, Quarantine.reason == reason)
    return [Aside(*row) for row in session.execute(mine.order_by(Quarantine.received, Quarantine.id))]


def release_by_hand(authority: Authority, asides: Sequence[Aside], now: datetime) -> int:
    """Let operations in that a person vouches for; how many were. The rules run, but for those who may write.

    Never into a wider scope than the signed one. Raises NotReleasable for reasons that say what it is.
    """
    for aside in asides:
        if aside.reason not in WAIVABLE:
            raise NotReleasable(_why_not(aside.reason))
    count = 0
    for dossier in sorted({aside.dossier for aside in asides}):
        mine = [aside for aside in asides if aside.dossier == dossier]
        for reason in sorted({aside.reason for aside in mine}):
            ids = [aside.id for aside in mine if aside.reason == reason]
            with writing() as session:
                if lock_dossier(session, dossier):
                    which = Quarantine.id.in_(ids) & (Quarantine.reason == reason)
                    count += release(session, authority, dossier, which, now, waived=frozenset({reason}))
    return count


def _why_not(reason: str) -> str:
    if reason.endswith("_unknown"):
        return f"{reason}: it is let in by itself when what is missing comes"
    return f"{reason}: its author's device issues it again, mended"
