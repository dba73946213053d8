"""Where a value lives: the server's side of the vectors that the tablet runs too."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from server.access import home, names

VECTORS = Path(__file__).parents[3] / "schemas" / "vectors" / "scope"


def load(stem: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((VECTORS / f"{stem}.json").read_text())
    return found


class Written:
    """Classes as the vectors write them."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        self.lists = lists

    def _list(self, checklist: str, version: str) -> Any:
        try:
            return self.lists[f"{checklist}@{version}"]
        except KeyError as error:
            raise home.ClassUnknown(checklist) from error

    def of_list(self, checklist: str, version: str) -> str:
        return str(self._list(checklist, version)["list"])

    def of_question(self, checklist: str, version: str, question: str) -> str:
        found = self._list(checklist, version)["questions"].get(question)
        if found is None:
            raise home.ClassUnknown(question)
        return str(found)

    def of_rule(self, checklist: str, version: str, question: str, rule: str) -> str:
        found = self._list(checklist, version)["rules"].get(f"{question}|{rule}")
        if found is None:
            raise home.ClassUnknown(rule)
        return str(found)


HOME = load("home")


@pytest.mark.parametrize("case", HOME["cases"], ids=lambda case: case["name"])
def test_an_operation_lives_where_the_vectors_say(case: dict[str, Any]) -> None:
    def answer() -> str:
        scope = home.scope_for(
            case["kind"],
            case["fields"],
            dossier=UUID(case["dossier"]),
            agency=UUID(case["agency"]),
            chosen=case["chosen"],
            classes=Written(HOME["lists"]),
        )
        return str(scope)

    refusals = {"checklist_unknown": home.ClassUnknown, "kind_unknown": home.KindUnknown}
    if "refused" in case:
        with pytest.raises(refusals[case["refused"]]):
            answer()
    else:
        assert answer() == case["scope"]


@pytest.mark.parametrize("case", load("wider")["cases"], ids=lambda case: f"{case['one']} {case['other']}")
def test_only_the_same_or_a_wider_scope_is_wider(case: dict[str, Any]) -> None:
    assert home.is_wider(names.parse(case["one"]), names.parse(case["other"])) is case["wider"]


@pytest.mark.parametrize("case", load("classes")["cases"], ids=lambda case: f"{case['one']} {case['other']}")
def test_a_class_is_narrower_only_where_the_order_says_so(case: dict[str, Any]) -> None:
    assert home.is_narrower_class(case["one"], case["other"]) is case["narrower"]


@pytest.mark.parametrize("name", load("names")["taken"])
def test_a_scope_name_has_one_spelling(name: str) -> None:
    assert str(names.parse(name)) == name


@pytest.mark.parametrize("name", load("names")["refused"])
def test_any_other_text_is_no_scope_name(name: str) -> None:
    with pytest.raises(names.ScopeNameInvalid):
        names.parse(name)
