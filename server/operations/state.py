"""The state of one entity in one scope: registers and marks, as JSON (docs/format.md § 5).

It only ever grows, and by sets alone, so the order in which operations arrive cannot matter.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, TypedDict

from server.operations.kinds import kind_of
from server.operations.operation import Operation


class Seen(TypedDict):
    """An operation as a register keeps it: `at` as written, `offset` in ms, `erased` counts erased fields."""

    kind: str
    at: str
    offset: int
    signer: str
    agency: str
    fields: dict[str, Any]
    erased: NotRequired[int]
    base: NotRequired[list[str]]
    """Of a resolution: what it replaces while something that it keeps counts (`show`)."""


class Register(TypedDict):
    """All operations seen, by id, and the ids that any `base` but a resolution's replaces, sorted."""

    seen: dict[str, Seen]
    replaced: list[str]


class Mark(TypedDict):
    """A withdrawal of one operation; `by` is the id of the withdrawing one."""

    by: str
    agency: str
    signer: str
    at: str
    offset: int
    reason: str | None
    lost: NotRequired[bool]


class State(TypedDict):
    """Registers by name, and marks by the id of what they withdraw, each list sorted by `by`."""

    registers: dict[str, Register]
    marks: dict[str, list[Mark]]


def empty() -> State:
    """Return the state of an entity of which nothing has come yet."""
    return {"registers": {}, "marks": {}}


def put(state: State, name: str, operation: Operation) -> State:
    """Return `state` with `operation` seen in register `name` and its base replaced there."""
    before = state["registers"].get(name, {"seen": {}, "replaced": []})
    replaced = before["replaced"]
    if operation.head.base and not is_resolution(operation.head.kind, operation.values):
        replaced = sorted({*replaced, *operation.head.base})
    after: Register = {"seen": {**before["seen"], operation.id: _seen(operation)}, "replaced": replaced}
    return {"registers": {**state["registers"], name: after}, "marks": state["marks"]}


def mark(state: State, operation: Operation) -> State:
    """Return `state` with what `operation`, a withdrawal, names marked as withdrawn."""
    marked = operation.values["id"]
    others: Iterable[Mark] = state["marks"].get(marked, ())
    marks = [*(other for other in others if other["by"] != operation.id), _mark(operation)]
    marks.sort(key=lambda one: one["by"])
    return {"registers": state["registers"], "marks": {**state["marks"], marked: marks}}


def is_resolution(kind: str, fields: Mapping[str, Any]) -> bool:
    """Say whether an operation stands for others instead of for its own fields."""
    return "resolution" in fields and kind_of(kind).resolvable


def _seen(operation: Operation) -> Seen:
    head = operation.head
    seen: Seen = {
        "kind": head.kind,
        "at": head.at,
        "offset": head.offset,
        "signer": head.signer,
        "agency": operation.agency,
        "fields": operation.values,
    }
    if operation.erased:
        seen["erased"] = operation.erased
    if is_resolution(head.kind, operation.values):
        seen["base"] = list(head.base)
    return seen


def _mark(operation: Operation) -> Mark:
    head = operation.head
    mark: Mark = {
        "by": operation.id,
        "agency": operation.agency,
        "signer": head.signer,
        "at": head.at,
        "offset": head.offset,
        "reason": operation.values.get("reason"),
    }
    if operation.values.get("lost") is True:
        mark["lost"] = True
    return mark
