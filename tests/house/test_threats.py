"""A threat without a test that would fail is a wish: each row of the threat model names one that exists."""

import re

from tests.house.tree import ROOT, under

PAGE = ROOT / "docs" / "threat-model.md"
ROW = re.compile(r"^\| (?!threat|---)(.+?) \| (.+?) \| `(test_\w+)` \|$", re.MULTILINE)


def test_each_threat_names_a_test_that_exists() -> None:
    existing = {
        name
        for path in under("tests", endings=(".py",))
        for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    named = {test for _, _, test in ROW.findall(PAGE.read_text("utf-8"))}
    assert len(named) > 30
    assert sorted(named - existing) == []


def test_no_row_of_the_threat_model_goes_without_a_test() -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    heads = [line for line in rows if line.startswith("| threat")]
    assert len(ROW.findall(PAGE.read_text("utf-8"))) == len(rows) - len(heads)
