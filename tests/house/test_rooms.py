"""Each room has its one line, where the rooms are, and no line is about a room that is gone."""

import re
import statistics

import pytest

from tests.house.tree import ROOT, files, shown, under

ROW = re.compile(r"^\| `([^`]+?)/?` \|", re.MULTILINE)
#: What a folder holds that is no room.
NO_ROOM = {"README.md", "__init__.py"}


def rooms(folder: str) -> set[str]:
    """The files and folders directly in a folder of the project."""
    base = ROOT / folder
    return {path.relative_to(base).parts[0] for path in files() if path.is_relative_to(base)} - NO_ROOM


def lines(readme: str, part: str = "") -> set[str]:
    """What the table of a readme names; `part` is the heading above the table."""
    text = (ROOT / readme).read_text("utf-8")
    if part:
        text = text.split(f"## {part}\n", 1)[1]
    return set(ROW.findall(text.split("\n## ", 1)[0]))


def test_the_server_names_every_package() -> None:
    assert lines("server/README.md") == rooms("server")


def test_core_is_the_closed_list_of_its_readme() -> None:
    assert lines("server/README.md", "core") == rooms("server/core")


def test_the_tablet_names_every_folder() -> None:
    generated = {"paraglide"}
    assert lines("pwa/src/README.md") - generated == rooms("pwa/src") - generated


@pytest.mark.parametrize("folder", ["server", "pwa/src"])
def test_files_are_small(folder: str) -> None:
    code = under(folder, endings=(".py", ".ts", ".svelte"))
    sizes = sorted(
        len(path.read_text("utf-8").splitlines())
        for path in code
        if "migrations/versions" not in str(path) and "core/api" not in str(path)
    )
    assert statistics.median(sizes) <= 100
    assert statistics.quantiles(sizes, n=10)[-1] <= 250


def test_no_room_is_called_after_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [
        shown(path)
        for path in files()
        if vague & {part.split(".")[0] for part in path.relative_to(ROOT).parts}
    ] == []


def stems(pattern: str, form: str) -> set[str]:
    """The operation kinds that have a file or folder matching the pattern, spelled as kinds."""
    found = {
        path.name.split(".schema")[0].removesuffix(".py").removesuffix(".ts") for path in ROOT.glob(pattern)
    }
    spelled = {stem for stem in found if stem not in ("__init__", "index")}
    return {stem.replace("_", ".", 1) if form == "python" else stem for stem in spelled}


def test_every_operation_kind_has_its_schema_and_its_vectors() -> None:
    kinds = stems("schemas/operations/*.schema.json", "schema")
    assert kinds <= stems("schemas/vectors/*", "vectors")


def test_every_operation_kind_has_its_file_on_both_sides() -> None:
    kinds = {kind.replace(".", "_") for kind in stems("schemas/operations/*.schema.json", "schema")}
    server = {path.stem for path in ROOT.glob("server/*/kinds/*.py")}
    tablet = {path.stem.replace("-", "_") for path in ROOT.glob("pwa/src/core/operations/kinds/*.ts")}
    assert kinds - server == set()
    assert kinds - tablet == set()
