"""A bad file is refused, and the error names file, path and mend."""

from pathlib import Path

import pytest

from server.checklists.library.faults import Fault, LibraryRejected
from server.checklists.library.read import read_library
from tests.server.checklists.folders import change, library_in

FIRE = "checklists/BRW-BRAND.yaml"
HOUSING = "checklists/GEM-HUISVESTING.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library_in(tmp_path)


def faults(folder: Path) -> list[Fault]:
    with pytest.raises(LibraryRejected) as rejected:
        read_library(folder)
    return list(rejected.value.faults)


def fault(folder: Path) -> Fault:
    found = faults(folder)
    assert len(found) == 1, found
    return found[0]


def test_the_files_as_they_are_have_no_fault(folder: Path) -> None:
    assert len(read_library(folder).lists) == 2


def test_a_missing_member_is_named_with_the_place_and_the_mend(folder: Path) -> None:
    change(folder, FIRE, "per: visit\n", "")
    assert fault(folder) == Fault(FIRE, "the file", '"per" is a required property', "add per")


def test_an_unknown_member_is_named(folder: Path) -> None:
    change(folder, FIRE, "    evidence: photo\n", "    evidense: photo\n")
    found = fault(folder)
    assert (found.path, found.mend) == ("sections[A].questions[BRA-01]", "remove or correct evidense")


def test_a_word_that_yaml_reads_as_yes_or_no_is_explained(folder: Path) -> None:
    change(folder, FIRE, "when: 'no'", "when: no")
    found = fault(folder)
    assert found.path == "sections[A].questions[BRA-01].findings[BRA-EXIT].when"
    assert "in quotes" in found.mend or "schema" in found.mend


def test_a_key_that_stands_twice_is_refused_with_its_line(folder: Path) -> None:
    change(folder, FIRE, "per: visit\n", "per: visit\nper: dwelling\n")
    found = fault(folder)
    assert found.path.startswith("line ")
    assert "'per' stands twice" in found.detail


def test_an_unknown_severity_lists_those_there_are(folder: Path) -> None:
    change(folder, FIRE, "severity: critical", "severity: terrible")
    assert fault(folder).mend == "use one of minor, moderate, serious, critical"


def test_a_number_without_unit_is_refused(folder: Path) -> None:
    change(folder, FIRE, "    unit: extinguishers\n", "")
    assert fault(folder).path == "sections[B].questions[BRA-04]"


def test_an_unknown_question_in_a_condition_is_named(folder: Path) -> None:
    change(folder, FIRE, "show_if: BRA-06 == 'yes'", "show_if: BRA-66 == 'yes'")
    assert fault(folder) == Fault(
        FIRE,
        "sections[B].questions[BRA-07].show_if",
        "there is no question BRA-66 in this list",
        "correct the code, or add the question",
    )


def test_an_option_that_is_not_offered_is_named(folder: Path) -> None:
    change(folder, FIRE, "show_if: BRA-06 == 'yes'", "show_if: BRA-06 == 'ja'")
    found = fault(folder)
    assert found.detail == "BRA-06 has no option 'ja'"
    assert found.mend == "use one of yes, no, na"


def test_a_number_compared_with_an_option_is_refused(folder: Path) -> None:
    change(folder, HOUSING, "when: < 10", "when: [large]")
    assert "HUI-05 has no options" in fault(folder).detail


def test_an_option_compared_with_a_number_is_refused(folder: Path) -> None:
    change(folder, FIRE, "show_if: BRA-06 == 'yes'", "show_if: BRA-06 > 1")
    assert fault(folder).detail == "BRA-06 is no number"


def test_a_condition_that_does_not_parse_names_the_character(folder: Path) -> None:
    change(folder, FIRE, "show_if: BRA-06 == 'yes'", "show_if: BRA-06 = 'yes'")
    found = fault(folder)
    assert found.path == "sections[B].questions[BRA-07].show_if"
    assert "(character 8)" in found.detail


def test_an_unknown_parameter_is_named(folder: Path) -> None:
    change(folder, HOUSING, "when: < 10", "when: < param.SNF_NORM")
    assert "there is no parameter SNF_NORM" in fault(folder).detail


def test_two_questions_that_wait_for_each_other_are_refused(folder: Path) -> None:
    change(folder, FIRE, "show_if: BRA-06 == 'yes'", "show_if: BRA-09 == 'yes'")
    change(folder, FIRE, "show_if: BRA-08 == 'yes'", "show_if: BRA-07 == 'yes'")
    assert fault(folder).detail == "depends on itself: BRA-07 → BRA-09 → BRA-07"


def test_a_computed_value_that_reads_itself_is_refused(folder: Path) -> None:
    change(folder, HOUSING, "computed: HUI-04 / max(HUI-02, HUI-03)", "computed: HUI-04 / HUI-05")
    assert "depends on itself: HUI-05 → HUI-05" in fault(folder).detail


def test_a_code_that_stands_twice_is_refused(folder: Path) -> None:
    change(folder, FIRE, "code: BRA-02", "code: BRA-01")
    assert fault(folder).detail == "the code BRA-01 stands twice"


