"""What a register shows: the values left, whether they conflict, and who emptied it (docs/format.md § 5)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

import orjson

from server.operations import instants
from server.operations.state import Mark, Register, Seen
from server.operations.state import is_resolution as _is_resolution

_UNCOUNTED = frozenset({"place", "reissues"})
_UNCOUNTED_IN_ANSWERS = _UNCOUNTED | {"version"}


class Value(TypedDict):
    """One value shown.

    `id` is the operation that gives it and `ids` all that give an equal one, `id` first; `lead` is the
    operation whose fields are its content: itself, or the first that a resolution keeps. `keeps` is what a
    resolution still stands for, `lead` first; None for an ordinary value.
    """

    id: str
    ids: list[str]
    lead: str
    keeps: list[str] | None


class Shown(TypedDict):
    """A register as shown. `base` is what the next operation replaces; `withdrawnBy` the last withdrawal of a
    register that is empty because of withdrawals."""

    values: list[Value]
    conflict: bool
    withdrawnBy: Mark | None
    base: list[str]


Marks = Mapping[str, Sequence[Mark]]


def show(register: Register, marks: Marks) -> Shown:
    """Return what `register` shows under the marks of its entity.

    Values stand in the order of their corrected time, then id; equal ones are one, under the first of them.
    A mark counts only when its agency is that of the operation it names.
    """
    seen = register["seen"]
    if len(seen) == 1 and not marks and not register["replaced"]:
        ((id, only),) = seen.items()
        if "resolution" not in only["fields"]:
            return _alone(id)
    replaced = _replaced(register, marks)
    left = sorted((id for id in seen if id not in replaced), key=lambda id: (corrected(seen[id]), id))
    base = [id for id in left if not withdrawals(id, seen, marks)]
    values: dict[bytes, Value] = {}
    for id in base:
        keeps = _keeps(seen[id], register, marks)
        if keeps is not None and not keeps:
            continue
        lead = keeps[0] if keeps else id
        content = _content(seen[lead])
        if content in values:
            values[content]["ids"].append(id)
        else:
            values[content] = {"id": id, "ids": [id], "lead": lead, "keeps": keeps}
    return {
        "values": list(values.values()),
        "conflict": len(values) > 1,
        "withdrawnBy": None if values else _last(left, seen, marks),
        "base": sorted(base),
    }


def _alone(id: str) -> Shown:
    """What a register shows of which only one value was ever said: most of them."""
    value: Value = {"id": id, "ids": [id], "lead": id, "keeps": None}
    return {"values": [value], "conflict": False, "withdrawnBy": None, "base": [id]}


def corrected(seen: Seen) -> int:
    """Return the time of an operation in milliseconds by the server's clock, as its device knew it."""
    return instants.parse(seen["at"]) + seen["offset"]


def withdrawals(id: str, seen: Mapping[str, Seen], marks: Marks) -> list[Mark]:
    """Return the marks on an operation that count."""
    agency = seen[id]["agency"]
    return [mark for mark in marks.get(id, ()) if mark["agency"] == agency]


def is_resolution(seen: Seen) -> bool:
    """As `state.is_resolution`, of an operation that a register keeps."""
    return _is_resolution(seen["kind"], seen["fields"])


def _replaced(register: Register, marks: Marks) -> set[str]:
    """The ids that no longer count.

    A resolution replaces its base when something it keeps counts, or when it was itself replaced: by one who
    knew it and all that it had put aside.
    """
    found = set(register["replaced"])
    waiting = {id: one for id, one in register["seen"].items() if "base" in one}
    while True:
        standing = [id for id in waiting if id in found or _keeps(waiting[id], register, marks)]
        if not standing:
            return found
        for id in standing:
            found.update(waiting.pop(id)["base"])


def _ordered_keep(seen: Seen) -> list[str]:
    resolution = seen["fields"]["resolution"]
    keep: list[str] = resolution["keep"]
    return sorted(keep, key=lambda id: id != resolution["lead"])


def _keeps(entry: Seen, register: Register, marks: Marks) -> list[str] | None:
    """What of all that a resolution keeps counts: it is here, a value, not withdrawn, and no ordinary
    operation replaced it. None for an ordinary value."""
    if not is_resolution(entry):
        return None
    seen, replaced = register["seen"], register["replaced"]
    there = (id for id in _ordered_keep(entry) if id in seen and not is_resolution(seen[id]))
    return [id for id in there if id not in replaced and not withdrawals(id, seen, marks)]


def _content(seen: Seen) -> bytes:
    uncounted = _UNCOUNTED_IN_ANSWERS if seen["kind"] == "answer.set" else _UNCOUNTED
    fields = {name: value for name, value in seen["fields"].items() if name not in uncounted}
    return orjson.dumps([fields, seen.get("erased", 0)], option=orjson.OPT_SORT_KEYS)


def _last(left: Iterable[str], seen: Mapping[str, Seen], marks: Marks) -> Mark | None:
    emptied: list[Mark] = []
    for id in left:
        kept = _ordered_keep(seen[id]) if is_resolution(seen[id]) else []
        for named in (id, *kept):
            if named in seen:
                emptied += withdrawals(named, seen, marks)
    return max(
        emptied, key=lambda mark: (instants.parse(mark["at"]) + mark["offset"], mark["by"]), default=None
    )
