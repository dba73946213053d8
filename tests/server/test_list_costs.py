"""What lists cost that no room asks about itself: the same number of statements, however long they are."""

from datetime import datetime, timedelta
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.access import service as access
from server.checklists import service as checklists
from server.core.database import writing
from server.core.ids import derive
from tests import cast
from tests.counting import bill, counted
from tests.factories import access as world
from tests.factories.sending import Tablet

_numbers = count()


@pytest.fixture
def scopes(app: Flask, now: datetime) -> dict[str, str]:
    with app.app_context(), writing() as session:
        cast.load(session, now)
        checklists.load(session, now)
        return world.build(session, now).by_word


def cost(app: Flask, client: FlaskClient, path: str, most: int) -> int:
    """Statements of one GET."""
    with app.app_context(), counted() as statements:
        answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    assert len(statements) <= most, bill(statements)
    return len(statements)


def opened(app: Flask, now: datetime, number: int) -> None:
    """So many more visits of Nadia's, each opened at another moment."""
    nadia = cast.person("nadia")
    with app.app_context(), writing() as session:
        for n in range(number):
            dossier, moment = derive("listed", str(next(_numbers))), now - timedelta(minutes=n)
            access.ensure_dossier(
                session, dossier=dossier, action=world.ACTION, team=world.TEAM_A, target=None, site=None,
                planned=True, opened=moment,
            )  # fmt: skip
            access.assign(session, dossier, nadia.member, nadia.agency, moment)


def test_dossiers(app: Flask, client: FlaskClient, now: datetime, scopes: dict[str, str]) -> None:
    cast.sign_in(client, "nadia")
    few = cost(app, client, "/dossiers", 8)
    opened(app, now, 30)
    assert len(client.get("/api/v1/dossiers?limit=100").json["dossiers"]) == 31
    assert cost(app, client, "/dossiers?limit=100", 8) == few


def test_what_is_confirmed(app: Flask, scopes: dict[str, str]) -> None:
    nadia = Tablet(app, "nadia")

    def send(batches: int, notes: int) -> int:
        for _ in range(batches):
            salts = [str(next(_numbers)) for _ in range(notes)]
            wires = [nadia.note(world.VISIT_A, salt=salt) for salt in salts]
            wires.append(nadia.answer(world.VISIT_A, "BRA-01", "maybe", salt=salts[0]))
            nadia.record(scopes["joint a"], *wires)
        return cost(app, nadia.client, "/sync/batches", 8)

    few = send(1, 1)
    assert send(12, 20) == few


@pytest.mark.parametrize("path", ["/agencies", "/checklists", "/parameters", "/sync/keys"])
def test_lists_that_are_long_from_the_first_day(
    app: Flask, client: FlaskClient, scopes: dict[str, str], path: str
) -> None:
    """The library and the cast hold more of each than statements are allowed; the keys stand in memory."""
    cast.sign_in(client, "nadia")
    client.get(f"/api/v1{path}")
    cost(app, client, path, 4)


def test_who_may_handle_a_follow_up(app: Flask, client: FlaskClient, scopes: dict[str, str]) -> None:
    cast.sign_in(client, "leo")
    cost(app, client, "/follow-ups/handlers", 4)
