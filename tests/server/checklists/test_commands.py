"""`flask checklists load` and `check`, as an administrator runs them."""

from pathlib import Path

from flask import Flask

from tests.server.checklists.folders import change, library_in


def test_check_says_that_all_is_well(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["checklists", "check"])
    assert (result.exit_code, result.output) == (0, "19 lists, 261 questions, 3 dated values: all well.\n")


def test_check_names_every_fault_and_fails(app: Flask, tmp_path: Path) -> None:
    folder = library_in(tmp_path, "BRW-BRAND")
    change(folder, "checklists/BRW-BRAND.yaml", "per: visit\n", "")
    result = app.test_cli_runner().invoke(args=["checklists", "check", str(folder)])
    assert result.exit_code == 1
    assert "checklists/BRW-BRAND.yaml: the file:" in result.output
    assert "Mend: add per." in result.output


def test_load_says_what_it_added_and_then_that_nothing_is_new(app: Flask, tmp_path: Path) -> None:
    folder = library_in(tmp_path, "BRW-BRAND")
    runner = app.test_cli_runner()
    first = runner.invoke(args=["checklists", "load", str(folder)])
    assert first.exit_code == 0
    assert "added BRW-BRAND 0.1.0\n" in first.output
    assert "added WML_UURLOON 14.71 from 2026-01-01\n" in first.output
    second = runner.invoke(args=["checklists", "load", str(folder)])
    assert (second.exit_code, second.output) == (0, "nothing new: all of it is loaded already\n")
