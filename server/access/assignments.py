"""Who is where: dossiers, the people assigned to them and the agencies that take part. The only writer of
these rows.

Nothing here is deleted: an assignment that ends keeps its row, because whoever was ever assigned may still
write.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from server.access.models import ActionPerson, Dossier, DossierAgency, DossierAssignment
from server.access.names import agency_of, joint
from server.access.scopes import ensure_scopes
from server.core.database import bulk, lock_id


class DossierTaken(LookupError):
    """The dossier is there already, of another action, target or site."""


def ensure_dossier(
    session: Session,
    *,
    dossier: UUID,
    action: UUID,
    team: UUID | None,
    target: UUID | None,
    site: UUID | None,
    planned: bool,
    opened: datetime,
) -> None:
    """Make the dossier's row and its joint scope if they are not there; what is there stays as it is.

    Raises `DossierTaken`, so that what was recorded for one action never comes under another.
    """
    columns = ("id", "action", "team", "target", "site", "planned", "opened")
    row = (dossier, action, team, target, site, planned, opened)
    bulk(session, Dossier.__table__, [row], "ignore", columns=columns)  # type: ignore[arg-type]
    there = session.execute(
        select(Dossier.action, Dossier.target, Dossier.site).where(Dossier.id == dossier)
    ).one()
    if tuple(there) != (action, target, site):
        raise DossierTaken(str(dossier))
    ensure_scopes(session, [joint(dossier)])


def assign(
    session: Session,
    dossier: UUID,
    member: UUID,
    agency: UUID,
    since: datetime,
    until: datetime | None = None,
) -> None:
    """Assign a member, for an agency, to a visit; that agency takes part in it from now on. Twice changes
    nothing."""
    assign_all(session, dossier, [(member, agency, since, until)])


def assign_all(
    session: Session, dossier: UUID, people: Collection[tuple[UUID, UUID, datetime, datetime | None]]
) -> None:
    """Assign several people: (member, agency, since, until). Who is assigned at `since` already keeps that
    row."""
    present = {(one.member, one.agency, one.until) for one in _of(session, dossier)}
    new = [
        (dossier, member, agency, since, until)
        for member, agency, since, until in people
        if (member, agency, None) not in present
    ]
    bulk(session, DossierAssignment.__table__, sorted(new, key=str), "ignore")  # type: ignore[arg-type]
    take_part(session, dossier, {agency for _, agency, _, _ in people})


def unassign(session: Session, dossier: UUID, member: UUID, agency: UUID, now: datetime) -> None:
    """End an assignment: the visit leaves that person's device, their late work is still taken."""
    session.execute(
        update(DossierAssignment)
        .where(DossierAssignment.dossier == dossier, DossierAssignment.member == member)
        .where(DossierAssignment.agency == agency)
        .where(or_(DossierAssignment.until.is_(None), DossierAssignment.until > now))
        .values(until=now)
    )


def take_part(session: Session, dossier: UUID, agencies: Collection[UUID]) -> None:
    """Record that agencies take part in a visit, and make each its own scope there."""
    rows = [(dossier, agency) for agency in sorted(agencies)]
    bulk(session, DossierAgency.__table__, rows, "ignore")  # type: ignore[arg-type]
    ensure_scopes(session, [agency_of(dossier, agency) for agency in sorted(agencies)])


def open_unplanned(
    session: Session,
    *,
    dossier: UUID,
    action: UUID,
    team: UUID,
    site: UUID | None,
    frozen: datetime,
    now: datetime,
) -> None:
    """Make the dossier that an operation opened on site, with the team's people then and now.

    `frozen` is when the author opened it, `now` when the server learned of it. Who has left the team since is
    assigned up to the moment they left: their tablet drops the visit, their late work is taken. Waits for a
    change of the action's people that is under way, which could not see this dossier yet.
    """
    lock_id(session, action)
    ensure_dossier(
        session,
        dossier=dossier,
        action=action,
        team=team,
        target=None,
        site=site,
        planned=False,
        opened=frozen,
    )
    people = session.scalars(
        select(ActionPerson)
        .where(ActionPerson.action == action, ActionPerson.team == team)
        .where(or_(ActionPerson.until.is_(None), ActionPerson.until > min(frozen, now)))
        .order_by(ActionPerson.id)
    )
    assign_all(session, dossier, [(one.member, one.agency, one.since, one.until) for one in people])


def _of(session: Session, dossier: UUID) -> list[DossierAssignment]:
    return list(session.scalars(select(DossierAssignment).where(DossierAssignment.dossier == dossier)))
