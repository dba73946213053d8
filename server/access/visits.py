"""Who is at a visit by the plan in hand: assignments made and ended so that they equal it."""

from collections.abc import Mapping, Set
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from server.access.models import Dossier, DossierAgency, DossierAssignment
from server.access.names import agency_of
from server.access.scopes import ensure_scopes
from server.core.database import among, bulk

Pair = tuple[UUID, UUID]
"""Member and agency."""


def settle_visits(
    session: Session,
    people: Mapping[UUID, Set[Pair]],
    agencies: Mapping[UUID, Set[UUID]],
    *,
    keep: Set[UUID],
    now: datetime,
) -> None:
    """Let exactly these people be assigned to each of these dossiers, and these agencies take part.

    An agency that is no longer planned for a dossier in `keep`, where something is recorded already, still
    takes part: its desk must go on reading what its people took part in. Inside `writing()`, dossiers
    locked; four queries and two inserts, however many visits.
    """
    present = session.scalars(
        select(DossierAssignment)
        .where(among(session, DossierAssignment.dossier, list(people)))
        .where(or_(DossierAssignment.until.is_(None), DossierAssignment.until > now))
    ).all()
    held: set[tuple[UUID, UUID, UUID]] = set()
    for one in present:
        if (one.member, one.agency) in people[one.dossier]:
            held.add((one.dossier, one.member, one.agency))
        else:
            one.until = now
    session.flush()
    wanted = {(dossier, *pair) for dossier, pairs in people.items() for pair in pairs}
    rows = [(*key, now, None) for key in sorted(wanted - held)]
    bulk(session, DossierAssignment.__table__, rows, "ignore")  # type: ignore[arg-type]
    _settle_agencies(session, agencies, keep)


def move_to_team(session: Session, dossier: UUID, team: UUID | None) -> None:
    """Let another team make this visit."""
    session.get_one(Dossier, dossier).team = team


def unplanned_of(session: Session, action: UUID) -> dict[UUID, UUID]:
    """The dossiers that were opened on site in an action, each with its team."""
    rows = session.execute(
        select(Dossier.id, Dossier.team).where(Dossier.action == action, Dossier.planned.is_(False))
    )
    return {row.id: row.team for row in rows if row.team is not None}


def dossiers_of(session: Session, action: UUID) -> list[UUID]:
    """All dossiers of an action, for their lock."""
    return list(session.scalars(select(Dossier.id).where(Dossier.action == action)))


def _settle_agencies(session: Session, agencies: Mapping[UUID, Set[UUID]], keep: Set[UUID]) -> None:
    present = session.scalars(
        select(DossierAgency).where(among(session, DossierAgency.dossier, list(agencies)))
    ).all()
    for one in present:
        if one.agency not in agencies[one.dossier] and one.dossier not in keep:
            session.delete(one)
    session.flush()
    pairs = sorted((dossier, agency) for dossier, going in agencies.items() for agency in going)
    bulk(session, DossierAgency.__table__, pairs, "ignore")  # type: ignore[arg-type]
    ensure_scopes(session, [agency_of(dossier, agency) for dossier, agency in pairs])
