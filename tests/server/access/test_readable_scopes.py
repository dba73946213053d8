"""Who reads which scopes, person by person: what each reads, and nothing else."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from server.access import service
from server.access.models import ActionWindow, DossierAssignment
from server.access.names import agency_of, joint
from server.core.database import writing
from server.core.ids import derive
from server.identity.roles import Role
from server.identity.viewer import Viewer
from tests import cast
from tests.factories import access as world

ON_ACTION = {"action", "directory"}
READS = {
    # at the visit, for their agency
    "nadia": {"joint a", "fire a", "team a", "nadia herself"} | ON_ACTION,
    "defne": {"joint a", "municipality a", "team a", "share with field"} | ON_ACTION,
    "fatima": {"joint a", "police a", "team a"} | ON_ACTION,
    "joris": {"joint a", "police a", "wpg a", "team a"} | ON_ACTION,
    "noor": {"joint a", "labour a", "victim a", "team a"} | ON_ACTION,
    "piet": {"joint b", "labour b", "team b"} | ON_ACTION,
    "koen": {"joint b", "tax b", "fiscal b", "team b"} | ON_ACTION,
    # at the desk of an agency that takes part
    "leo": {"joint a", "municipality a", "inbox westland", "share", "share with field"},
    "ruth": {"joint a", "municipality a", "inbox westland"},
    "iris": {"joint a", "fire a"},
    "hanna": {"joint a", "joint b", "labour a", "labour b"},
    "vera": {"joint a", "joint b", "labour a", "labour b", "victim a", "victim b"},
    "wim": {"joint a", "police a", "wpg a"},
    "pien": {"joint b", "tax b", "fiscal b"},
    # at the desk of an agency of the same kind that does not
    "els": {"inbox katwijk"},
    "tom": set(),
    # the lead
    "karin": {"joint a", "joint b", "team a", "team b", "lead"} | ON_ACTION,
    # a lead of nothing, an inspector of nowhere, and those who read no dossiers at all
    "ruben": set(),
    "murat": set(),
    "sem": set(),
    "aylin": set(),
    "bart": set(),
    "joke": set(),
}


@pytest.fixture
def scopes(db: Session, now: datetime) -> world.Scopes:
    with writing() as session:
        cast.load(session, now)
        return world.build(session, now)


def reads(session: Session, viewer: Viewer, now: datetime, scopes: world.Scopes) -> set[str]:
    found = scopes.words(world.names_in(session, service.readable_scopes(viewer, now)))
    return found


def pulls(session: Session, viewer: Viewer, now: datetime, scopes: world.Scopes) -> set[str]:
    return scopes.words(world.names_in(session, service.assigned_scopes(viewer, now)))


def test_everyone_reads_exactly_their_cells(db: Session, now: datetime, scopes: world.Scopes) -> None:
    found = {key: reads(db, cast.viewer(key), now, scopes) for key in READS}
    assert found == READS


def test_a_device_pulls_what_is_assigned_and_no_desk(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    desks = {"leo", "ruth", "iris", "hanna", "vera", "wim", "pien", "els"}
    found = {key: pulls(db, cast.viewer(key), now, scopes) for key in READS}
    assert found == {key: set() if key in desks else cells for key, cells in READS.items()}


def test_each_scope_is_named_once(db: Session, now: datetime, scopes: world.Scopes) -> None:
    for key in READS:
        ids = list(db.scalars(service.readable_scopes(cast.viewer(key), now)))
        assert len(ids) == len(set(ids)), key


def test_an_assignment_is_of_member_and_agency(db: Session, now: datetime, scopes: world.Scopes) -> None:
    nadia = cast.viewer("nadia")
    for_another = Viewer(nadia.member, cast.person("defne").agency, nadia.roles, nadia.device)
    assert reads(db, for_another, now, scopes) == {"nadia herself"}


def test_an_unknown_person_reads_nothing(db: Session, now: datetime, scopes: world.Scopes) -> None:
    stranger = Viewer(derive("member", "nobody"), cast.person("tom").agency, frozenset(Role), derive("d"))
    assert reads(db, stranger, now, scopes) == set()


def test_all_roles_of_another_agency_open_nothing_of_this_one(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    everything = Viewer(derive("member", "nobody"), cast.person("tom").agency, frozenset(Role), derive("d"))
    assert world.names_in(db, service.readable_scopes(everything, now)) == set()


def test_who_is_taken_off_a_visit_reads_no_more_of_it(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    nadia, later = cast.person("nadia"), now + timedelta(minutes=5)
    with writing() as session:
        service.unassign(session, world.VISIT_A, nadia.member, nadia.agency, later)
    assert "joint a" in reads(db, nadia.viewer, later - timedelta(milliseconds=1), scopes)
    assert reads(db, nadia.viewer, later, scopes) == {"team a", "nadia herself"} | ON_ACTION


def test_who_comes_back_reads_again(db: Session, now: datetime, scopes: world.Scopes) -> None:
    nadia, later = cast.person("nadia"), now + timedelta(minutes=5)
    with writing() as session:
        service.unassign(session, world.VISIT_A, nadia.member, nadia.agency, later)
        service.assign(session, world.VISIT_A, nadia.member, nadia.agency, later + timedelta(minutes=1))
    assert "fire a" not in reads(db, nadia.viewer, later, scopes)
    assert "fire a" in reads(db, nadia.viewer, later + timedelta(minutes=1), scopes)
    assert db.query(DossierAssignment).filter_by(member=nadia.member).count() == 2


def test_assigning_twice_changes_nothing(db: Session, now: datetime, scopes: world.Scopes) -> None:
    nadia = cast.person("nadia")
    with writing() as session:
        service.assign(session, world.VISIT_A, nadia.member, nadia.agency, now + timedelta(minutes=1))
    assert db.query(DossierAssignment).filter_by(member=nadia.member).count() == 1


def test_after_closing_inspectors_keep_it_for_the_set_time_and_the_lead_for_good(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    with writing() as session:
        session.get_one(ActionWindow, world.ACTION).closed_at = now
    last = now + world.RETENTION - timedelta(milliseconds=1)
    assert reads(db, cast.viewer("nadia"), last, scopes) == READS["nadia"]
    over = now + world.RETENTION
    assert reads(db, cast.viewer("nadia"), over, scopes) == {"nadia herself"}
    assert reads(db, cast.viewer("defne"), over, scopes) == set()
    assert reads(db, cast.viewer("karin"), over, scopes) == READS["karin"]
    assert pulls(db, cast.viewer("karin"), over, scopes) == set()
    assert reads(db, cast.viewer("leo"), over, scopes) == READS["leo"]


def settle(people: set[str], agencies: set[str], *, keep: set[UUID], now: datetime) -> None:
    """Let these of the cast be at visit A, and their agencies take part."""
    pairs = {(cast.person(key).member, cast.person(key).agency) for key in people}
    going = {cast.person(key).agency for key in agencies}
    with writing() as session:
        service.settle_visits(session, {world.VISIT_A: pairs}, {world.VISIT_A: going}, keep=keep, now=now)


def test_an_agency_that_no_longer_takes_part_keeps_its_own_and_loses_the_joint(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    settle({"defne", "noor"}, {"defne", "noor"}, keep=set(), now=now + timedelta(minutes=1))
    later = now + timedelta(minutes=1)
    assert reads(db, cast.viewer("iris"), later, scopes) == {"fire a"}
    assert reads(db, cast.viewer("leo"), later, scopes) == READS["leo"]
    assert reads(db, cast.viewer("nadia"), later, scopes) == {"team a", "nadia herself"} | ON_ACTION
    assert reads(db, cast.viewer("defne"), later, scopes) == READS["defne"]


def test_where_something_is_recorded_an_agency_goes_on_taking_part(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    settle({"defne"}, {"defne"}, keep={world.VISIT_A}, now=now + timedelta(minutes=1))
    assert reads(db, cast.viewer("iris"), now + timedelta(minutes=1), scopes) == READS["iris"]


def test_settling_the_same_people_again_changes_nothing(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    at_visit = {"nadia", "defne", "joris", "fatima", "noor"}
    before = db.query(DossierAssignment).count()
    settle(at_visit, at_visit, keep=set(), now=now + timedelta(minutes=1))
    assert db.query(DossierAssignment).count() == before
    assert reads(db, cast.viewer("nadia"), now + timedelta(minutes=1), scopes) == READS["nadia"]


def test_an_unplanned_visit_is_read_by_the_team_then_and_now(
    db: Session, now: datetime, scopes: world.Scopes
) -> None:
    shed, opened, told = derive("shed"), now + timedelta(minutes=10), now + timedelta(hours=3)
    with writing() as session:
        left = session.query(world.ActionPerson).filter_by(member=cast.person("noor").member).one()
        left.until = now + timedelta(hours=1)
        gone = session.query(world.ActionPerson).filter_by(member=cast.person("fatima").member).one()
        gone.until = now + timedelta(minutes=5)
        world.put_on_action(
            session, world.ACTION, world.TEAM_A, "sem", Role.TEAM_LEAD, now + timedelta(hours=2)
        )
        session.flush()
        service.open_unplanned(
            session, dossier=shed, action=world.ACTION, team=world.TEAM_A, site=None, frozen=opened, now=told
        )
    mine = {str(joint(shed)), str(agency_of(shed, cast.person("nadia").agency))}
    for key, expected in (("nadia", mine), ("sem", mine), ("noor", set()), ("fatima", set())):
        found = world.names_in(db, service.readable_scopes(cast.viewer(key), told))
        assert {name for name in found if str(shed) in name} == expected, key
    assert str(joint(shed)) in world.names_in(db, service.readable_scopes(cast.viewer("karin"), told))
    assert str(joint(shed)) in world.names_in(db, service.readable_scopes(cast.viewer("leo"), told))
    noor, fatima = cast.person("noor"), cast.person("fatima")
    assert service.rights_of(db, member=noor.member, agency=noor.agency, dossier=shed).assigned
    assert not service.rights_of(db, member=fatima.member, agency=fatima.agency, dossier=shed).assigned
