"""Lists of the classes wpg, fiscal, victim and signal run in own systems unless their agency opens them."""

from datetime import datetime
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from server.checklists import service
from server.core.database import writing
from tests import cast


@pytest.fixture
def loaded(app: Flask, db: Session, now: datetime) -> datetime:
    """The real library, and the people of the demo."""
    with writing() as session:
        cast.load(session, now)
        service.load(session, now)
    return now


def agency() -> UUID:
    return cast.person("nadia").agency


def mode(db: Session, code: str, question: str | None = None) -> str:
    content = service.content(db, code, "0.1.0")
    assert content is not None
    return service.opened(db, [agency()])[agency()].mode(content, question)


def open_here(now: datetime, code: str, *, question: str = "", is_open: bool = True) -> None:
    with writing() as session:
        service.open_here(session, agency(), code, "operator", now, question=question, is_open=is_open)


@pytest.mark.parametrize(
    "code", ["POL-ONDERMIJNING", "BEL-FISCAAL", "DOU-GOEDEREN", "MH-SIGNAAL", "WIT-WITWAS"]
)
def test_a_list_of_a_closed_class_runs_in_own_systems(loaded: datetime, db: Session, code: str) -> None:
    assert mode(db, code) == "own_system"


@pytest.mark.parametrize("code", ["VTG-TRANSPORT", "GEN-START", "NLA-ARBEID", "NET-ENERGIE"])
def test_every_other_list_is_recorded_here(loaded: datetime, db: Session, code: str) -> None:
    assert mode(db, code) == "recorded"


def test_a_single_question_of_a_closed_class_runs_in_own_systems(loaded: datetime, db: Session) -> None:
    assert mode(db, "RFH-WEERBAAR") == "recorded"
    assert mode(db, "RFH-WEERBAAR", "WBR-09") == "own_system"
    assert mode(db, "RFH-WEERBAAR", "WBR-10") == "recorded"


def test_in_a_shut_list_every_question_is_shut(loaded: datetime, db: Session) -> None:
    assert mode(db, "POL-ONDERMIJNING", "OND-01") == "own_system"


def test_an_agency_opens_a_list_with_all_its_questions(loaded: datetime, db: Session) -> None:
    open_here(loaded, "POL-ONDERMIJNING")
    assert mode(db, "POL-ONDERMIJNING") == "recorded"
    assert mode(db, "POL-ONDERMIJNING", "OND-10") == "recorded"


def test_an_agency_opens_a_single_question(loaded: datetime, db: Session) -> None:
    open_here(loaded, "RFH-WEERBAAR", question="WBR-09")
    assert mode(db, "RFH-WEERBAAR", "WBR-09") == "recorded"
    assert mode(db, "DEB-DEBRIEF", "DEB-07") == "own_system"


def test_an_agency_keeps_one_question_of_an_opened_list_shut(loaded: datetime, db: Session) -> None:
    open_here(loaded, "POL-ONDERMIJNING")
    open_here(loaded, "POL-ONDERMIJNING", question="OND-10", is_open=False)
    assert mode(db, "POL-ONDERMIJNING", "OND-09") == "recorded"
    assert mode(db, "POL-ONDERMIJNING", "OND-10") == "own_system"


def test_what_was_opened_can_be_shut_again(loaded: datetime, db: Session) -> None:
    open_here(loaded, "POL-ONDERMIJNING")
    open_here(loaded, "POL-ONDERMIJNING", is_open=False)
    assert mode(db, "POL-ONDERMIJNING") == "own_system"


def test_another_agency_of_the_same_kind_decides_for_itself(loaded: datetime, db: Session) -> None:
    open_here(loaded, "MH-SIGNAAL")
    content = service.content(db, "MH-SIGNAAL", "0.1.0")
    assert content is not None
    other = next(who.agency for who in cast.everyone().values() if who.agency != agency())
    assert service.opened(db, [agency(), other])[other].mode(content) == "own_system"
