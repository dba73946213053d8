"""The shape of a source file, by `schemas/checklist.schema.json`, in words that teach."""

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson

from server.checklists.library.faults import Notes, spell_path

SCHEMA = Path(__file__).resolve().parents[3] / "schemas" / "checklist.schema.json"


@cache
def _validator() -> Any:
    return jsonschema_rs.validator_for(orjson.loads(SCHEMA.read_bytes()))


def check_shape(source: Any, notes: Notes) -> None:
    """Note every place where the file is not of the shape that the schema says."""
    for error in _validator().iter_errors(source):
        details = error.kind.as_dict()
        mend = _MENDS.get(error.kind.name, _by_schema)(details)
        notes.add(spell_path(source, error.instance_path), _detail(error, details), mend)


def _detail(error: Any, details: dict[str, Any]) -> str:
    if error.kind.name == "falseSchema":
        return "does not belong to this type of question"
    if error.kind.name == "type":
        return f"{_short(error.instance)} is of another type"
    return str(error.message)


def _short(value: Any) -> str:
    text = orjson.dumps(value).decode()
    return text if len(text) <= 60 else f"{text[:57]}…"


def _by_schema(_: dict[str, Any]) -> str:
    return "see schemas/checklist.schema.json and docs/recipes/add-a-checklist.md"


def _required(details: dict[str, Any]) -> str:
    return f"add {details['property']}"


def _unexpected(details: dict[str, Any]) -> str:
    return f"remove or correct {', '.join(map(str, details['unexpected']))}"


def _enum(details: dict[str, Any]) -> str:
    return "use one of " + ", ".join(map(str, details["options"]))


def _type(_: dict[str, Any]) -> str:
    return "write yes, no, on, off and numbers that are meant as text in quotes"


def _remove(_: dict[str, Any]) -> str:
    return "remove it, or change the type"


_MENDS = {
    "required": _required,
    "additionalProperties": _unexpected,
    "enum": _enum,
    "type": _type,
    "falseSchema": _remove,
}
