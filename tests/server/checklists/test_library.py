"""The library in `seeds/`: whole, bilingual, bounded, and marked where it has to be."""

from collections.abc import Iterator
from typing import Any

import pytest

from server.checklists import service
from server.checklists.classes import OWN_SYSTEM_CLASSES
from server.checklists.content import index
from server.checklists.library.read import Library, read_library
from server.checklists.loading import SEEDS

# Questions and findings of each list; a list that changes gets a new version and a new line here.
COUNTS = {
    "GEN-START": (19, 5),
    "GEM-RUIMTE": (14, 9),
    "GEM-HUISVESTING": (20, 13),
    "BRW-BRAND": (15, 12),
    "NLA-ARBEID": (22, 18),
    "NLA-ARBO": (13, 13),
    "MH-SIGNAAL": (17, 15),
    "POL-ONDERMIJNING": (14, 13),
    "VTG-TRANSPORT": (18, 11),
    "DOU-GOEDEREN": (15, 11),
    "BEL-FISCAAL": (14, 10),
    "NVWA-GEWAS": (14, 12),
    "OD-MILIEU": (12, 12),
    "NET-ENERGIE": (8, 7),
    "WIT-WITWAS": (9, 9),
    "SNCU-UITZEND": (8, 8),
    "RFH-WEERBAAR": (11, 10),
    "GEN-CLOSE": (9, 4),
    "DEB-DEBRIEF": (9, 2),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(SEEDS)


def questions(library: Library) -> Iterator[dict[str, Any]]:
    for one in library.lists:
        for section in one.content["sections"]:
            yield from section["questions"]


def rules(library: Library) -> Iterator[dict[str, Any]]:
    for question in questions(library):
        yield from question["findings"]


def test_every_list_has_all_its_questions_and_findings(library: Library) -> None:
    found = {
        one.content["code"]: (
            sum(len(section["questions"]) for section in one.content["sections"]),
            sum(len(q["findings"]) for section in one.content["sections"] for q in section["questions"]),
        )
        for one in library.lists
    }
    assert found == COUNTS
    assert (sum(q for q, _ in found.values()), sum(f for _, f in found.values())) == (261, 194)


def test_every_list_is_a_draft_until_lawyers_have_seen_it(library: Library) -> None:
    assert {one.content["status"] for one in library.lists} == {"draft_for_legal_review"}


def test_every_number_has_a_unit_and_bounds(library: Library) -> None:
    numbers = [question for question in questions(library) if question["type"] == "number"]
    assert len(numbers) == 22
    assert all(question["unit"] and question["bounds"] for question in numbers)
    counts = [question for question in questions(library) if question["type"] == "person_count"]
    assert len(counts) == 16
    assert all(question["bounds"] for question in counts)


def test_every_word_stands_in_both_languages(library: Library) -> None:
    def words(node: Any) -> Iterator[dict[str, str]]:
        if isinstance(node, dict):
            if "nl" in node or "en" in node:
                yield node
            else:
                for part in node.values():
                    yield from words(part)
        elif isinstance(node, list):
            for part in node:
                yield from words(part)

    for one in library.lists:
        found = [text for text in words(one.content) if isinstance(text.get("nl"), str)]
        assert len(found) > 20
        assert all(text["nl"].strip() and text["en"].strip() for text in found)


def test_no_option_is_shown_as_its_raw_code(library: Library) -> None:
    raw = [
        (question["code"], option["value"])
        for question in questions(library)
        for option in question["options"]
        if option["value"] in (option["text"]["nl"], option["text"]["en"])
    ]
    assert raw == []


def test_a_statement_is_never_asked_in_a_class_that_everybody_on_the_action_reads(library: Library) -> None:
    statements = {q["code"]: q["dataClass"] for q in questions(library) if q["statement"]}
    assert {"ARB-10", "ARB-13", "OND-10", "WBR-09", "MHS-17"} <= statements.keys()
    assert "team" not in statements.values()


def test_the_moment_of_the_caution_itself_is_asked_where_police_records(library: Library) -> None:
    assert [question["code"] for question in questions(library) if question["caution"]] == ["OND-14"]


def test_what_a_finding_rests_on_is_read_by_whoever_reads_the_finding(library: Library) -> None:
    classes = {question["code"]: question["dataClass"] for question in questions(library)}
    for rule in rules(library):
        assert rule["reads"], rule["code"]
        assert all(classes[code] in ("team", "agency", rule["dataClass"]) for code in rule["reads"])


def test_the_victim_card_refers_from_three_or_at_one_critical_sign(library: Library) -> None:
    card = index(next(one.content for one in library.lists if one.content["code"] == "MH-SIGNAAL"))

    def proposed(**answers: str) -> bool:
        given = {code.replace("_", "-"): value for code, value in answers.items()}
        return "MH-VICTIM" in {one.rule for one in service.proposals(card, given, {})}

    assert not proposed(MHS_01="suspected", MHS_02="suspected")
    assert proposed(MHS_01="yes", MHS_02="suspected")
    assert proposed(MHS_08="suspected")
    assert not proposed(MHS_01="unknown", MHS_08="no")


def test_only_the_single_questions_named_here_have_a_class_for_own_systems_of_their_own(
    library: Library,
) -> None:
    single = {
        question["code"]
        for one in library.lists
        if one.content["dataClass"] not in OWN_SYSTEM_CLASSES
        for section in one.content["sections"]
        for question in section["questions"]
        if question["dataClass"] in OWN_SYSTEM_CLASSES
    }
    assert single == {"WBR-09", "DEB-07"}
