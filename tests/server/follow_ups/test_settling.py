"""Findings become tasks, and follow what becomes of the finding: each once, nothing lost, nothing told too
much.
"""

import orjson
import pytest
from sqlalchemy import select

from server.access.models import Dossier
from server.core.database import db as extension
from server.core.database import writing
from server.core.ids import derive
from server.follow_ups.models import FollowUp
from server.follow_ups.service.settle import settle
from server.operations.operation import read_operation
from tests.factories.record import drawn_id
from tests.factories.recording import work
from tests.server.follow_ups.world import ACCEPTANCE, JOINT, VISIT, Visit, agency, of_class, own, referral


def shown(items: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(one["task"], one["origin"], one["action"], one["dueOn"], one["state"]) for one in items]


def test_a_team_finding_makes_the_owners_task_and_that_of_the_other_agency_at_once(visit: Visit) -> None:
    visit.decide()
    assert shown(visit.inbox("iris")) == [("follow_up", "own", "immediate_action", "2026-11-25", "proposed")]
    [task] = visit.inbox("leo")
    assert shown([task]) == [("follow_up", "team", "penalty_order", "2026-11-28", "proposed")]
    assert (task["title"]["nl"], task["rule"], task["severity"]) == (
        "Nooduitgang geblokkeerd of op slot", "BRA-EXIT", "critical",
    )  # fmt: skip
    assert task["site"] == {"name": "De Zonneglans BV", "town": "Honselersdijk"}


def test_a_visit_to_a_site_that_is_not_known_here_makes_its_tasks_all_the_same(visit: Visit) -> None:
    with writing() as session:
        session.get_one(Dossier, VISIT).site = derive("a site that was added after the backup")
    visit.decide()
    [task] = visit.inbox("leo")
    assert (task["rule"], task["site"]) == ("BRA-EXIT", None)


def test_two_municipalities_do_not_get_each_others_tasks(visit: Visit) -> None:
    visit.decide()
    assert visit.inbox("els") == []


def test_the_job_may_run_twice_and_late_and_changes_nothing_more(visit: Visit) -> None:

    visit.decide()
    before = visit.get("leo", f"/follow-ups/{visit.inbox('leo')[0]['id']}")
    row = extension.session().scalars(select(FollowUp)).first()
    assert row is not None
    scope, finding = row.scope, row.finding
    extension.session().rollback()
    for _ in range(2):
        settle(scope, finding, visit.now)
    work()
    assert visit.get("leo", f"/follow-ups/{before['id']}") == before


def test_each_agency_numbers_for_itself(visit: Visit) -> None:
    visit.decide()
    visit.decide(question="BRA-02", rule="BRA-ROUTE", severity="serious")
    assert sorted(one["number"] for one in visit.inbox("leo")) == ["OPV-2026-0001", "OPV-2026-0002"]
    assert sorted(one["number"] for one in visit.inbox("iris")) == ["OPV-2026-0001", "OPV-2026-0002"]


def test_a_reconfirmation_is_a_new_version_of_the_same_task(visit: Visit) -> None:
    first = visit.decide()
    [before] = visit.inbox("leo")
    visit.decide(severity="serious", decision="change", base=[first.id], minutes=5)
    [after] = visit.inbox("leo")
    assert after["id"] == before["id"]
    assert (before["severity"], after["severity"]) == ("critical", "serious")
    assert after["version"] == before["version"] + 1


def test_a_dismissed_finding_leaves_a_line_without_content_and_with_the_reason(visit: Visit) -> None:
    first = visit.decide()
    [before] = visit.inbox("leo")
    visit.decide(decision="dismiss", base=[first.id], minutes=5)
    assert visit.inbox("leo") == []
    [line] = visit.inbox("leo", "returned")
    assert (line["id"], line["withdrawn"], line["state"]) == (before["id"], "dismissed", "proposed")
    assert (line["title"], line["severity"], line["site"], line["rule"]) == (None, None, None, None)
    told = orjson.dumps(visit.documents(f"inbox:{agency('leo')}")).decode()
    assert "Nooduitgang" not in told and "BRA-EXIT" not in told


def test_a_withdrawn_finding_takes_its_tasks_back_and_a_new_decision_brings_them_back(
    visit: Visit,
) -> None:
    first = visit.decide()
    visit.withdraw("nadia", JOINT, first, "finding.decide")
    [line] = visit.inbox("leo", "returned")
    assert line["withdrawn"] == "withdrawn"
    answer = visit.act("leo", line["id"], "acceptance", ACCEPTANCE)
    assert (answer.status_code, answer.json["code"]) == (409, "follow-up-withdrawn")
    visit.decide(severity="moderate", minutes=20)
    [again] = visit.inbox("leo")
    assert (again["id"], again["withdrawn"], again["severity"]) == (line["id"], None, "moderate")


