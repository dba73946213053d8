"""A tablet whose cookies are gone and whose records are not: what it held goes up all the same."""

import pytest
from flask import Flask

from tests.factories.access import VISIT_A
from tests.sync import server_side
from tests.sync.tablets import Failed, Tablets

NOTE = {
    "kind": "note.add",
    "dossier": str(VISIT_A),
    "fields": {"text": "Hond op het erf.", "subject": None},
    "scope": "joint",
}


def test_a_tablet_that_lost_its_cookies_proves_itself_and_loses_nothing(app: Flask, tablets: Tablets) -> None:
    tablets.open("nadia 1")
    tablets.sign_in("nadia 1", "nadia")
    [kept] = tablets("nadia 1", "record", items=[NOTE])
    tablets.lose_cookies("nadia 1")
    tablets.sign_in("nadia 1", "sem")
    assert tablets("nadia 1", "sync") == "done"
    assert server_side.accepted(app) == [kept]


def test_a_tablet_whose_first_answer_was_lost_takes_another_number(app: Flask, tablets: Tablets) -> None:
    tablets.open("nadia 1")
    tablets.line = lambda request: "answer-lost" if request["path"] == "/sessions" else "through"
    with pytest.raises(Failed):
        tablets.sign_in("nadia 1", "nadia")
    tablets.lose_cookies("nadia 1")
    tablets.line = lambda request: "through"
    tablets.sign_in("nadia 1", "nadia")
    [kept] = tablets("nadia 1", "record", items=[NOTE])
    assert tablets("nadia 1", "sync") == "done"
    assert server_side.accepted(app) == [kept]
