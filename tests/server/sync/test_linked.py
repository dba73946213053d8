"""Two visits to one shed are linked for everybody on the action, and stay two."""

from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.jobs import run_due
from server.sync.models import Document
from tests.factories.access import ACTION, TEAM_A, TEAM_B
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import Tablet
from tests.server.sync.conftest import Tablets

ACCEPTED = ("accepted", None)
SITE = drawn_id("the shed of both")


def opened(who: Tablet, dossier: str, team: UUID, **more: Any) -> Wire:
    told = {"action": str(ACTION), "site": SITE, "label": None, "team": str(team), "reason": "licht"}
    return who.author.operation("dossier.open", dossier, dossier, told | more)


def links(db: Session) -> list[dict[str, Any]]:
    query = select(Document.body).where(Document.type == "linked_dossiers", Document.removed.is_(False))
    return [orjson.loads(body) for body in db.scalars(query)]


def test_two_visits_opened_at_one_site_are_linked_and_not_merged(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, piet = tablet("nadia"), tablet("piet")
    one, two = drawn_id("the shed by team a"), drawn_id("the shed by team b")
    assert nadia.record(f"joint:{one}", opened(nadia, one, TEAM_A)) == [ACCEPTED]
    run_due()
    assert links(db) == []
    assert piet.record(f"joint:{two}", opened(piet, two, TEAM_B)) == [ACCEPTED]
    run_due()
    (link,) = links(db)
    assert (link["action"], link["site"], set(link["dossiers"])) == (str(ACTION), SITE, {one, two})
    run_due()
    assert links(db) == [link]


def test_visits_elsewhere_or_without_a_site_are_not_linked(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    place = {"lon": "4.2", "lat": "52", "accuracy": None}
    nowhere = {"site": None, "label": "schuur", "place": place}
    told = ({"site": SITE}, {"site": drawn_id("another shed")}, nowhere, nowhere)
    for number, more in enumerate(told):
        dossier = drawn_id(f"shed {number}")
        assert nadia.record(f"joint:{dossier}", opened(nadia, dossier, TEAM_A, **more)) == [ACCEPTED]
    run_due()
    assert links(db) == []
