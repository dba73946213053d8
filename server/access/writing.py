"""`may_write`: whose record is taken into which scope. What is not taken is set aside, never lost."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, exists, select
from sqlalchemy.orm import Session

from server.access.decision import Decision
from server.access.models import ActionPerson, DossierAssignment
from server.access.names import ScopeName
from server.core.database import ONE_ROW
from server.identity.models import Membership


@dataclass(frozen=True, slots=True)
class Held:
    """The roles of one membership, from when to when."""

    roles: frozenset[str]
    since: datetime
    until: datetime | None

    def at(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)


@dataclass(frozen=True, slots=True)
class Rights:
    """What is known of an author and a dossier: asked once a batch, used for each of its operations."""

    agency: UUID
    dossier: UUID
    assigned: bool
    """Whether the author was ever assigned to this dossier for this agency."""
    memberships: tuple[Held, ...]


_ASSIGNED = exists().where(
    DossierAssignment.dossier == bindparam("dossier"),
    DossierAssignment.member == bindparam("member"),
    DossierAssignment.agency == bindparam("agency"),
)
_OWN = and_(Membership.member == bindparam("member"), Membership.agency == bindparam("agency"))
_RIGHTS = (
    select(_ASSIGNED.label("assigned"), Membership.roles, Membership.since, Membership.until)
    .select_from(ONE_ROW.outerjoin(Membership, _OWN))
    .order_by(Membership.since)
)


def rights_of(session: Session, *, member: UUID, agency: UUID, dossier: UUID) -> Rights:
    """Load what `may_write` judges by; one query, whatever the size of the batch."""
    asked = {"member": member, "agency": agency, "dossier": dossier}
    rows = session.connection().execute(_RIGHTS, asked).all()
    held = tuple(Held(frozenset(row.roles), row.since, row.until) for row in rows if row.since is not None)
    return Rights(agency, dossier, bool(rows[0].assigned), held)


def may_write(rights: Rights, scope: ScopeName, frozen: datetime) -> Decision:
    """Judge one operation, frozen at `frozen` (device time plus offset), bound for `scope`.

    An assignment counts whenever it was, a class role at the moment of freezing (decision 0001). The answers
    `scope`, `not_assigned` and `role` are the reason codes that the author's receipt shows.
    """
    if scope.kind not in ("joint", "agency", "class") or scope.dossier != rights.dossier:
        return Decision(False, "scope")
    if scope.kind != "joint" and scope.agency != rights.agency:
        return Decision(False, "scope")
    if not rights.assigned:
        return Decision(False, "not_assigned")
    if scope.kind == "class" and not _had(rights, f"class_{scope.data_class}", frozen):
        return Decision(False, "role")
    return Decision(True, f"assigned_{scope.kind}")


def _had(rights: Rights, role: str, moment: datetime) -> bool:
    return any(role in held.roles and held.at(moment) for held in rights.memberships)


def was_in_team(session: Session, *, action: UUID, team: UUID, member: UUID, agency: UUID) -> bool:
    """Whether the author was ever in this team of this action: who may open an unplanned dossier for it."""
    found = session.scalar(
        select(ActionPerson.id)
        .where(ActionPerson.action == action, ActionPerson.team == team)
        .where(ActionPerson.member == member, ActionPerson.agency == agency)
        .limit(1)
    )
    return found is not None
