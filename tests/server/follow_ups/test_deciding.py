"""An agency decides on its follow-ups: refusals first, then the decision, then who wrote down that it was
made.
"""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from server.core.database import db as extension
from server.follow_ups.models import FollowUpEvent
from server.follow_ups.states import REFUSALS
from tests import cast
from tests.conftest import Clock
from tests.server.follow_ups.world import ACCEPTANCE, Visit


@pytest.fixture
def task(visit: Visit) -> Any:
    """A task in the municipality's inbox."""
    visit.decide()
    return visit.inbox("leo")[0]


VERBS = [
    ("acceptance", ACCEPTANCE),
    ("refusal", {"reason": "duplicate"}),
    ("start", None),
    ("questions", {"text": "Waar?"}),
    ("closure", {"outcome": "complied"}),
    ("decision", None),
]


@pytest.mark.parametrize(("verb", "body"), VERBS)
@pytest.mark.parametrize(
    ("key", "status"), [("nadia", 403), ("karin", 403), ("iris", 404), ("els", 404), ("aylin", 403)]
)
def test_nobody_decides_but_the_desk_of_the_agency_whose_task_it_is(
    visit: Visit, task: Any, verb: str, body: Any, key: str, status: int
) -> None:
    assert visit.act(key, task["id"], verb, body, version=1).status_code == status
    assert visit.get("leo", f"/follow-ups/{task['id']}")["version"] == 1


@pytest.mark.parametrize(("verb", "body"), VERBS)
def test_a_decision_must_say_which_version_it_was_made_on(
    visit: Visit, task: Any, verb: str, body: Any
) -> None:
    cast.sign_in(visit.client, "leo")
    send = visit.client.delete if verb == "decision" else visit.client.post
    answer = send(f"/api/v1/follow-ups/{task['id']}/{verb}", **({"json": body} if body else {}))
    assert (answer.status_code, answer.json["code"]) == (428, "precondition-needed")


def test_who_comes_second_is_told_what_the_first_decided_and_overwrites_nothing(
    visit: Visit, task: Any
) -> None:
    visit.act("leo", task["id"], "refusal", {"reason": "already_handled", "text": "Zaak 12"}, version=1)
    answer = visit.act("ruth", task["id"], "acceptance", ACCEPTANCE, version=1)
    assert (answer.status_code, answer.json["code"]) == (412, "follow-up-changed")
    current = answer.json["current"]
    assert (current["state"], current["refusal"]["reason"]) == ("refused", "already_handled")
    assert current["refusal"]["by"]["name"] == "Leo Verbeek"
    assert visit.get("leo", f"/follow-ups/{task['id']}")["state"] == "refused"


def test_the_answer_carries_the_new_version_for_the_next_decision(visit: Visit, task: Any) -> None:
    answer = visit.act("leo", task["id"], "acceptance", ACCEPTANCE, version=1)
    assert (answer.headers["ETag"], answer.json["version"], answer.json["state"]) == ('"2"', 2, "accepted")


