"""The demo loads on both engines, leaves no screen empty, and may be loaded again on any day."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from server.access import service as access
from server.access.models import DossierAssignment, Scope
from server.control_actions.models import ControlAction, Target, Team
from server.core import clock
from server.core.database import db, reading
from server.core.jobs.models import Job
from server.dossiers.models import Answer, EvidenceRecord, Finding, Instance, Note, Reply, Visit
from server.evidence.models import Derived, PhotoReceipt
from server.follow_ups.models import FollowUp
from server.identity.roles import Role
from server.seeding import plans
from server.seeding.loading import SEEDS, load_demo
from server.seeding.people import read
from server.seeding.pictures import _SCENES, draw
from server.seeding.places import features
from server.sites.models import Site
from server.sync.models import Batch, Document, Operation, Quarantine
from tests import cast
from tests.engines import Sandbox

DAY = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(shared_app: Flask, sandbox: Sandbox) -> Iterator[Flask]:
    """A server on which the demo was loaded on a Wednesday morning; loaded once for this file."""
    sandbox.empty()
    with clock.reading(lambda: DAY):
        load_demo(shared_app, DAY)
    yield shared_app
    sandbox.empty()


def count(app: Flask, *tables: type) -> list[int]:
    with app.app_context(), reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def test_everything_that_was_recorded_is_accepted_and_every_job_done(demo: Flask) -> None:
    assert count(demo, Quarantine, Job) == [0, 0]
    operations, batches = count(demo, Operation, Batch)
    assert operations > 100
    assert batches > 10


def test_forty_fictitious_sites_lie_in_four_municipalities(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        sites = session.scalars(select(Site)).all()
        assert len(sites) == 40
        assert all(site.fictitious and site.plot.contains(site.geom) for site in sites)
        assert set(Counter(site.municipality for site in sites)) == {"GM1783", "GM0537", "GM0358", "GM0451"}


def test_today_has_three_teams_and_twelve_visits_in_two_municipalities(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        action = session.get_one(ControlAction, plans.today_id(plans.local_day(DAY)))
        assert action.state in ("active", "closed"), "closed by the test of a later day, if that ran first"
        targets = session.scalars(select(Target).where(Target.action == action.id)).all()
        teams = session.scalars(select(Team).where(Team.action == action.id)).all()
        assert (len(teams), len(targets)) == (3, 12)
        towns = select(Site.municipality).where(Site.id.in_([target.site for target in targets]))
        assert set(session.scalars(towns)) == {"GM1783", "GM0537"}
        assert all(target.reason and target.team and target.since for target in targets)


def test_nadia_has_five_visits_today_on_her_tablet(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        visits = session.scalar(
            select(func.count())
            .select_from(Document)
            .where(Document.type == "visit", Document.removed.is_(False))
            .where(Document.scope.in_(access.assigned_scopes(cast.viewer("nadia"), DAY)))
            .join(Scope, Scope.id == Document.scope)
            .where(Scope.action == plans.today_id(plans.local_day(DAY)))
        )
        assert visits == 5


def test_the_finished_action_left_findings_photos_and_follow_ups_in_many_states(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        states = Counter(session.scalars(select(FollowUp.state)))
        assert set(states) >= {"proposed", "accepted", "in_progress", "refused", "closed"}
        severities = set(session.scalars(select(Finding.severity).where(Finding.severity.is_not(None))))
        assert severities == {"minor", "moderate", "serious", "critical"}
    photos, previews = count(demo, PhotoReceipt, Derived)
    assert (photos, previews) == (6, 6)


def test_nobody_of_the_finished_action_contradicts_anybody(demo: Flask) -> None:
    families = (Visit, Instance, Answer, Finding, EvidenceRecord, Note, Reply)
    with demo.app_context(), reading() as session:
        conflicts = {
            family.__tablename__: session.scalars(select(family.entity).where(family.conflict)).all()
            for family in families
        }
        words = Counter(session.scalars(select(Visit.word)))
    assert {name: found for name, found in conflicts.items() if found} == {}
    assert words["closed"] + words["left"] >= 4


def test_everyone_of_the_cast_can_sign_in(demo: Flask) -> None:
    with clock.reading(lambda: DAY):
        for key in cast.everyone():
            client = demo.test_client()
            client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
            cast.sign_in(client, key)


@pytest.mark.parametrize(
    "key", ["leo", "iris", "hanna", "els"], ids=["municipality", "fire", "labour", "katwijk"]
)
def test_no_inbox_of_a_desk_is_empty(demo: Flask, key: str) -> None:
    client = demo.test_client()
    client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    with clock.reading(lambda: DAY):
        cast.sign_in(client, key)
        page = client.get("/api/v1/follow-ups").json or {}
    assert page["followUps"]


def test_loading_again_on_the_same_day_changes_nothing(demo: Flask) -> None:
    tables = (Operation, Document, ControlAction, FollowUp, DossierAssignment, Scope)
    before = count(demo, *tables)
    with clock.reading(lambda: DAY + timedelta(hours=3)):
        loaded = load_demo(demo, DAY + timedelta(hours=3))
    assert (loaded.today, loaded.closed, loaded.finished, loaded.checklists) == (None, 0, False, 0)
    assert count(demo, *tables) == before


def test_loading_on_a_later_day_closes_what_was_and_makes_an_action_of_that_day(demo: Flask) -> None:
    later = DAY + timedelta(days=2)
    with clock.reading(lambda: later):
        loaded = load_demo(demo, later)
    assert (loaded.today, loaded.closed) == ("2026-11-27", 1)
    with demo.app_context(), reading() as session:
        states = dict(session.execute(select(ControlAction.id, ControlAction.state)).all())
        assert states[plans.today_id(plans.local_day(DAY))] == "closed"
        assert states[plans.today_id(plans.local_day(later))] == "active"
        numbers = list(session.scalars(select(ControlAction.number).order_by(ControlAction.number)))
        assert numbers == ["IC-2026-001", "IC-2026-002", "IC-2026-003"]


def test_the_files_name_each_site_and_person_once() -> None:
    keys = [one["properties"]["key"] for one in features(SEEDS)]
    assert len(keys) == len(set(keys)) == 40
    names = [person.name for person in cast.everyone().values()]
    assert len(names) == len(set(names))


def test_every_role_is_played_and_two_agencies_of_a_kind_are_there() -> None:
    played = {role for person in cast.everyone().values() for role in person.roles}
    assert played == set(Role)
    kinds = {one["code"]: one["kind"] for one in read(SEEDS, "agencies")}
    with_people = Counter(kinds[code] for code in {person.agency_code for person in cast.everyone().values()})
    assert with_people["gemeente"] >= 2
    assert with_people["brandweer"] >= 2


@pytest.mark.parametrize("scene", sorted(_SCENES))
def test_a_drawn_photo_is_small_and_says_nothing_of_a_camera(scene: str) -> None:
    content = draw(scene, "one")
    assert content[:3] == b"\xff\xd8\xff"
    assert len(content) < 120_000
    assert b"Exif" not in content
    assert content == draw(scene, "one")
    assert content != draw(scene, "two")


def test_the_database_session_is_left_clean(demo: Flask) -> None:
    with demo.app_context():
        assert "viewer" not in db.session().info
