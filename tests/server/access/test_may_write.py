"""Whose record is taken into which scope, and what the receipt says when it is not."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from server.access import service
from server.access.names import agency_of, class_of, inbox, joint, of
from server.access.writing import Held, Rights, may_write
from server.core.database import writing
from server.core.ids import derive
from server.identity.models import Membership
from tests import cast
from tests.factories import access as world

VISIT, POLICE, LABOUR = derive("visit"), derive("police"), derive("labour")
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
MORNING = NOON - timedelta(hours=4)
WITH_ROLE = Held(frozenset({"inspector", "class_wpg"}), MORNING, NOON)
RIGHTS = Rights(POLICE, VISIT, assigned=True, memberships=(WITH_ROLE,))


@pytest.mark.parametrize(
    ("scope", "frozen", "answer"),
    [
        (joint(VISIT), NOON, "assigned_joint"),
        (agency_of(VISIT, POLICE), NOON, "assigned_agency"),
        (class_of(VISIT, "wpg", POLICE), MORNING, "assigned_class"),
        (class_of(VISIT, "wpg", POLICE), NOON - timedelta(milliseconds=1), "assigned_class"),
        (class_of(VISIT, "wpg", POLICE), NOON, "role"),
        (class_of(VISIT, "wpg", POLICE), MORNING - timedelta(milliseconds=1), "role"),
        (class_of(VISIT, "victim", POLICE), MORNING, "role"),
        (agency_of(VISIT, LABOUR), MORNING, "scope"),
        (class_of(VISIT, "wpg", LABOUR), MORNING, "scope"),
        (joint(derive("other")), MORNING, "scope"),
        (inbox(POLICE), MORNING, "scope"),
        (of("action", VISIT), MORNING, "scope"),
    ],
    ids=str,
)
def test_a_record_is_judged_by_scope_assignment_and_role(
    scope: service.ScopeName, frozen: datetime, answer: str
) -> None:
    decision = may_write(RIGHTS, scope, frozen)
    assert decision.rule == answer
    assert bool(decision) is answer.startswith("assigned")


def test_who_was_never_assigned_writes_nothing_also_with_the_role() -> None:
    stranger = Rights(POLICE, VISIT, assigned=False, memberships=(WITH_ROLE,))
    for scope in (joint(VISIT), agency_of(VISIT, POLICE), class_of(VISIT, "wpg", POLICE)):
        assert may_write(stranger, scope, MORNING).rule == "not_assigned"


@pytest.fixture
def scopes(db: Session, now: datetime) -> world.Scopes:
    with writing() as session:
        cast.load(session, now)
        return world.build(session, now)


def rights(session: Session, key: str) -> Rights:
    who = cast.person(key)
    return service.rights_of(session, member=who.member, agency=who.agency, dossier=world.VISIT_A)


def test_whoever_was_ever_assigned_may_still_write(db: Session, now: datetime, scopes: world.Scopes) -> None:
    nadia = cast.person("nadia")
    with writing() as session:
        service.unassign(session, world.VISIT_A, nadia.member, nadia.agency, now)
    assert may_write(rights(db, "nadia"), joint(world.VISIT_A), now + timedelta(days=30))


def test_the_desk_and_the_lead_read_the_visit_and_write_nothing_in_it(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    for key in ("leo", "ruth", "karin", "bart"):
        assert may_write(rights(db, key), joint(world.VISIT_A), now).rule == "not_assigned"


def test_an_assignment_for_one_agency_is_none_for_another(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    nadia, other = cast.person("nadia"), cast.person("defne").agency
    found = service.rights_of(db, member=nadia.member, agency=other, dossier=world.VISIT_A)
    assert not found.assigned


def test_a_class_role_counts_from_when_to_when_it_was_held(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    joris = cast.person("joris")
    with writing() as session:
        session.get_one(Membership, joris.membership).until = now
        session.add(
            Membership(
                id=derive("later"), member=joris.member, agency=joris.agency, roles=["inspector"], since=now
            )
        )
    scope = class_of(world.VISIT_A, "wpg", joris.agency)
    assert may_write(rights(db, "joris"), scope, now - timedelta(seconds=1))
    assert may_write(rights(db, "joris"), scope, now).rule == "role"


def test_only_who_was_ever_in_the_team_opens_a_dossier_for_it(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    for key, team, expected in (
        ("nadia", world.TEAM_A, True),
        ("nadia", world.TEAM_B, False),
        ("karin", world.TEAM_A, False),
    ):
        who = cast.person(key)
        found = service.was_in_team(db, action=world.ACTION, team=team, member=who.member, agency=who.agency)
        assert found is expected, key
