"""What receiver, source inspector and lead see of a follow-up at every state, field by field.

Each test goes through the same life: proposed, asked, answered, accepted, begun, closed; and a second one
that is refused. What is not named here is not there: bodies are compared whole.
"""

from typing import Any

from server.operations.digests import hash_text
from server.operations.fields import read_field
from tests import cast
from tests.factories import access as world
from tests.server.follow_ups.world import ACCEPTANCE, JOINT, VISIT, Visit, agency, own, referral

NOW = "2026-11-25T10:00:00.000Z"
LEO = {"member": str(cast.person("leo").member), "name": "Leo Verbeek"}
QUESTION = "Staat deur 3 ook aan de kaszijde vast?"
ANSWER = "Ja, hangslot aan de buitenzijde."


def life(visit: Visit, desk: str, recorder: str) -> Any:
    """Lead a follow-up through its life; yields the name of each state it is brought to."""
    [task] = visit.inbox(desk)
    id = task["id"]
    yield "proposed", id
    assert visit.act(desk, id, "questions", {"text": QUESTION}).status_code == 201
    yield "asked", id
    visit.reply(recorder, id, ANSWER)
    yield "answered", id
    handled = {**ACCEPTANCE, "handler": str(cast.person(desk).member)}
    assert visit.act(desk, id, "acceptance", handled).status_code == 200
    yield "accepted", id
    assert visit.act(desk, id, "start").status_code == 200
    yield "in_progress", id
    closure = {"outcome": "complied", "text": "Dossier 2026/881, slot verwijderd"}
    assert visit.act(desk, id, "closure", closure).status_code == 200
    yield "closed", id


TITLE = {"nl": "Nooduitgang geblokkeerd of op slot", "en": "Emergency exit blocked or locked"}
STATES = ["proposed", "asked", "answered", "accepted", "in_progress", "closed"]
STATE_OF = {"asked": "proposed", "answered": "proposed"}


def test_the_receiver_sees_the_finding_of_the_team_and_all_of_its_own_handling(visit: Visit) -> None:
    visit.decide()
    [finding] = visit.tablet("nadia", "follow_up_status")[:1]
    seen = []
    for state, id in life(visit, "leo", "nadia"):
        seen.append(state)
        told = visit.get("leo", f"/follow-ups/{id}")
        step = STATES.index(state)
        asked, answered, accepted = step >= 1, step >= 2, step >= 3
        replies = told["questions"][0]["replies"] if asked else []
        assert {name: told[name] for name in told if name not in ("record", "history", "questions")} == {
            "id": id,
            "number": "OPV-2026-0001",
            "version": step + 1,
            "task": "follow_up",
            "origin": "team",
            "source": str(agency("nadia")),
            "about": None,
            "action": "penalty_order",
            "controlAction": {"id": str(world.ACTION), "title": "Controle Westland"},
            "dossier": str(VISIT),
            "site": {
                "id": told["site"]["id"],
                "name": "De Zonneglans BV",
                "address": "Zwethlaan 41",
                "town": "Honselersdijk",
                "municipality": "GM1783",
            },
            "finding": {
                "id": finding["finding"],
                "title": TITLE,
                "severity": "critical",
                "kind": "violation",
                "legalBasis": told["finding"]["legalBasis"],
                "confidence": told["finding"]["confidence"],
                "checklist": "BRW-BRAND",
                "version": "0.1.0",
                "question": "BRA-01",
                "rule": "BRA-EXIT",
                "recordedAt": "2026-11-25T09:00:00.000Z",
                "disputed": False,
            },
            "sentence": None,
            "proposedDueOn": "2026-11-28",
            "dueOn": "2026-12-08" if accepted else "2026-11-28",
            "state": STATE_OF.get(state, state),
            "withdrawn": None,
            "acceptance": {
                "measure": "penalty_order", "dueOn": "2026-12-08", "handler": LEO, "by": LEO, "at": NOW,
            } if accepted else None,
            "startedAt": NOW if step >= 4 else None,
            "refusal": None,
            "closure": {
                "outcome": "complied", "text": "Dossier 2026/881, slot verwijderd", "by": LEO, "at": NOW,
            } if step >= 5 else None,
            "remarks": [],
            "copied": [],
            "at": NOW,
            "share": None,
        }  # fmt: skip
        assert [(q["text"], q["by"]) for q in told["questions"]] == ([(QUESTION, LEO)] if asked else [])
        assert [(r["text"], len(r["hash"])) for r in replies] == ([(ANSWER, 43)] if answered else [])
        assert told["record"]["finding"]["rule"] == "BRA-EXIT", "the joint part is read by its own right"
    assert seen == STATES
    assert [event["what"] for event in told["history"]] == [
        "proposed", "asked", "answered", "accepted", "started", "closed",
    ]  # fmt: skip


