"""Operations as their schemas allow them and nobody writes them, made by hypothesis from the schemas."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from hypothesis import strategies as some
from hypothesis.strategies import SearchStrategy

from server.core.ids import derive
from server.operations.digests import hash_text
from server.operations.kinds import KINDS
from server.operations.schemas import schema
from tests.factories import access as world
from tests.factories.record import Author, Wire, drawn_id, seeded
from tests.vectors.kinds import WHOLE

VERSION = "0.1.0"
INSTANTS = (
    "2026-11-25T10:00:00.000Z",
    "2025-11-25T10:00:00.000Z",
    "2027-11-25T10:00:00.000Z",
    "0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z",
    "2026-02-30T10:00:00.000Z",
)
YEAR = 365 * 24 * 3600 * 1000
OFFSETS = (0, 0, 0, None, YEAR, -YEAR, 10**13, -(10**13), 10**13 + 1)
QUESTIONS = {
    "BRW-BRAND": ("BRA-01", "BRA-02"),
    "GEN-START": ("GEN-01", "GEN-05", "GEN-07"),
    "GEN-CLOSE": ("CLO-01", "CLO-02"),
    "GEM-HUISVESTING": ("HUI-01", "HUI-02"),
    "POL-ONDERMIJNING": ("OND-01",),
}
_LETTERS = some.characters(codec=None)
_ODD = some.sampled_from(("\u0000", "\ud83d", "\ude00", "\U0001f339", "\u202e", "x" * 300, " ", "\n"))
TEXT = some.lists(_ODD | some.text(_LETTERS, max_size=10), min_size=1, max_size=3).map("".join)
NUMBERS = some.integers() | some.floats() | some.sampled_from((2**53, -(2**53), 2**64, 10**400, 1e308, -0.0))
_LEAF = some.none() | some.booleans() | NUMBERS | TEXT
_BUSH = some.recursive(
    _LEAF,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _deep(levels: int) -> Any:
    value: Any = "x"
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


ANY = _BUSH | some.sampled_from((30, 200, 900)).map(_deep)
"""Any JSON, deep and wide, with the numbers and letters that programs stumble over."""

_VALUE = _LEAF | some.sampled_from(("yes", "no", "na", "12", "14.71", "1.50")) | _BUSH


def fitting(form: Mapping[str, Any]) -> SearchStrategy[Any]:
    """Values that fit a part of a schema; what a kind asks beyond the types of its fields may be missed."""
    if "anyOf" in form and "type" not in form:
        return some.one_of([fitting(one) for one in form["anyOf"]])
    if "const" in form:
        return some.just(form["const"])
    if "enum" in form:
        return some.sampled_from(form["enum"])
    make: Callable[[Mapping[str, Any]], SearchStrategy[Any]] = _BY_TYPE.get(form.get("type", ""), _anything)
    return make(form)


def _anything(form: Mapping[str, Any]) -> SearchStrategy[Any]:
    return _VALUE


def _text(form: Mapping[str, Any]) -> SearchStrategy[str]:
    if form.get("format") == "instant":
        return some.sampled_from(INSTANTS)
    if "pattern" in form:
        return some.from_regex(form["pattern"], fullmatch=True)
    longest = form.get("maxLength", 300)
    edges = some.sampled_from(("x" * longest, "\u20ac" * longest))
    whole = (TEXT | edges).map(lambda text: text[:longest])
    return whole if form.get("minLength") else some.just("") | whole


def _list(form: Mapping[str, Any]) -> SearchStrategy[list[Any]]:
    few = min(form.get("maxItems", 3), 3)
    unique = (lambda one: json.dumps(one, sort_keys=True)) if form.get("uniqueItems") else None
    inner, least = fitting(form.get("items", {})), form.get("minItems", 0)
    return some.lists(inner, min_size=least, max_size=few, unique_by=unique)


def _object(form: Mapping[str, Any]) -> SearchStrategy[dict[str, Any]]:
    parts = {name: fitting(part) for name, part in form.get("properties", {}).items()}
    needed = {name: parts.pop(name) for name in form.get("required", ()) if name in parts}
    return some.fixed_dictionaries(needed, optional=parts)


_BY_TYPE: dict[str, Callable[[Mapping[str, Any]], SearchStrategy[Any]]] = {
    "string": _text,
    "integer": lambda form: some.integers(form.get("minimum", -(2**53) + 1), form.get("maximum", 2**53 - 1)),
    "boolean": lambda form: some.booleans(),
    "null": lambda form: some.none(),
    "array": _list,
    "object": _object,
}


@some.composite
def said(draw: Callable[[SearchStrategy[Any]], Any], kind: str) -> dict[str, Any]:
    """Fields of a kind, mostly about what is there; some are drawn, now and then one of a wrong type."""
    parts = {name: fitting(part) for name, part in schema(kind)["properties"].items()}
    plain = WHOLE[kind]
    if kind == "finding.decide" and draw(some.booleans()):
        plain = WHOLE["finding.add"] | {name: plain[name] for name in ("decision", "reason", "referrals")}
    values = dict(plain)
    for name in draw(some.lists(some.sampled_from(sorted(parts)), max_size=3, unique=True)):
        values[name] = draw(parts[name])
    if draw(some.integers(0, 5)):
        values |= _about_what_is_there(values, lambda among: draw(some.sampled_from(among)))
    if draw(some.integers(0, 3)):
        values.pop("resolution", None)
    if not draw(some.integers(0, 5)):
        values[draw(some.sampled_from([*sorted(values), "unknown", "__proto__", "resolution"]))] = draw(ANY)
    return values


_KNOWN: dict[str, tuple[Any, ...]] = {
    "checklist": (*["BRW-BRAND"] * 5, *QUESTIONS),
    "list": tuple(QUESTIONS),
    "version": (*[VERSION] * 6, "9.9.9", "0.1.1"),
    "rule": ("BRA-EXIT",),
    "action": (str(world.ACTION),),
    "team": (str(world.TEAM_A),),
    "of": (*KINDS, "note.add", "no.such"),
}


def _about_what_is_there(values: Mapping[str, Any], choose: Callable[[Sequence[Any]], Any]) -> dict[str, Any]:
    """Those of the fields that can name something of the small world, naming it."""
    found = {name: choose(known) for name, known in _KNOWN.items() if name in values}
    checklist = found.get("checklist")
    if "question" in values and checklist is not None:
        found["question"] = choose(QUESTIONS[checklist])
    if "instance" in values:
        found["instance"] = str(derive("instance", world.VISIT_A, str(checklist)))
    return found


def plain(kind: str, author: Author) -> Wire:
    """An operation of a kind as the app would write it, in the small world."""
    values = WHOLE[kind] | _about_what_is_there(WHOLE[kind], lambda among: among[0])
    dossier = drawn_id("plain visit") if kind == "dossier.open" else str(world.VISIT_A)
    return author.operation(kind, dossier, _entity(kind, values, dossier, author, 9), values)


@some.composite
def operations(draw: Callable[[SearchStrategy[Any]], Any], kind: str, author: Author) -> Wire:
    """An operation of a kind as `author` would sign it, at a visit or in one that it opens."""
    values = draw(said(kind))
    number = draw(some.integers(0, 3))
    dossier: str | UUID = drawn_id(f"weird visit {number}") if kind == "dossier.open" else world.VISIT_A
    texts = [field_text(name, value, ascii=draw(some.booleans())) for name, value in values.items()]
    texts.sort(key=hash_text)
    head: dict[str, Any] = {
        "t": "op",
        "v": 1,
        "kind": kind,
        "dossier": str(dossier),
        "entity": _entity(kind, values, str(dossier), author, number),
        "signer": author.id,
        "at": draw(some.sampled_from(INSTANTS[:3] * 5 + INSTANTS)),
        "offset": draw(some.sampled_from(OFFSETS)),
        "base": sorted({hash_text(str(one)) for one in draw(some.lists(some.integers(0, 5), max_size=3))}),
        "fields": [hash_text(text) for text in texts],
    }
    if not draw(some.integers(0, 14)):
        head[draw(some.sampled_from([*head, "more"]))] = draw(ANY)
    return Wire(_json(head, ascii=True), tuple(texts))


def field_text(name: str, value: Any, *, ascii: bool) -> str:
    """A field text whatever its value is, with a salt that follows from what is said."""
    told = _json(value, ascii=True)
    salt = urlsafe_b64encode(seeded(name + told)[:16]).decode().rstrip("=")
    return _json([salt, name, value], ascii=ascii)


def _json(value: Any, *, ascii: bool) -> str:
    """As JSON.stringify writes it; half a surrogate pair cannot travel raw, so it goes as an escape."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    broken = any("\ud800" <= letter <= "\udfff" for letter in told)
    return json.dumps(value, separators=(",", ":")) if ascii or broken else told


def _entity(kind: str, values: Mapping[str, Any], dossier: str, author: Author, number: int) -> str:
    form = schema(kind)["x-entity"]
    if form == "dossier":
        return dossier
    try:
        if form == "answer|{instance}|{question}":
            return str(derive("answer", values["instance"], values["question"]))
        if form == "instance":
            return str(derive("instance", dossier, values["checklist"]))
        if form == "finding" and "rule" in values:
            answer = derive("answer", values["instance"], values["question"])
            return str(derive("finding", answer, values["rule"], author.agency))
    except (KeyError, ValueError):
        pass
    return drawn_id(f"{kind.split('.')[0]} {author.name} {number}")
