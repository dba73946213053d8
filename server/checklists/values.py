"""The forms of answers (docs/decisions/0001 § Values), one small rule per question type.

A rule answers what is wrong, by name: `type` (not of this type), `form` (misspelt), `empty`, `length`,
`min`, `max`, `decimals`, `option` (not offered), `order`, `twice`, `alone` (an exclusive option beside
others), `date`, `range`, `computed` (nobody answers a computed question). Twin:
pwa/src/core/checklists/values.ts.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from server.checklists.numbers import decimals_of, exact, is_decimal

Question = Mapping[str, Any]

MAX_TEXT = 8000
MAX_PHOTOS = 50
MAX_PERSONS = 100_000

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_INSTANT = re.compile(
    r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check_value(question: Question, value: Any) -> str | None:
    """None when `value` is an answer to the question, else the name of what is wrong. `null` clears an
    answer.
    """
    if question["computed"] is not None:
        return "computed"
    if value is None:
        return None
    return _FORMS[question["type"]](question, value)


def _yes_no_na(question: Question, value: Any) -> str | None:
    return _one_of(("yes", "no", "na"), value)


def _choice(question: Question, value: Any) -> str | None:
    return _one_of(tuple(option["value"] for option in question["options"]), value)


def _one_of(offered: tuple[str, ...], value: Any) -> str | None:
    if not isinstance(value, str):
        return "type"
    return None if value in offered else "option"


def _multi_choice(question: Question, value: Any) -> str | None:
    wrong = _texts(value)
    if wrong is not None:
        return wrong
    offered = [option["value"] for option in question["options"]]
    if any(one not in offered for one in value):
        return "option"
    places = [offered.index(one) for one in value]
    if places != sorted(places):
        return "order"
    return "alone" if question["exclusive"] in value and len(value) > 1 else None


def _photo(question: Question, value: Any) -> str | None:
    wrong = _texts(value)
    if wrong is not None:
        return wrong
    if len(value) > MAX_PHOTOS:
        return "length"
    return None if all(_UUID.fullmatch(one) for one in value) else "form"


def _texts(value: Any) -> str | None:
    """A list of texts, at least one, none twice."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return "type"
    if not value:
        return "empty"
    return "twice" if len(set(value)) != len(value) else None


def _number(question: Question, value: Any) -> str | None:
    if not isinstance(value, str):
        return "type"
    if not is_decimal(value):
        return "form"
    if decimals_of(value) > question["decimals"]:
        return "decimals"
    return _within(question, value)


def _person_count(question: Question, value: Any) -> str | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return "type"
    if value < 0:
        return "min"
    return "max" if value > MAX_PERSONS else _within(question, str(value))


def _within(question: Question, value: str) -> str | None:
    bounds = question["bounds"]
    if bounds is None:
        return None
    if bounds["min"] is not None and exact(value) < exact(bounds["min"]):
        return "min"
    return "max" if bounds["max"] is not None and exact(value) > exact(bounds["max"]) else None


def _text(question: Question, value: Any) -> str | None:
    if not isinstance(value, str):
        return "type"
    if not value:
        return "empty"
    return "length" if len(value) > MAX_TEXT else None


def _datetime(question: Question, value: Any) -> str | None:
    if not isinstance(value, str):
        return "type"
    match = _INSTANT.fullmatch(value)
    if match is None:
        return "form"
    year, month, day = (int(match.group(part)) for part in (1, 2, 3))
    leap = month == 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return None if day <= _DAYS[month - 1] + leap else "date"


def _geopoint(question: Question, value: Any) -> str | None:
    if not _has(value, "lon", "lat", "accuracy"):
        return "type"
    lon, lat, accuracy = value["lon"], value["lat"], value["accuracy"]
    given = [lon, lat] if accuracy is None else [lon, lat, accuracy]
    if not all(isinstance(one, str) and is_decimal(one) for one in given):
        return "form"
    inside = abs(exact(lon)) <= 180 and abs(exact(lat)) <= 90 and (accuracy is None or exact(accuracy) >= 0)
    return None if inside else "range"


def _signature(question: Question, value: Any) -> str | None:
    if _has(value, "refused"):
        return None if value["refused"] is True else "form"
    if not _has(value, "evidence"):
        return "type"
    return _form(_UUID, value["evidence"])


def _ref_bag(question: Question, value: Any) -> str | None:
    if _has(value, "id"):
        return _form(_DIGITS_16, value["id"])
    return _typed(question, value)


def _ref_kvk(question: Question, value: Any) -> str | None:
    if not _has(value, "number", "branch"):
        return _typed(question, value)
    branch = None if value["branch"] is None else _form(_DIGITS_12, value["branch"])
    return _form(_DIGITS_8, value["number"]) or branch


def _ref_rdw(question: Question, value: Any) -> str | None:
    if not _has(value, "plate", "country"):
        return "type"
    return _form(_PLATE, value["plate"]) or _form(_COUNTRY, value["country"])


def _typed(question: Question, value: Any) -> str | None:
    """What was typed instead of a registry's own reference, to be looked up later."""
    return _text(question, value["text"]) if _has(value, "text") else "type"


def _has(value: Any, *keys: str) -> bool:
    """An object with exactly these members."""
    return isinstance(value, dict) and set(value) == set(keys)


def _form(pattern: re.Pattern[str], value: Any) -> str | None:
    return None if isinstance(value, str) and pattern.fullmatch(value) else "form"


_DIGITS_8 = re.compile(r"[0-9]{8}")
_DIGITS_12 = re.compile(r"[0-9]{12}")
_DIGITS_16 = re.compile(r"[0-9]{16}")
_PLATE = re.compile(r"[A-Z0-9]{1,12}")
_COUNTRY = re.compile(r"[A-Z]{2}")

_FORMS: dict[str, Callable[[Question, Any], str | None]] = {
    "yes_no_na": _yes_no_na,
    "number": _number,
    "person_count": _person_count,
    "choice": _choice,
    "multi_choice": _multi_choice,
    "text": _text,
    "photo": _photo,
    "geopoint": _geopoint,
    "signature": _signature,
    "datetime": _datetime,
    "ref_bag": _ref_bag,
    "ref_kvk": _ref_kvk,
    "ref_rdw": _ref_rdw,
}
TYPES = tuple(_FORMS)