def test_the_source_inspector_sees_the_outcome_offline_and_never_the_receivers_case(visit: Visit) -> None:
    visit.decide()
    seen = []
    for state, id in life(visit, "leo", "nadia"):
        seen.append(state)
        step = STATES.index(state)
        [status] = [one for one in visit.tablet("nadia", "follow_up_status") if one["id"] == id]
        assert status == {
            "id": id,
            "finding": status["finding"],
            "task": "follow_up",
            "action": "penalty_order",
            "receiver": str(agency("leo")),
            "about": None,
            "proposedDueOn": "2026-11-28",
            "state": STATE_OF.get(state, state),
            "withdrawn": None,
            "refusal": None,
            "outcome": "complied" if step >= 5 else None,
            "asked": state == "asked",
            "at": NOW,
        }
        questions = visit.tablet("nadia", "question")
        expected = {
            "followUp": id, "finding": status["finding"], "from": str(agency("leo")), "text": QUESTION,
            "at": NOW, "answered": step >= 2, "withdrawn": False,
        }  # fmt: skip
        assert [{k: v for k, v in one.items() if k != "id"} for one in questions] == (
            [expected] if step >= 1 else []
        )
        assert visit.tablet("nadia", "follow_up") == []
        assert visit.tablet("defne", "question") == [], "a question reaches the source's inspectors alone"
        told = str([status, questions])
        for secret in ("OPV-2026", "Leo", "2026-12-08", "881"):
            assert secret not in told
    assert seen == STATES
    visit.get("nadia", f"/follow-ups/{id}", status=404)


def test_the_lead_sees_the_state_of_what_the_team_reads_and_counts(visit: Visit) -> None:
    visit.decide()
    seen = []
    for state, id in life(visit, "leo", "nadia"):
        seen.append(state)
        [status] = [one for one in visit.tablet("karin", "follow_up_status") if one["id"] == id]
        assert status["state"] == STATE_OF.get(state, state)
        [counts] = visit.tablet("karin", "counts")
        followed = {"proposed": 0, "accepted": 0, "refused": 0, "in_progress": 0, "closed": 0}
        followed[STATE_OF.get(state, state)] += 1
        followed["proposed"] += 1  # the fire service's own task
        assert counts == {
            "action": str(world.ACTION),
            "at": NOW,
            "rows": [
                {
                    "dossier": str(VISIT),
                    "agency": str(agency("nadia")),
                    "dataClass": "team",
                    "findings": 1,
                    "severities": {"minor": 0, "moderate": 0, "serious": 0, "critical": 1},
                    "followUp": None,
                    "careActive": None,
                    "followUps": followed,
                }
            ],
        }
        assert visit.tablet("karin", "question") == []
        assert visit.tablet("karin", "follow_up") == []
    assert seen == STATES


