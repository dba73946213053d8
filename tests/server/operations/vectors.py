"""Reading the golden vectors, which hold half surrogate pairs that only the looser `json` lets pass."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3] / "schemas" / "vectors"


def load(path: str) -> Any:
    return json.loads((ROOT / path).read_text())


def cases(path: str) -> list[Any]:
    """Cases of one file; each needs a name or a text to be called by."""
    return list(load(path)["cases"])


def named(case: dict[str, Any]) -> str:
    return str(case.get("name", case.get("text", case.get("parts", ""))))


def text_of(case: dict[str, Any]) -> str:
    if "parts" in case:
        return "".join(part * times for part, times in case["parts"])
    return str(case["text"])