@pytest.mark.parametrize(
    ("verb", "body", "field"),
    [
        ("acceptance", {**ACCEPTANCE, "measure": "whip"}, "measure"),
        ("acceptance", {**ACCEPTANCE, "dueOn": "8 december"}, "dueOn"),
        ("acceptance", {**ACCEPTANCE, "handler": str(cast.person("iris").member)}, "handler"),
        ("acceptance", {**ACCEPTANCE, "handler": str(cast.person("defne").member)}, "handler"),
        ("refusal", {"reason": "no time"}, "reason"),
        ("refusal", {}, "reason"),
        ("questions", {"text": ""}, "text"),
        ("questions", {"text": "x" * 2001}, "text"),
        ("closure", {"outcome": "fine"}, "outcome"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(
    visit: Visit, task: Any, verb: str, body: Any, field: str
) -> None:
    answer = visit.act("leo", task["id"], verb, body)
    assert answer.status_code == 422
    assert answer.json["field"] == field
    assert visit.get("leo", f"/follow-ups/{task['id']}")["version"] == 1


@pytest.mark.parametrize("reason", REFUSALS)
def test_each_of_the_five_reasons_is_taken(visit: Visit, task: Any, reason: str) -> None:
    assert visit.act("leo", task["id"], "refusal", {"reason": reason}).json["refusal"]["reason"] == reason


def test_only_moves_that_the_life_of_a_follow_up_has_are_taken(visit: Visit, task: Any) -> None:
    assert visit.act("leo", task["id"], "start").status_code == 409
    assert visit.act("leo", task["id"], "closure", {"outcome": "complied"}).status_code == 409
    visit.act("leo", task["id"], "refusal", {"reason": "duplicate"})
    for verb, body in VERBS[:4]:
        answer = visit.act("leo", task["id"], verb, body)
        assert (answer.status_code, answer.json["code"]) == (409, "follow-up-move")


def test_a_task_to_inform_is_closed_with_other_outcomes_than_one_to_act(visit: Visit, task: Any) -> None:
    visit.act("leo", task["id"], "acceptance", ACCEPTANCE)
    answer = visit.act("leo", task["id"], "closure", {"outcome": "informed"})
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (
        422,
        "outcome-unfit",
        "outcome",
    )


def test_the_handler_is_one_of_the_own_desk(visit: Visit, task: Any) -> None:
    assert [one["name"] for one in visit.get("leo", "/follow-ups/handlers")] == ["Leo Verbeek", "Ruth Appel"]
    handler = str(cast.person("ruth").member)
    told = visit.act("leo", task["id"], "acceptance", {**ACCEPTANCE, "handler": handler}).json
    assert told["acceptance"]["handler"] == {"member": handler, "name": "Ruth Appel"}
    assert [one["id"] for one in visit.inbox("ruth", "mine")] == [task["id"]]
    assert visit.inbox("leo", "mine") == []


def test_a_decision_can_be_taken_back_by_its_maker_for_half_a_minute(
    visit: Visit, task: Any, clock: Clock
) -> None:
    visit.act("leo", task["id"], "acceptance", ACCEPTANCE)
    other = visit.act("ruth", task["id"], "decision")
    assert (other.status_code, other.json["code"]) == (409, "undo-late")
    clock.forward(seconds=30)
    told = visit.act("leo", task["id"], "decision").json
    assert (told["state"], told["acceptance"], told["dueOn"]) == ("proposed", None, "2026-11-28")
    [status] = [one for one in visit.tablet("nadia", "follow_up_status") if one["id"] == task["id"]]
    assert status["state"] == "proposed"
    visit.act("leo", task["id"], "refusal", {"reason": "duplicate"})
    clock.forward(seconds=31)
    assert visit.act("leo", task["id"], "decision").json["code"] == "undo-late"


def test_taking_back_a_closure_leads_to_where_it_came_from(visit: Visit, task: Any) -> None:
    visit.act("leo", task["id"], "acceptance", ACCEPTANCE)
    visit.act("leo", task["id"], "closure", {"outcome": "complied"})
    told = visit.act("leo", task["id"], "decision").json
    assert (told["state"], told["closure"]) == ("accepted", None)
    assert told["acceptance"]["measure"] == "penalty_order"


def test_every_decision_is_written_down_with_who_when_and_on_what_device(visit: Visit, task: Any) -> None:
    visit.act("leo", task["id"], "acceptance", ACCEPTANCE)
    visit.act("ruth", task["id"], "closure", {"outcome": "complied", "text": "Persoonlijk besproken"})
    session = extension.session()
    session.rollback()
    query = select(FollowUpEvent).where(FollowUpEvent.follow_up == UUID(task["id"]))
    mine = session.scalars(query.order_by(FollowUpEvent.version)).all()
    leo, ruth = cast.person("leo"), cast.person("ruth")
    assert [(event.what, event.member, event.agency, event.device) for event in mine] == [
        ("proposed", None, None, None),
        ("accepted", leo.member, leo.agency, leo.device),
        ("closed", ruth.member, ruth.agency, ruth.device),
    ]
    assert mine[2].details == {"from": "accepted", "outcome": "complied"}
    assert "besproken" not in str([event.details for event in mine])