def test_of_a_refusal_the_reason_goes_back_and_the_words_beside_it_stay(visit: Visit) -> None:
    visit.decide()
    [task] = visit.inbox("leo")
    visit.act("leo", task["id"], "refusal", {"reason": "no_competence", "text": "Zie zaak 77"})
    told = visit.get("leo", f"/follow-ups/{task['id']}")
    assert told["refusal"] == {"reason": "no_competence", "text": "Zie zaak 77", "by": LEO, "at": NOW}
    for key in ("nadia", "karin"):
        [status] = [one for one in visit.tablet(key, "follow_up_status") if one["id"] == task["id"]]
        assert (status["state"], status["refusal"]) == ("refused", "no_competence")
        assert "Zie zaak" not in str(status)


def test_of_a_referral_receiver_source_and_lead_see_no_more_than_each_may(visit: Visit) -> None:
    visit.add("defne", own("defne"), "Verhuurd zonder vergunning", referrals=[referral("nadia")])
    [task] = visit.inbox("iris")
    visit.act("iris", task["id"], "questions", {"text": "Welke loods?"})
    visit.reply("defne", task["id"], "De achterste.")
    visit.act("iris", task["id"], "refusal", {"reason": "duplicate", "text": None})
    # The receiver: what was sent, and what it did itself.
    told = visit.get("iris", f"/follow-ups/{task['id']}")
    assert [one["text"] for one in told["questions"][0]["replies"]] == ["De achterste."]
    assert (told["finding"], told["record"]) == (None, None)
    # The source's inspector: the outcome beside the own finding, in the own scope.
    [status] = visit.tablet("defne", "follow_up_status")
    assert (status["id"], status["state"], status["refusal"], status["receiver"]) == (
        task["id"], "refused", "duplicate", str(agency("nadia")),
    )  # fmt: skip
    # The lead and everybody else: numbers, no severity of what may be about persons.
    for key in ("karin", "nadia", "joris"):
        assert visit.tablet(key, "follow_up_status") == []
    [counts] = visit.tablet("karin", "counts")
    assert counts["rows"] == [
        {
            "dossier": str(VISIT), "agency": str(agency("defne")), "dataClass": "agency", "findings": 1,
            "severities": None, "followUp": None, "careActive": None,
            "followUps": {"proposed": 0, "accepted": 0, "refused": 1, "in_progress": 0, "closed": 0},
        }
    ]  # fmt: skip


def test_a_reply_that_names_a_follow_up_of_others_is_answered_like_one_that_names_nothing(
    visit: Visit,
) -> None:
    visit.decide()
    [task] = visit.inbox("leo")
    visit.act("leo", task["id"], "questions", {"text": QUESTION})
    before = visit.get("leo", f"/follow-ups/{task['id']}")
    visit.reply("defne", task["id"], "Ik was er ook")
    visit.reply("nadia", "00000000-0000-4000-8000-000000000000", "Waarover?")
    assert visit.get("leo", f"/follow-ups/{task['id']}") == before


def test_a_withdrawn_reply_takes_its_words_out_of_the_document(visit: Visit) -> None:
    visit.decide()
    [task] = visit.inbox("leo")
    visit.act("leo", task["id"], "questions", {"text": QUESTION})
    wire = visit.reply("nadia", task["id"], ANSWER)
    visit.withdraw("nadia", own("nadia"), wire, "follow_up.reply")
    told = visit.documents(f"inbox:{agency('leo')}")["follow_up"]
    [reply] = told["questions"][0]["replies"]
    assert (reply["text"], reply["operation"]) == (None, wire.id)
    assert ANSWER not in str(told)


def test_copied_words_name_their_operation_and_the_hash_of_their_field(visit: Visit) -> None:
    wire = visit.add("nadia", JOINT, "Deur op slot", referrals=[referral("defne")])
    told = visit.documents(f"inbox:{agency('leo')}")["follow_up"]
    hashes = {read_field(text).name: hash_text(text) for text in wire.fields}
    assert told["copied"] == [
        {"path": path, "operation": wire.id, "field": field, "hash": hashes[field]}
        for path, field in (
            ("finding.legalBasis", "legal_basis"),
            ("finding.title", "title"),
            ("sentence", "referrals"),
        )
    ]