def test_what_an_agency_took_up_stays_its_own_when_the_finding_goes(visit: Visit) -> None:
    first = visit.decide()
    [task] = visit.inbox("leo")
    visit.act("leo", task["id"], "acceptance", ACCEPTANCE)
    visit.withdraw("nadia", JOINT, first, "finding.decide")
    [kept] = visit.inbox("leo")
    assert (kept["state"], kept["withdrawn"], kept["dueOn"]) == ("accepted", "withdrawn", "2026-12-08")
    closed = visit.act("leo", task["id"], "closure", {"outcome": "no_violation"})
    assert closed.status_code == 200


def test_while_two_decisions_stand_side_by_side_nothing_new_is_made_and_nothing_is_lost(visit: Visit) -> None:
    visit.decide()
    [before] = visit.inbox("leo")
    visit.decide(decision="dismiss", minutes=5)
    told = visit.get("leo", f"/follow-ups/{before['id']}")
    assert (told["state"], told["withdrawn"], told["finding"]["disputed"]) == ("proposed", None, True)
    assert len(visit.inbox("leo")) == 1


def test_a_resolution_ends_the_dispute(visit: Visit) -> None:
    confirmed = visit.decide()
    dismissed = visit.decide(decision="dismiss", minutes=5)
    [task] = visit.inbox("leo")
    said = read_operation(confirmed.head, confirmed.fields, "").values
    keep = {"keep": [confirmed.id], "lead": confirmed.id}
    resolved = visit.over(
        "nadia",
        confirmed,
        {**said, "resolution": keep, "reason": "Zelf gezien"},
        [confirmed.id, dismissed.id],
    )
    visit.record("nadia", JOINT, resolved)
    assert visit.get("leo", f"/follow-ups/{task['id']}")["finding"]["disputed"] is False


def test_a_refused_task_is_proposed_again_when_its_source_confirms_anew(visit: Visit) -> None:
    first = visit.decide()
    [task] = visit.inbox("leo")
    visit.act("leo", task["id"], "refusal", {"reason": "too_little_evidence", "text": None})
    assert visit.inbox("leo") == []
    visit.decide(decision="change", base=[first.id], minutes=5)
    [again] = visit.inbox("leo")
    assert (again["id"], again["state"]) == (task["id"], "proposed")


def test_class_agency_goes_nowhere_by_itself(visit: Visit) -> None:
    visit.decide("defne", checklist="GEM-RUIMTE", question="RUI-02", rule="RUI-USE", scope=own("defne"))
    assert {one["origin"] for one in visit.inbox("leo")} == {"own"}
    visit.add("defne", own("defne"), "Verhuurd zonder vergunning")
    for desk in ("iris", "hanna", "els"):
        assert visit.inbox(desk) == []


def test_a_referral_tells_place_action_term_and_sentence_and_nothing_of_the_finding(visit: Visit) -> None:
    visit.add("defne", own("defne"), "Verhuurd zonder vergunning", referrals=[referral("nadia")])
    [task] = visit.inbox("iris")
    assert shown([task]) == [("follow_up", "referral", "advice", "2026-11-30", "proposed")]
    assert task["sentence"] == "Kijk naar het gebruik van de loods."
    assert (task["title"], task["severity"], task["rule"]) == (None, None, None)
    told = visit.get("iris", f"/follow-ups/{task['id']}")
    assert (told["finding"], told["record"], told["site"]["name"]) == (None, None, "De Zonneglans BV")
    text = orjson.dumps([told, visit.documents(f"inbox:{agency('iris')}")]).decode()
    for secret in ("Verhuurd", "APV 2:10", "serious"):
        assert secret not in text
    assert told["share"]["legalBasis"] == "eigen_waarneming"
    assert told["share"]["from"] == str(agency("defne"))


def test_the_id_of_a_referral_does_not_let_its_reader_guess_the_rule(visit: Visit) -> None:
    visit.decide(
        "defne", checklist="GEM-RUIMTE", question="RUI-02", rule="RUI-USE", scope=own("defne"),
        referrals=[referral("nadia")],
    )  # fmt: skip
    answer = derive("answer", drawn_id("filling GEM-RUIMTE defne"), "RUI-02")
    finding = derive("finding", answer, "RUI-USE", agency("defne"))
    guessed = str(derive("follow-up", finding, "RUI-USE", agency("nadia"), "advice"))
    [task] = visit.inbox("iris")
    assert task["id"] != guessed
    told = orjson.dumps(visit.get("iris", f"/follow-ups/{task['id']}")).decode()
    assert guessed not in told and str(finding) not in told


