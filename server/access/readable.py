"""`readable_scopes`: who reads what, one function for each ground (asserted in
tests/security/access_table.yaml). Deny by default: what is not selected is not read.

Every rule is a condition on `scope`; nothing is ever listed in Python, so that a read of anything joins
these ids.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, False_, Select, and_, false, or_, select, type_coerce, union
from sqlalchemy.types import BigInteger

from server.access.asker import Asker, Person
from server.access.models import (
    ActionPerson,
    ActionWindow,
    Dossier,
    DossierAgency,
    DossierAssignment,
    Scope,
)
from server.access.names import NARROW_CLASSES
from server.identity.roles import Role
from server.identity.viewer import Viewer

DESK = (Role.CASE_WORKER, Role.COORDINATOR)


def readable_scopes(viewer: Viewer, now: datetime) -> Select[tuple[int]]:
    """Ids of all scopes this person may read at this moment: by assignment, by the desk, as lead, as
    oneself."""
    return readable_by(Person(viewer, now))


def assigned_scopes(viewer: Viewer, now: datetime) -> Select[tuple[int]]:
    """Ids of the scopes that a device of this person pulls: what is read by assignment (docs/format.md § 7).

    Desk roles read by REST. Also what a lead keeps reading by REST leaves the devices once the action has
    been closed for its retention.
    """
    return assigned_to(Person(viewer, now))


def assigned_to(asker: Asker) -> Select[tuple[int]]:
    """The same for any asker; for `Anybody` it is a statement that can be kept."""
    return _any_of(assigned_rules(asker))


def readable_by(asker: Asker) -> Select[tuple[int]]:
    """The same for any asker; row-level security compiles it with the settings of the database session."""
    return _any_of(rules(asker))


def _any_of(ways: "list[Rule]") -> Select[tuple[int]]:
    """One branch a way, so that each finds its rows by an index; an OR of them would read the whole table."""
    branches = [select(Scope.id).where(way) for _, way in ways if not isinstance(way, False_)]
    ids = union(*branches).subquery("readable") if branches else select(Scope.id).where(false()).subquery()
    return select(ids.c.id)


Rule = tuple[str, ColumnElement[bool]]
"""The name of a rule, whose words are in `words`, and its condition on `scope`."""


def rules(asker: Asker) -> list[Rule]:
    """Every way to read a scope, by name. `explain` asks them one by one and says which one opened it."""
    led = _led(asker, kept=True)
    joined = select(DossierAgency.dossier).where(DossierAgency.agency == asker.agency)
    return [
        *assigned_rules(asker),
        ("desk_joint", and_(Scope.kind == "joint", Scope.dossier.in_(joined), asker.has(*DESK))),
        ("desk_agency", and_(Scope.kind == "agency", Scope.agency == asker.agency, asker.has(*DESK))),
        ("desk_class", and_(_own_class(asker), asker.has(*DESK))),
        ("lead_joint", and_(Scope.kind == "joint", Scope.dossier.in_(_dossiers_of(led)))),
        ("lead_action", and_(Scope.kind.in_(("action", "directory", "team", "lead")), Scope.action.in_(led))),
        ("desk_inbox", and_(Scope.kind == "inbox", Scope.agency == asker.agency, asker.has(*DESK))),
        (
            "desk_share",
            and_(Scope.kind == "share", Scope.agency == asker.agency, asker.has(Role.CASE_WORKER)),
        ),
    ]


def assigned_rules(asker: Asker) -> list[Rule]:
    """The ways that lead to a device."""
    at_visit = Scope.dossier.in_(_assigned(asker))
    led = _led(asker, kept=False)
    own = Scope.agency == asker.agency
    return [
        ("assigned_joint", and_(Scope.kind == "joint", at_visit)),
        ("assigned_agency", and_(Scope.kind == "agency", own, at_visit)),
        ("assigned_class", and_(_own_class(asker), at_visit)),
        ("assigned_share", and_(Scope.kind == "share", own, Scope.to_assigned.is_(True), at_visit)),
        ("on_action", and_(Scope.kind.in_(("action", "directory")), Scope.subject.in_(_on(asker, "action")))),
        ("in_team", and_(Scope.kind == "team", Scope.subject.in_(_on(asker, "team")))),
        ("leads_joint", and_(Scope.kind == "joint", Scope.dossier.in_(_dossiers_of(led)))),
        (
            "leads_action",
            and_(Scope.kind.in_(("action", "directory", "team", "lead")), Scope.action.in_(led)),
        ),
        ("oneself", and_(Scope.kind == "member", Scope.subject == asker.member)),
    ]


def _own_class(asker: Asker) -> ColumnElement[bool]:
    """A class scope of the own agency whose class the asker's roles open."""
    opened = [and_(Scope.data_class == name, asker.has(Role(f"class_{name}"))) for name in NARROW_CLASSES]
    return and_(Scope.kind == "class", Scope.agency == asker.agency, or_(*opened))


def _assigned(asker: Asker) -> Select[Any]:
    """Dossiers the asker is assigned to now, for this agency, while the action's window is open."""
    mine = and_(DossierAssignment.member == asker.member, DossierAssignment.agency == asker.agency)
    return (
        select(DossierAssignment.dossier)
        .join(Dossier, Dossier.id == DossierAssignment.dossier)
        .outerjoin(ActionWindow, ActionWindow.action == Dossier.action)
        .where(mine, _during(DossierAssignment, asker), _window_open(asker))
    )


def _on(asker: Asker, what: str) -> Select[Any]:
    """Actions, or teams, the asker is on now."""
    return (
        select(getattr(ActionPerson, what))
        .outerjoin(ActionWindow, ActionWindow.action == ActionPerson.action)
        .where(_person(asker), _during(ActionPerson, asker), _window_open(asker))
        .where(getattr(ActionPerson, what).is_not(None))
    )


def _led(asker: Asker, *, kept: bool) -> Select[Any]:
    """Actions the asker leads; `kept` also those whose window has ended."""
    found = (
        select(ActionPerson.action)
        .outerjoin(ActionWindow, ActionWindow.action == ActionPerson.action)
        .where(_person(asker), _during(ActionPerson, asker))
        .where(ActionPerson.role == Role.OPERATIONAL_LEAD.value)
    )
    return found if kept else found.where(_window_open(asker))


def _dossiers_of(actions: Select[Any]) -> Select[Any]:
    return select(Dossier.id).where(Dossier.action.in_(actions))


def _person(asker: Asker) -> ColumnElement[bool]:
    return and_(ActionPerson.member == asker.member, ActionPerson.agency == asker.agency)


def _during(table: Any, asker: Asker) -> ColumnElement[bool]:
    """`since` ≤ now < `until`."""
    since, until = _ms(table.since), _ms(table.until)
    return and_(since <= asker.now, or_(until.is_(None), until > asker.now))


def _window_open(asker: Asker) -> ColumnElement[bool]:
    closed = _ms(ActionWindow.closed_at)
    return or_(closed.is_(None), closed + ActionWindow.retention > asker.now)


def _ms(column: Any) -> Any:
    """A time column as the milliseconds it is kept in."""
    return type_coerce(column, BigInteger)
