"""The access table as a file: every GET × every person of the cast, cell by cell, on the real demo."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from sqlalchemy import func, select

from server.access.models import ClassRead, Scope
from server.core import clock
from server.core.database import reading
from server.core.routing.permissions import declared_routes
from tests import cast
from tests.engines import Sandbox
from tests.security.world import NOW, TELL, World, build

TABLE = yaml.safe_load((Path(__file__).parent / "access_table.yaml").read_text())
ROWS: list[dict[str, Any]] = TABLE["rows"]
SAME: list[dict[str, Any]] = TABLE["same"]


@pytest.fixture(scope="module")
def world(shared_app: Flask, sandbox: Sandbox) -> Iterator[World]:
    """The demo with everyone signed in, built once for this file."""
    sandbox.empty()
    yield build(shared_app)
    sandbox.empty()


def path_of(row: dict[str, Any]) -> str:
    return str(row.get("get") or row.get("post"))


def ask(world: World, row: dict[str, Any], key: str) -> Any:
    path = world.fill(path_of(row))
    with clock.reading(lambda: NOW):
        if "post" in row:
            return world.browsers[key].post(path, json={"epoch": None, "cursors": {}})
        return world.browsers[key].get(path)


def cell_of(row: dict[str, Any], answer: Any) -> str:
    if answer.status_code != 200:
        return str(answer.status_code)
    return (
        f"{answer.status_code} {TELL[row['tell']](answer.json)}".strip() if row["tell"] != "status" else "200"
    )


def expected(row: dict[str, Any]) -> dict[str, str]:
    """The cell of each person. `ValueError` when somebody has two, or a row names no others and leaves one
    out."""
    everyone = set(cast.everyone())
    named: dict[str, str] = {}
    rest = [cell for cell, who in row["cells"].items() if who == "others"]
    for cell, who in row["cells"].items():
        for key in () if who == "others" else who:
            if key in named or key not in everyone:
                raise ValueError(f"{path_of(row)}: {key} stands twice or is not of the cast")
            named[key] = cell
    if len(rest) != 1:
        raise ValueError(f"{path_of(row)}: exactly one cell is for the others")
    return {key: named.get(key, rest[0]) for key in everyone}


@pytest.mark.parametrize("row", ROWS, ids=path_of)
def test_each_cell_is_as_the_table_says(world: World, row: dict[str, Any]) -> None:
    if row.get("own_name"):
        wanted = {key: f"200 {person.name}" for key, person in cast.everyone().items()}
    else:
        wanted = expected(row)
    found = {key: cell_of(row, ask(world, row, key)) for key in wanted}
    assert found == wanted


@pytest.mark.parametrize("row", [row for row in ROWS if "get" in row], ids=path_of)
def test_a_stranger_is_told_to_sign_in(world: World, row: dict[str, Any]) -> None:
    assert world.app.test_client().get(world.fill(path_of(row))).status_code == 401


@pytest.mark.parametrize("row", SAME, ids=path_of)
def test_what_is_the_same_for_everybody_is_the_same_to_the_byte(world: World, row: dict[str, Any]) -> None:
    answers = [ask(world, row, key) for key in world.browsers]
    with clock.reading(lambda: NOW):
        stranger = world.app.test_client().get(world.fill(path_of(row)))
    told = {(one.status_code, one.data) for one in ([*answers, stranger] if row["stranger"] else answers)}
    # The page of a site that is not built names its request; nothing else may differ.
    assert len({(status, re.sub(rb'"request":"[0-9a-f]+"', b"", data)) for status, data in told}) == 1
    assert row["stranger"] or stranger.status_code == 401


def test_every_get_of_the_server_has_its_row(world: World) -> None:
    """A new GET without a row fails here: say in access_table.yaml who sees what of it."""
    routes = {path for method, path, _ in declared_routes(world.app) if method == "GET"}
    patterns = {
        re.compile(re.sub(r"<path:\w+>", ".+", re.sub(r"<(?!path)[^>]+>", "[^/]+", path)) + "$"): path
        for path in routes
    }
    covered = set()
    for row in [*ROWS, *SAME]:
        asked = path_of(row).split("?")[0]
        fitting = [path for pattern, path in patterns.items() if pattern.match(asked)]
        covered.add(max(fitting, key=lambda path: (path == asked, path.count("/"), -path.count("<"))))
    assert routes - covered == set()


def test_an_unknown_id_is_answered_like_one_that_is_hidden(world: World) -> None:
    """What is there and not yours, and what is not there, are the same answer to the byte."""
    hidden = ("today", "dossier", "joint photo", "municipality's photo", "police photo", "follow-up")
    nowhere = "00000000-0000-7000-8000-000000000000"
    for row in ROWS:
        path = path_of(row)
        names = [name for name in hidden if "{" + name + "}" in path]
        if "get" not in row or not names or "access/explanation" in path or "action=" in path:
            continue
        with clock.reading(lambda: NOW):
            client = world.browsers["otis"]
            found = client.get(world.fill(path))
            missing = client.get(path.replace("{" + names[0] + "}", nowhere))
        assert found.status_code in (403, 404), path
        assert (found.status_code, found.data) == (missing.status_code, missing.data), path
        kept = [
            {k: v for k, v in one.headers if k not in ("Date", "X-Request-Id")} for one in (found, missing)
        ]
        assert kept[0] == kept[1], path


def test_each_read_of_a_class_is_written_down_and_no_other(world: World) -> None:
    """Joris reads the police's own; what he read is in the log, by him and nobody else of this row."""

    def log() -> list[tuple[Any, str]]:
        with world.app.app_context(), reading() as session:
            rows = session.execute(
                select(ClassRead.member, Scope.kind)
                .join(Scope, Scope.id == ClassRead.scope)
                .order_by(ClassRead.id)
            )
            return [(member, kind) for member, kind in rows]

    def count() -> int:
        with world.app.app_context(), reading() as session:
            return session.scalar(select(func.count(ClassRead.id))) or 0

    reads = [row for row in ROWS if row["tell"] in ("findings", "photos", "scopes", "kinds of scope")]
    reads += [row for row in ROWS if re.search("police photo}/(original|preview)", path_of(row))]
    assert len(reads) >= 6
    for row in reads:
        before = count()
        ask(world, row, "nadia")
        ask(world, row, "fatima")
        assert count() == before, path_of(row)
        ask(world, row, "joris")
        assert count() > before, path_of(row)
    assert {kind for _, kind in log()} == {"class"}
    assert {member for member, _ in log()} <= {cast.person(key).member for key in ("joris", "wim")}
