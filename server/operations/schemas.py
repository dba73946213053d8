"""Whether fields fit the schema of their kind: one question for all operations of a kind at once."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson

from server.operations.instants import is_instant
from server.operations.kinds import kind_of

DIRECTORY = Path(__file__).resolve().parents[2] / "schemas" / "operations"


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind, with the `x-` members that say what of it is structural."""
    loaded: dict[str, Any] = orjson.loads((DIRECTORY / f"{kind}.schema.json").read_bytes())
    return loaded


@cache
def structural(kind: str) -> frozenset[str]:
    """Return the names of the fields of a kind that are never erased."""
    return frozenset(schema(kind)["x-structural"])


@cache
def _all(kind: str) -> jsonschema_rs.Validator:
    whole = {"type": "array", "items": schema(kind)}
    return jsonschema_rs.validator_for(whole, validate_formats=True, formats={"instant": is_instant})


def misfits(kind: str, all_values: Sequence[Mapping[str, Any]]) -> set[int]:
    """Return the positions of those that do not fit; beside the schema a resolution leads with what it keeps.

    The kind is a known one. Nothing is asked one by one unless something is wrong.
    """
    found = set()
    if not _all(kind).is_valid(all_values):
        found = {at for at, values in enumerate(all_values) if not _all(kind).is_valid([values])}
    if kind_of(kind).resolvable:
        found |= {at for at, values in enumerate(all_values) if at not in found and not _leads(values)}
    return found


def _leads(values: Mapping[str, Any]) -> bool:
    resolution = values.get("resolution")
    return resolution is None or resolution["lead"] in resolution["keep"]