def test_a_referral_taken_back_leaves_a_line_and_a_revoked_share(visit: Visit) -> None:
    first = visit.decide(
        "defne", checklist="GEM-RUIMTE", question="RUI-02", rule="RUI-USE", scope=own("defne"),
        referrals=[referral("nadia")],
    )  # fmt: skip
    [task] = visit.inbox("iris")
    visit.decide(
        "defne", checklist="GEM-RUIMTE", question="RUI-02", rule="RUI-USE", scope=own("defne"),
        base=[first.id], minutes=3,
    )  # fmt: skip
    told = visit.get("iris", f"/follow-ups/{task['id']}")
    assert (told["withdrawn"], told["sentence"], told["site"]) == ("changed", None, None)
    assert (told["share"]["revoked"], told["share"]["sentence"]) == (True, None)


@pytest.mark.parametrize("receiver", ["defne", "koen"])
def test_from_a_narrow_class_nothing_leaves_and_the_owner_decides(visit: Visit, receiver: str) -> None:
    scope = of_class("joris", "wpg")
    visit.add("joris", scope, "Sporen van een lab", referrals=[referral(receiver)])
    for desk in ("leo", "pien"):
        assert visit.inbox(desk) == []
    [task] = visit.inbox("wim")
    assert (task["task"], task["origin"], task["about"]["agency"]) == ("decide", "own", str(agency(receiver)))
    told = visit.documents(f"inbox:{agency('wim')}")["follow_up"]
    assert (told["finding"], told["sentence"]) == (None, None), "the inbox is read without the class's role"


def test_whom_the_app_does_not_reach_the_owner_informs(visit: Visit) -> None:
    visit.add(
        "nadia", JOINT, "Geen cao-loon", referrals=[referral("otto", "private_complaint"), referral("liv")]
    )
    told = {one["about"]["kind"]: one["task"] for one in visit.inbox("iris")}
    assert told == {"sncu": "inform", "nvwa": "inform"}
    assert visit.inbox("sjaak") == []


def test_good_practice_asks_for_nothing(visit: Visit) -> None:
    visit.add("nadia", JOINT, "Keurig", kind="good_practice", referrals=[referral("defne")])
    assert visit.inbox("leo") == []


def test_another_agency_that_writes_over_a_finding_confirms_nothing(visit: Visit) -> None:
    first = visit.add("nadia", JOINT, "Deur op slot")
    fields = {
        "title": "Deur op slot", "text": None, "kind": "violation", "decision": "confirm", "reason": None,
        "severity": "minor", "referrals": [referral("noor")],
    }  # fmt: skip
    visit.record("defne", JOINT, visit.over("defne", first, fields, [first.id]))
    assert visit.inbox("hanna") == []


def test_the_same_finding_in_two_scopes_has_tasks_in_both(visit: Visit) -> None:
    told = [referral("nadia", "penalty_order"), referral("defne", "closure")]
    for scope in (own("nadia"), JOINT):
        visit.add("nadia", scope, "Nooduitgang dicht", referrals=told)
    assert len([task for task in visit.inbox("iris") if task["action"] == "penalty_order"]) == 2


def test_a_task_of_another_agencys_finding_of_the_same_id_stops_none(visit: Visit) -> None:
    visit.add("defne", own("defne"), "Nooduitgang dicht", referrals=[referral("defne", "closure")])
    visit.add("nadia", JOINT, "Nooduitgang dicht", referrals=[referral("defne", "closure")])
    closures = [task for task in visit.inbox("leo") if task["action"] == "closure"]
    assert sorted(task["source"] for task in closures) == sorted(
        str(agency(key)) for key in ("defne", "nadia")
    )


def test_a_question_about_a_class_finding_reaches_the_readers_of_the_class_alone(visit: Visit) -> None:
    visit.add("joris", of_class("joris", "wpg"), "Wapen gezien", referrals=[referral("defne")])
    [task] = visit.inbox("wim")
    assert visit.act("wim", task["id"], "questions", {"text": "Wat zag u?"}).status_code < 300
    assert "question" in visit.documents(of_class("joris", "wpg"))
    assert "question" not in visit.documents(own("joris"))
