"""`flask checklists …`, as an administrator runs them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.checklists import service
from server.checklists.models import OwnSystemChange
from server.core.database import writing
from tests import cast
from tests.server.checklists.folders import change, library_in


def test_check_says_that_all_is_well(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["checklists", "check"])
    assert (result.exit_code, result.output) == (0, "19 lists, 261 questions, 3 dated values: all well.\n")


def test_check_names_every_fault_and_fails(app: Flask, tmp_path: Path) -> None:
    folder = library_in(tmp_path, "BRW-BRAND")
    change(folder, "checklists/BRW-BRAND.yaml", "per: visit\n", "")
    result = app.test_cli_runner().invoke(args=["checklists", "check", str(folder)])
    assert result.exit_code == 1
    assert "checklists/BRW-BRAND.yaml: the file:" in result.output
    assert "Mend: add per." in result.output


def test_load_says_what_it_added_and_then_that_nothing_is_new(app: Flask, tmp_path: Path) -> None:
    folder = library_in(tmp_path, "BRW-BRAND")
    runner = app.test_cli_runner()
    first = runner.invoke(args=["checklists", "load", str(folder)])
    assert first.exit_code == 0
    assert "added BRW-BRAND 0.1.0\n" in first.output
    assert "added WML_UURLOON 14.71 from 2026-01-01\n" in first.output
    second = runner.invoke(args=["checklists", "load", str(folder)])
    assert (second.exit_code, second.output) == (0, "nothing new: all of it is loaded already\n")


Run = Callable[..., tuple[int, str]]
POLICE = "POL-DEN-HAAG"


@pytest.fixture
def run(app: Flask, db: Session, now: datetime) -> Run:
    """The commands about lists, with the real library and the people of the demo."""
    with writing() as session:
        cast.load(session, now)
        service.load(session, now)

    def invoke(*words: str) -> tuple[int, str]:
        result = app.test_cli_runner().invoke(args=["checklists", *words])
        return result.exit_code, result.output

    return invoke


def mode(db: Session, code: str, question: str | None = None) -> str:
    content, agency = service.content(db, code, "0.1.0"), cast.person("joris").agency
    assert content is not None
    return service.opened(db, [agency])[agency].mode(content, question)


def test_a_list_of_own_systems_is_opened_and_shut_again_and_both_are_kept(
    run: Run, db: Session, now: datetime
) -> None:
    opened = "POL-ONDERMIJNING is recorded here by POL-DEN-HAAG"
    assert run("open", "POL-ONDERMIJNING", POLICE) == (0, f"{opened} from now on\n")
    assert mode(db, "POL-ONDERMIJNING") == "recorded"
    assert run("open", "POL-ONDERMIJNING", POLICE) == (0, f"{opened} already: nothing changed\n")
    shut = "POL-ONDERMIJNING is kept in its own system by POL-DEN-HAAG"
    assert run("close", "POL-ONDERMIJNING", POLICE) == (0, f"{shut} from now on\n")
    assert mode(db, "POL-ONDERMIJNING") == "own_system"
    assert run("close", "POL-ONDERMIJNING", POLICE) == (0, f"{shut} already: nothing changed\n")
    rows = db.scalars(select(OwnSystemChange).order_by(OwnSystemChange.id)).all()
    police = cast.person("joris").agency
    assert [(row.at, row.by, row.agency, row.checklist, row.question, row.open) for row in rows] == [
        (now, "operator", police, "POL-ONDERMIJNING", "", True),
        (now, "operator", police, "POL-ONDERMIJNING", "", False),
    ]


def test_one_question_is_opened_alone(run: Run, db: Session) -> None:
    code, said = run("open", "DEB-DEBRIEF", POLICE, "--question", "DEB-07")
    assert (code, said) == (0, "DEB-DEBRIEF DEB-07 is recorded here by POL-DEN-HAAG from now on\n")
    assert mode(db, "DEB-DEBRIEF", "DEB-07") == "recorded"
    assert mode(db, "POL-ONDERMIJNING") == "own_system"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("POL-NIETS", POLICE), "there is no list POL-NIETS; of own systems are BEL-FISCAAL, DOU-GOEDEREN,"),
        (("POL-ONDERMIJNING", "POL-NIETS"), "there is no agency POL-NIETS; known are "),
        (("POL-ONDERMIJNING", "BRW-HAAGLANDEN"), "is filled by politie; BRW-HAAGLANDEN is brandweer"),
        (("DEB-DEBRIEF", POLICE), "recorded here by everybody: only the classes fiscal, signal, victim, wpg"),
        (("DEB-DEBRIEF", POLICE), "with --question it may be DEB-07"),
        (("DEB-DEBRIEF", POLICE, "--question", "DEB-01"), "DEB-01 is recorded here by everybody"),
        (("DEB-DEBRIEF", POLICE, "--question", "DEB-99"), "no question DEB-99; of own systems are DEB-07"),
        (("POL-ONDERMIJNING", POLICE, "--question", "OND-10"), "open the list first"),
    ],
)
def test_what_cannot_be_opened_is_said_with_the_mend_and_changes_nothing(
    run: Run, db: Session, words: tuple[str, ...], said: str
) -> None:
    code, answer = run("open", *words)
    assert code == 1 and said in answer
    assert db.scalars(select(OwnSystemChange)).all() == []
