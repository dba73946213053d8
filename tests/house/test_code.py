"""Rules of the house that no other tool knows."""

import json
import re
from pathlib import Path

from tests.house.tree import ROOT, files, shown, under

CODE = (".py", ".ts", ".svelte", ".js", ".mjs")


def hits(pattern: str, paths: list[Path]) -> list[str]:
    """`file:line` of each line that matches."""
    wanted = re.compile(pattern)
    return [
        f"{shown(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if wanted.search(line)
    ]


def server_but(*rooms: str) -> list[Path]:
    excepted = tuple(ROOT / room for room in rooms)
    return [
        path
        for path in under("server", endings=(".py",))
        if not any(path.is_relative_to(e) for e in excepted)
    ]


def test_only_the_clock_reads_the_clock() -> None:
    python = r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)\("
    database = r"func\.(now|current_timestamp)\(|CURRENT_TIMESTAMP"
    assert hits(f"{python}|{database}", server_but("server/core/clock.py")) == []


def test_only_core_knows_an_engine() -> None:
    outside = server_but("server/core", "server/migrations")
    assert hits(r"^\s*(from|import) (sqlite3|psycopg|sqlalchemy\.dialects)", outside) == []


def test_only_core_commits() -> None:
    outside = server_but("server/core", "server/migrations")
    assert hits(r"\.(commit|begin|begin_nested)\(\)", outside) == []


def test_nobody_draws_chance_without_saying_so() -> None:
    assert hits(r"^\s*(from|import) random\b", server_but("server/core", "server/seeding")) == []


def test_the_words_that_are_never_used() -> None:
    """Nobody is labelled, and no person gets a score (the design's words)."""
    banned = (
        r"(?i)\b("
        + "|".join(["sus" + "pects?", "ra" + "ids?", "black" + "lists?", "person_" + "score"])
        + r")\b"
    )
    paths = under("server", "pwa/src", "tests", "schemas", endings=(*CODE, ".json"))
    assert hits(banned, paths) == []


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    hosts = [
        "py" + "pi.org",
        "python" + "hosted",
        "registry.np" + "mjs",
        "registry.ya" + "rnpkg",
        "/ro" + "ot/",
        "/wo" + "rk/",
    ]
    text = [
        path
        for path in files()
        if path.suffix not in (".png", ".jpg", ".webp", ".woff2", ".ico", ".zip", ".pmtiles")
    ]
    pattern = "|".join(re.escape(host) for host in hosts)
    assert hits(pattern, [path for path in text if _is_text(path)]) == []


def _is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:8192]


def test_no_test_is_skipped_without_saying_why() -> None:
    python = r"mark\.skip\b(?!\(reason|if\()|mark\.xfail\b(?!\(reason)"
    tablet = r"\b(test|it|describe)\.(skip|todo|fixme)\(\s*\)"
    assert hits(f"{python}|{tablet}", under("tests", "pwa", endings=CODE)) == []


def catalogues() -> list[Path]:
    return sorted((ROOT / "pwa" / "messages").glob("*/nl.json"))


def test_every_message_exists_in_both_languages() -> None:
    uneven = {}
    for dutch in catalogues():
        nl, en = (
            json.loads(dutch.with_name(f"{language}.json").read_text("utf-8")) for language in ("nl", "en")
        )
        if difference := set(nl) ^ set(en):
            uneven[dutch.parent.name] = sorted(difference)
    assert len(catalogues()) > 5
    assert uneven == {}


def test_no_message_is_empty() -> None:
    empty = [
        f"{path.parent.name}/{path.stem}: {key}"
        for path in sorted((ROOT / "pwa" / "messages").glob("*/*.json"))
        for key, value in json.loads(path.read_text("utf-8")).items()
        if value in ("", [], {})
    ]
    assert empty == []
