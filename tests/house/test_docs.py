"""Undocumented things do not exist: each setting, command and problem has its line."""

import re
from pathlib import Path

import click
import pytest
from flask import Flask

from server.core.problems import every
from tests.house.tree import ROOT, shown, under

RUNNING = ROOT / "docs" / "running.md"
SETTING = re.compile(r"\b(?:GLASHELDER_[A-Z_]+|DATABASE_URL|PORT|BIND)\b")
#: Passed from the runner to gunicorn, or read by tests; nobody sets them.
INNER = {"GLASHELDER_BIND", "GLASHELDER_ADDRESS", "GLASHELDER_TLS_CERT", "GLASHELDER_TLS_KEY"}


def settings_read() -> set[str]:
    """The names that the server takes from the environment."""
    code = [ROOT / "server" / "config.py", *under("server/serving", endings=(".py",))]
    return {name for path in code for name in SETTING.findall(path.read_text("utf-8"))} - INNER


def test_each_setting_has_its_line_and_no_line_is_about_none() -> None:
    lines = set(re.findall(r"^\| `([A-Z_]+)` \|", RUNNING.read_text("utf-8"), re.MULTILINE))
    assert lines == settings_read()


def commands(app: Flask) -> set[str]:
    """`flask group command` for every command of our own."""
    foreign = {"db", "run", "shell", "routes", "limiter", "openapi"}
    return {
        f"flask {name} {inner}"
        for name, group in app.cli.commands.items()
        if isinstance(group, click.Group) and name not in foreign
        for inner in group.commands
    }


def test_each_command_has_its_line(app: Flask) -> None:
    text = RUNNING.read_text("utf-8")
    assert [command for command in sorted(commands(app)) if f"`{command}" not in text] == []


def test_each_problem_has_its_line(app: Flask) -> None:
    page = (ROOT / "docs" / "problems.md").read_text("utf-8")
    declared = {problem.code for problem in every() if not problem.code.startswith("test-")}
    assert declared == set(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE))


def test_each_problem_that_is_raised_is_declared(app: Flask) -> None:
    raised = {
        (code, shown(path))
        for path in under("server", endings=(".py",))
        for code in re.findall(r"Problem\(\s*\"([a-z0-9-]+)\"", path.read_text("utf-8"))
    }
    declared = {problem.code for problem in every()}
    assert sorted(entry for entry in raised if entry[0] not in declared) == []


def test_each_sentence_of_a_problem_asks_for_the_same_details_in_both_languages(app: Flask) -> None:
    hole = re.compile(r"\{(\w+)\}")
    uneven = [
        problem.code
        for problem in every()
        if set(hole.findall(problem.en.detail + problem.en.mend))
        != set(hole.findall(problem.nl.detail + problem.nl.mend))
    ]
    assert uneven == []


FORMAT = ROOT / "docs" / "format.md"
#: `docs/format.md § 7`, also `§§ 1 and 2`, and where a comment breaks the line; § alone on that page itself.
SECTION = re.compile(r"format\.md\W{0,6}?§§?[\s*#/]*(\d+)((?:(?:,| and)\s+(?:§\s*)?\d+)*)")
WRITTEN = (".py", ".ts", ".svelte", ".md", ".yaml", ".json", ".mjs")


def sections_named(text: str) -> set[int]:
    """Numbers of the sections of the format that a text speaks of."""
    return {
        int(number)
        for first, others in SECTION.findall(text)
        for number in (first, *re.findall(r"\d+", others))
    }


def test_each_section_of_the_format_that_is_spoken_of_is_there() -> None:
    page = FORMAT.read_text("utf-8")
    there = {int(number) for number in re.findall(r"^## (\d+)\. ", page, re.MULTILINE)}
    named = {
        shown(path): sections_named(path.read_text("utf-8"))
        for path in under(".", endings=WRITTEN)
        if path.name != "package-lock.json" and path != Path(__file__)
    }
    own = {int(number) for number in re.findall(r"(?<!RFC 4648 )§ (\d+)", page)}
    assert sum(len(numbers) for numbers in named.values()) > 40, "it finds them"
    assert {path: numbers - there for path, numbers in named.items() if numbers - there} == {}
    assert own <= there


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(docs/format.md § 7).", {7}),
        ("as docs/format.md §§ 1 and 2 describe", {1, 2}),
        ("`docs/format.md` § 5 and § 6", {5, 6}),
        ("(format.md §\n    4)", {4}),
        (" * (docs/format.md\n * § 12)", {12}),
        ("format.md says it; Awb § 3", set()),
    ],
)
def test_a_section_is_found_however_it_is_written(text: str, numbers: set[int]) -> None:
    assert sections_named(text) == numbers
