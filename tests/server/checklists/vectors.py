"""The golden vectors about checklists, and the small list that most of them are about."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from server.checklists.content import Content, index

ROOT = Path(__file__).resolve().parents[3] / "schemas" / "vectors"


def load(path: str) -> Any:
    return json.loads((ROOT / path).read_text())


def cases(path: str, key: str = "cases") -> list[Any]:
    return list(load(path)[key])


def named(case: dict[str, Any]) -> str:
    return str(case.get("name", case.get("text", "")))


@cache
def small_list() -> Content:
    """The list of `condition/list.json`, as the loader resolves it."""
    return index(load("condition/list.json")["content"])
