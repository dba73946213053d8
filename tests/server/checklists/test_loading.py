"""Loading: versions are added and never changed, loading twice changes nothing."""

from datetime import date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.access.service import ClassUnknown
from server.checklists import service
from server.checklists.models import ChecklistVersion, Parameter
from server.core.database import writing
from server.core.jobs.models import Job
from tests.counting import bill, counted
from tests.server.checklists.folders import change, library_in

FIRE = "checklists/BRW-BRAND.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library_in(tmp_path)


@pytest.fixture
def at(app: Flask, db: Session, now: datetime) -> datetime:
    """An application context with an empty database, and the moment of loading."""
    return now


def load(folder: Path, now: datetime) -> list[tuple[str, str]]:
    with writing() as session:
        return list(service.load(session, now, folder).versions)


def test_a_new_library_is_loaded_whole(folder: Path, at: datetime, db: Session) -> None:
    assert load(folder, at) == [("BRW-BRAND", "0.1.0"), ("GEM-HUISVESTING", "0.1.0")]
    assert [content.code for content in service.newest(db)] == ["BRW-BRAND", "GEM-HUISVESTING"]


def test_loading_twice_changes_nothing(folder: Path, at: datetime, db: Session) -> None:
    load(folder, at)
    assert load(folder, at) == []
    assert db.scalar(select(func.count()).select_from(ChecklistVersion)) == 2
    assert db.scalar(select(func.count()).select_from(Parameter)) == 3


def test_layout_and_comments_are_no_change(folder: Path, at: datetime) -> None:
    load(folder, at)
    change(folder, FIRE, "per: visit\n", "# who and what\nper:   'visit'\n")
    assert load(folder, at) == []


def test_a_changed_list_under_its_old_version_is_refused(folder: Path, at: datetime, db: Session) -> None:
    load(folder, at)
    before = db.scalars(select(ChecklistVersion.content).order_by(ChecklistVersion.code)).all()
    change(folder, FIRE, "severity: critical", "severity: serious")
    with pytest.raises(service.LibraryRejected) as rejected:
        load(folder, at)
    [found] = rejected.value.faults
    assert (found.file, found.path) == (FIRE, "version")
    assert found.mend == "raise the version, for example to 0.1.1"
    assert db.scalars(select(ChecklistVersion.content).order_by(ChecklistVersion.code)).all() == before


def test_a_changed_list_is_a_new_version_and_work_in_progress_keeps_the_old_one(
    folder: Path, at: datetime, db: Session
) -> None:
    load(folder, at)
    change(folder, FIRE, "severity: critical", "severity: serious")
    change(folder, FIRE, "version: 0.1.0", "version: 0.10.0")
    assert load(folder, at) == [("BRW-BRAND", "0.10.0")]
    old, new = (service.content(db, "BRW-BRAND", version) for version in ("0.1.0", "0.10.0"))
    assert old is not None and new is not None
    assert old.rules["BRA-EXIT"][1]["severity"] == "critical"
    assert new.rules["BRA-EXIT"][1]["severity"] == "serious"
    assert [content.version for content in service.newest(db)] == ["0.10.0", "0.1.0"]


def test_an_older_version_than_the_loaded_one_is_refused(folder: Path, at: datetime) -> None:
    change(folder, FIRE, "version: 0.1.0", "version: 0.10.0")
    load(folder, at)
    change(folder, FIRE, "version: 0.10.0", "version: 0.9.0")
    with pytest.raises(service.LibraryRejected, match=r"0\.9\.0 is older than 0\.10\.0"):
        load(folder, at)


def test_one_faulty_list_keeps_all_of_the_folder_out(folder: Path, at: datetime, db: Session) -> None:
    change(folder, FIRE, "per: visit\n", "")
    with pytest.raises(service.LibraryRejected):
        load(folder, at)
    assert service.newest(db) == []


def test_whoever_waits_for_a_version_is_told_when_it_comes(folder: Path, at: datetime, db: Session) -> None:
    load(folder, at)
    db.query(Job).delete()
    db.commit()
    change(folder, FIRE, "version: 0.1.0", "version: 0.1.1")
    load(folder, at)
    told = [job.subject for job in db.scalars(select(Job)) if job.kind == "checklists.loaded"]
    assert told == [{"checklist": "BRW-BRAND", "version": "0.1.1"}]


def test_a_norm_is_that_of_the_day(folder: Path, at: datetime, db: Session) -> None:
    load(folder, at)
    first = date(2026, 1, 1)
    assert service.parameters_on(db, first) == {"WML_UURLOON": "14.71"}
    assert service.parameters_on(db, date(2025, 12, 31)) == {"WML_UURLOON": "14.4"}
    assert service.parameters_on(db, date(2024, 12, 31)) == {}


def test_a_norm_that_records_may_rest_on_is_never_changed(folder: Path, at: datetime) -> None:
    load(folder, at)
    change(folder, "parameters.yaml", "'14.71'", "'14.99'")
    with pytest.raises(service.LibraryRejected, match="add a value with a new day"):
        load(folder, at)


def test_a_batch_of_versions_is_read_in_at_most_two_queries(folder: Path, at: datetime, db: Session) -> None:
    load(folder, at)
    keys = [("BRW-BRAND", "0.1.0"), ("GEM-HUISVESTING", "0.1.0"), ("BRW-BRAND", "9.9.9")]
    with counted() as first:
        library = service.contents(db, keys)
    with counted() as again:
        service.contents(db, keys)
    assert set(library.contents) == set(keys[:2])
    assert len(first) <= 2, bill(first)
    assert len(again) == 1, bill(again)


def test_an_unknown_version_question_or_rule_is_unknown_by_name(
    folder: Path, at: datetime, db: Session
) -> None:
    load(folder, at)
    library = service.contents(db, [("GEM-HUISVESTING", "0.1.0")])
    assert library.of_list("GEM-HUISVESTING", "0.1.0") == "agency"
    assert library.of_question("GEM-HUISVESTING", "0.1.0", "HUI-20") == "team"
    assert library.of_rule("GEM-HUISVESTING", "0.1.0", "HUI-20", "HUI-REHOUSE") == "team"
    for unknown in (
        lambda: library.of_list("GEM-HUISVESTING", "0.2.0"),
        lambda: library.of_question("GEM-HUISVESTING", "0.1.0", "HUI-99"),
        lambda: library.of_rule("GEM-HUISVESTING", "0.1.0", "HUI-01", "HUI-REHOUSE"),
        lambda: library.of_rule("GEM-HUISVESTING", "0.1.0", "HUI-20", "HUI-NOTHING"),
    ):
        with pytest.raises(ClassUnknown):
            unknown()
