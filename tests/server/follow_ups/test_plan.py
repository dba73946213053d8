"""What may leave an agency: follow-ups must not leak findings."""

from dataclasses import replace
from uuid import UUID

import pytest

from server.core.ids import derive
from server.follow_ups.plan import Proposed, Wanted, proposed_of, wanted

FINDING, OWNER, OTHER, PRIVATE, ABSENT = (UUID(int=n) for n in range(1, 6))
OWN = Proposed("brandweer", OWNER, True, True, "reinspection", 14)
TO_OTHER = Proposed("gemeente", OTHER, True, True, "penalty_order", 3)
TO_PRIVATE = Proposed("sncu", PRIVATE, False, True, "private_complaint", 28)
TO_ABSENT = Proposed("nvwa", ABSENT, True, False, "fine_report", 28)
TO_NOBODY = Proposed("kvk", None, False, False, "registry_correction", 7)
REFERRED = replace(TO_OTHER, chosen=True, basis="eigen_waarneming", sentence="Kijk naar deur 3.")


def plan(data_class: str, *proposed: Proposed) -> list[Wanted]:
    return wanted(FINDING, "BRA-EXIT", data_class, OWNER, proposed)


@pytest.mark.parametrize(
    "data_class", ["team", "agency", "wpg", "fiscal", "victim", "signal", "private_shared"]
)
def test_an_agencys_own_follow_ups_are_made_whatever_the_class(data_class: str) -> None:
    [task] = plan(data_class, OWN)
    assert (task.task, task.origin, task.receiver, task.action) == ("follow_up", "own", OWNER, "reinspection")


def test_class_team_goes_at_once_to_public_agencies_that_take_part() -> None:
    [task] = plan("team", TO_OTHER)
    assert (task.task, task.origin, task.receiver, task.due_days) == ("follow_up", "team", OTHER, 3)
    assert task.open, "whoever reads the inbox may read what the team may"


def test_class_agency_goes_nowhere_unless_the_inspector_refers_it() -> None:
    assert plan("agency", TO_OTHER) == []
    [task] = plan("agency", TO_OTHER, REFERRED)
    assert (task.task, task.origin, task.receiver) == ("follow_up", "referral", OTHER)
    assert (task.basis, task.sentence) == ("eigen_waarneming", "Kijk naar deur 3.")
    assert not task.open, "title and legal basis of the finding are not copied"


@pytest.mark.parametrize("data_class", ["wpg", "fiscal", "victim", "signal", "private_shared", "unheard_of"])
@pytest.mark.parametrize("receiver", [TO_OTHER, REFERRED, TO_PRIVATE, TO_ABSENT, TO_NOBODY])
def test_from_every_other_class_nothing_leaves_and_the_owner_decides(
    data_class: str, receiver: Proposed
) -> None:
    [task] = plan(data_class, receiver)
    assert (task.task, task.receiver) == ("decide", OWNER)
    assert task.about == (receiver.kind, receiver.agency)
    assert (task.open, task.sentence, task.basis) == (False, None, None)


@pytest.mark.parametrize("data_class", ["team", "agency"])
@pytest.mark.parametrize("receiver", [TO_PRIVATE, TO_ABSENT, TO_NOBODY, replace(TO_PRIVATE, chosen=True)])
def test_whom_the_app_does_not_reach_the_owner_informs(data_class: str, receiver: Proposed) -> None:
    [task] = plan(data_class, receiver)
    assert (task.task, task.origin, task.receiver) == ("inform", "own", OWNER)
    assert task.about == (receiver.kind, receiver.agency)


def test_the_inspectors_own_term_and_sentence_stand_where_rule_and_referral_name_the_same() -> None:
    [task] = plan("team", replace(REFERRED, due_days=1), TO_OTHER)
    assert (task.due_days, task.sentence) == (1, "Kijk naar deur 3.")


def test_ids_are_derived_so_that_a_job_may_run_twice_and_tasks_do_not_fall_on_each_other() -> None:
    assert plan("team", TO_OTHER)[0].key == derive("follow-up", FINDING, "BRA-EXIT", OTHER, "penalty_order")
    free = wanted(FINDING, None, "team", OWNER, [TO_OTHER])
    assert free[0].key == derive("follow-up", FINDING, "", OTHER, "penalty_order")
    keys = {plan(one, TO_OTHER)[0].key for one in ("team", "wpg")} | {plan("team", TO_NOBODY)[0].key}
    assert len(keys) == 3


def test_what_acceptance_stored_is_joined_with_the_words_of_the_referral() -> None:
    stored = [
        {"kind": "gemeente", "agency": str(OTHER), "public": True, "takes_part": True, "action": "advice",
         "due_days": 2, "chosen": True},
        {"kind": "kvk", "agency": None, "public": False, "takes_part": False, "action": "advice",
         "due_days": 7, "chosen": False},
    ]  # fmt: skip
    said = {
        "receiver": str(OTHER),
        "action": "advice",
        "dueDays": 2,
        "legalBasis": "noodhulp",
        "sentence": "Nu.",
    }
    referred, ruled = proposed_of(stored, [said])
    assert (referred.agency, referred.chosen, referred.basis, referred.sentence) == (
        OTHER,
        True,
        "noodhulp",
        "Nu.",
    )
    assert (ruled.agency, ruled.kind, ruled.chosen, ruled.sentence) == (None, "kvk", False, None)