def test_a_finding_code_that_stands_twice_is_refused(folder: Path) -> None:
    change(folder, FIRE, "code: BRA-ROUTE", "code: BRA-EXIT")
    assert fault(folder).detail == "the code BRA-EXIT stands twice"


def test_a_code_of_another_list_is_refused(folder: Path) -> None:
    change(folder, HOUSING, "code: HUI-19", "code: BRA-01")
    found = fault(folder)
    assert (found.file, found.detail) == (HOUSING, f"the code BRA-01 is already used in {FIRE}")


def test_a_question_may_not_be_opened_by_an_answer_of_a_narrower_class(folder: Path) -> None:
    change(folder, FIRE, "  - code: BRA-06\n", "  - code: BRA-06\n    data_class: agency\n")
    found = fault(folder)
    assert found.path == "sections[B].questions[BRA-07].show_if"
    assert found.detail.startswith("reads BRA-06 of class agency")
    assert found.mend.startswith("give BRA-07 the class agency")


def test_a_section_may_not_be_opened_by_an_answer_of_a_narrower_class(folder: Path) -> None:
    change(folder, HOUSING, "  - code: HUI-07\n", "  - code: HUI-07\n    data_class: team\n")
    assert fault(folder).path == "sections[B].questions[HUI-07].show_if"


def test_a_rule_may_not_rest_on_two_classes_that_cannot_be_compared(folder: Path) -> None:
    change(folder, HOUSING, "  - code: HUI-07\n", "  - code: HUI-07\n    data_class: signal\n")
    change(folder, HOUSING, "  - code: HUI-08\n", "  - code: HUI-08\n    data_class: fiscal\n")
    change(folder, HOUSING, "when: < 10", "when: HUI-07 < HUI-08")
    found = [one for one in faults(folder) if one.path.endswith("findings[HUI-OVERCROWD].when")]
    assert found[0].detail == "reads the classes signal and fiscal, of which neither is narrower"
    assert found[0].mend == "split it into one rule for each class"


def test_a_rule_is_as_narrow_as_the_narrowest_answer_behind_it(folder: Path) -> None:
    change(folder, HOUSING, "  - code: HUI-02\n", "  - code: HUI-02\n    data_class: signal\n")
    lists = {one.content["code"]: one.content for one in read_library(folder).lists}
    numbers = lists["GEM-HUISVESTING"]["sections"][0]["questions"]
    computed = next(question for question in numbers if question["code"] == "HUI-05")
    assert computed["dataClass"] == "signal"
    assert computed["findings"][0]["dataClass"] == "signal"


def test_an_unknown_agency_and_an_unknown_action_are_named(folder: Path) -> None:
    change(folder, FIRE, "agency: brandweer, action: immediate_action", "agency: brandwacht, action: shout")
    assert [one.detail for one in faults(folder)] == [
        "'brandwacht' is not among the agencies",
        "'shout' is not among the actions",
    ]


def test_a_file_whose_name_is_not_its_code_is_refused(folder: Path) -> None:
    (folder / FIRE).rename(folder / "checklists" / "BRW-FIRE.yaml")
    assert fault(folder).mend == "rename the file to BRW-BRAND.yaml"


def test_bounds_the_wrong_way_round_are_refused(folder: Path) -> None:
    change(folder, FIRE, "bounds: {min: 0, max: 1000}", "bounds: {min: 10, max: 1}")
    assert fault(folder).detail == "min is above max"


def test_a_mandate_that_is_any_and_named_is_refused(folder: Path) -> None:
    change(folder, FIRE, "[omgevingswet_brandveiligheid]", "[any, omgevingswet_brandveiligheid]")
    assert fault(folder).path == "mandate_required"


def test_all_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    change(folder, FIRE, "per: visit\n", "")
    change(folder, HOUSING, "when: < 10", "when: < ten")
    assert {one.file for one in faults(folder)} == {FIRE, HOUSING}


def test_what_is_not_yaml_is_refused_with_its_line(folder: Path) -> None:
    (folder / FIRE).write_text("code: [BRW\nversion: 1")
    assert fault(folder).path.startswith("line ")


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"", b"just a word", b"- a\n- list", b"1: 2"])
def test_any_other_content_is_a_fault_and_no_crash(folder: Path, raw: bytes) -> None:
    (folder / FIRE).write_bytes(raw)
    assert all(one.file == FIRE for one in faults(folder))


def test_a_folder_without_lists_is_refused(folder: Path) -> None:
    for path in (folder / "checklists").iterdir():
        path.unlink()
    assert fault(folder).detail == "there is no list in this folder"


@pytest.mark.parametrize("value", ["'14.70'", "'14,71'", "'-'", "1e3"])
def test_a_norm_that_is_no_decimal_in_its_shortest_form_is_refused(folder: Path, value: str) -> None:
    change(folder, "parameters.yaml", "'14.71'", value)
    assert fault(folder).path == "parameters[WML_UURLOON].values"
