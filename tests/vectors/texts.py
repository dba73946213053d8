"""Texts that are accepted or refused, and the small forms inside them."""

import json
from typing import Any

from server.operations.digests import hash_text

Case = dict[str, Any]
_HASH = "A" * 43
_OTHER = "B" * 42 + "A"
_SALT = "AAAAAAAAAAAAAAAAAAAAAA"


def accepted_texts() -> list[Case]:
    """`text`, or `parts` to be repeated and joined; `limit` in bytes; `value` is what it parses to."""
    taken = [
        ("an object", "{}", {}),
        ("spaces and tabs between tokens", '\t{ "a" : [ 1 , true , null ] } ', {"a": [1, True, None]}),
        (
            "the largest and the smallest number",
            "[9007199254740991,-9007199254740991]",
            [2**53 - 1, 1 - 2**53],
        ),
        ("zero", "[0]", [0]),
        ("a decimal inside a string", '["1.50","-0","1e9",":1.5,"]', ["1.50", "-0", "1e9", ":1.5,"]),
        ("of a key that comes twice the last counts", '{"a":1,"a":2}', {"a": 2}),
        ("an escaped line break", '["a\\nb\\r"]', ["a\nb\r"]),
        ("a backslash before u0000 is no U+0000", '["\\\\u0000"]', ["\\u0000"]),
        ("escaped quotes and backslashes around brackets", '["\\"[1.5]\\\\"]', ['"[1.5]\\']),
        ("a whole surrogate pair", '["\\ud83d\\ude00"]', ["\U0001f600"]),
        ("U+FFFF, U+2028 and U+0001 escaped", '["\\uffff\u2028\\u0001"]', ["\uffff\u2028\x01"]),
        ("a member named __proto__", '{"__proto__":1}', {"__proto__": 1}),
        ("sixteen brackets deep", "[" * 16 + "]" * 16, None),
        ("many brackets, never deep", "[" + ",".join(["[]"] * 40) + "]", None),
    ]
    refused = [
        ("not JSON", "{"),
        ("nothing at all", ""),
        ("two values", "[] []"),
        ("a comment", "[1] // one"),
        ("a trailing comma", "[1,]"),
        ("a byte order mark", "\ufeff[]"),
        ("a raw line feed between tokens", "[\n]"),
        ("a raw carriage return between tokens", "[\r]"),
        ("a raw tab inside a string", '["\t"]'),
        ("a raw U+0000", "[\x00]"),
        ("U+0000 once decoded", '["a\\u0000"]'),
        ("U+0000 in a key", '{"\\u0000":1}'),
        ("U+0000 hidden by a repeated key", '{"a":"\\u0000","a":1}'),
        ("U+0000 after an escaped backslash", '["\\\\\\u0000"]'),
        ("half a surrogate pair, escaped", '["\\ud800"]'),
        ("half a surrogate pair, hidden by a repeated key", '{"a":"\\udc00","a":1}'),
        ("a decimal", "[1.5]"),
        ("a decimal that is whole", "[1.0]"),
        ("an exponent", "[1e3]"),
        ("an exponent in capitals", "[1E3]"),
        ("minus zero", "[-0]"),
        ("minus zero as a decimal", "[-0.0]"),
        ("a leading zero", "[01]"),
        ("a plus sign", "[+1]"),
        ("NaN", "[NaN]"),
        ("Infinity", "[-Infinity]"),
        ("one above the largest number", "[9007199254740992]"),
        ("one below the smallest number", "[-9007199254740992]"),
        ("a number of 400 digits", "[" + "9" * 400 + "]"),
        ("a decimal hidden by a repeated key", '{"a":1.5,"a":1}'),
        ("a great number hidden by a repeated key", '{"a":9007199254740993,"a":1}'),
        ("seventeen brackets deep", "[" * 17 + "]" * 17),
        ("seventeen deep, hidden by a repeated key", '{"a":' + "[" * 16 + "]" * 16 + ',"a":1}'),
    ]
    cases: list[Case] = []
    for name, text, value in taken:
        case: Case = {"name": name, "text": text, "limit": 8192, "accepted": True}
        cases.append(case if value is None else case | {"value": value})
    cases += [{"name": name, "text": text, "limit": 8192, "accepted": False} for name, text in refused]
    long = [
        ("exactly the limit", [['["', 1], ["a", 8188], ['"]', 1]], True),
        ("one byte above the limit", [['["', 1], ["a", 8189], ['"]', 1]], False),
        ("the limit counts bytes, not letters", [['["', 1], ["é", 4095], ['"]', 1]], False),
        ("a hundred thousand brackets", [["[", 100_000], ["]", 100_000]], False),
    ]
    return cases + [{"name": n, "parts": p, "limit": 8192, "accepted": ok} for n, p, ok in long]


def base64url_cases() -> list[Case]:
    """`text` with its `hex`, or null where another spelling is refused."""
    pairs = [("", ""), ("AA", "00"), ("AAA", "0000"), ("AAAA", "000000"), ("-_-_", "fbffbf"), ("_w", "ff")]
    bad = ["A", "AAAAA", "AB", "AAB", "AA==", "AAA=", "+/+/", "A A", "AA\n", "ÄA", "_x"]
    return [{"text": t, "hex": h} for t, h in pairs] + [{"text": t, "hex": None} for t in bad]


def instant_cases() -> list[Case]:
    """`text` with its milliseconds since 1970, or null where it is no time."""
    good = [
        ("1970-01-01T00:00:00.000Z", 0),
        ("2026-11-25T10:00:00.001Z", 1_795_600_800_001),
        ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
        ("1969-12-31T23:59:59.999Z", -1),
        ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ]
    bad = [
        "2026-11-25T10:00:00Z",
        "2026-11-25T10:00:00.00Z",
        "2026-11-25T10:00:00.0000Z",
        "2026-11-25T10:00:00.000+00:00",
        "2026-11-25T10:00:00.000z",
        "2026-11-25t10:00:00.000Z",
        "2026-11-25 10:00:00.000Z",
        "2026-11-25T10:00:00,000Z",
        "2026-02-29T10:00:00.000Z",
        "2026-02-30T10:00:00.000Z",
        "2026-13-01T10:00:00.000Z",
        "2026-00-01T10:00:00.000Z",
        "2026-11-25T24:00:00.000Z",
        "2026-11-25T23:60:00.000Z",
        "2026-11-25T23:59:60.000Z",
        "0000-01-01T00:00:00.000Z",
        "+02026-11-25T10:00:00.00Z",
        "2026-W48-3T10:00:00.000Z",
        "",
    ]
    return [{"text": t, "ms": ms} for t, ms in good] + [{"text": t, "ms": None} for t in bad]


def field_cases() -> list[Case]:
    """`text` with the `name_` and `value` it says, or refused."""
    good: list[tuple[str, str, str, Any]] = [
        ("a field", f'["{_SALT}","value","yes"]', "value", "yes"),
        ("null", f'["{_SALT}","pad",null]', "pad", None),
        (
            "an object with a key twice",
            f'["{_SALT}","place",{{"lon":"1","lon":"4.5"}}]',
            "place",
            {"lon": "4.5"},
        ),
        ("a name of 64 letters", f'["{_SALT}","{"n" * 64}",1]', "n" * 64, 1),
    ]
    bad = [
        ("two parts", f'["{_SALT}","value"]'),
        ("four parts", f'["{_SALT}","value",1,2]'),
        ("an object", "{}"),
        ("a salt of 15 bytes", '["AAAAAAAAAAAAAAAAAAAA","value",1]'),
        ("a salt with spare bits", '["AAAAAAAAAAAAAAAAAAAAAB","value",1]'),
        ("a salt that is a number", '[1,"value",1]'),
        ("a name that is a number", f'["{_SALT}",1,1]'),
        ("an empty name", f'["{_SALT}","",1]'),
        ("a name that programs take for their own", f'["{_SALT}","__proto__",1]'),
        ("a name with a capital", f'["{_SALT}","valueOf","x"]'),
        ("a name of 65 letters", f'["{_SALT}","{"n" * 65}","x"]'),
        ("a name that ends in a line break", f'["{_SALT}","value\\n","x"]'),
        ("a decimal value", f'["{_SALT}","value",1.5]'),
    ]
    cases: list[Case] = [
        {"name": n, "text": t, "accepted": True, "field": {"name": f, "value": v}} for n, t, f, v in good
    ]
    return cases + [{"name": n, "text": t, "accepted": False} for n, t in bad]


def head_cases() -> list[Case]:
    """`text` with its outcome: accepted (with what was read), refused, or version_unknown."""
    whole: Case = {
        "t": "op",
        "v": 1,
        "kind": "note.add",
        "dossier": "0192f0c0-0000-7000-8000-00000000d001",
        "entity": "0192f0c0-0000-7000-8000-00000000e001",
        "signer": "0192f0c0-0000-7000-8000-00000000f001",
        "at": "2026-11-25T10:00:00.000Z",
        "offset": -1500,
        "base": [_OTHER],
        "fields": [_HASH, _OTHER],
    }
    good = [
        ("a head", whole),
        ("no offset known yet", whole | {"offset": None}),
        ("unknown members are kept and ignored", whole | {"note": {"a": [1]}}),
        ("nothing replaced", whole | {"base": []}),
        ("a clock a year off", whole | {"at": "2027-11-25T10:00:00.000Z", "offset": -31_536_000_000}),
        ("a kind that nobody knows", whole | {"kind": "tea.drink"}),
        ("members in another order", dict(reversed(whole.items()))),
    ]
    bad = [
        ("another t", whole | {"t": "batch"}),
        ("v is a string", whole | {"v": "1"}),
        ("v is true", whole | {"v": True}),
        ("no kind", {k: v for k, v in whole.items() if k != "kind"}),
        ("no offset", {k: v for k, v in whole.items() if k != "offset"}),
        ("offset beyond 300 years", whole | {"offset": 10**13 + 1}),
        ("offset is true", whole | {"offset": True}),
        ("a UUID in capitals", whole | {"entity": "0192F0C0-0000-7000-8000-00000000E001"}),
        ("a UUID without hyphens", whole | {"dossier": "0192f0c0000070008000000000000001"}),
        ("a UUID with a line feed behind it", whole | {"dossier": whole["dossier"] + "\n"}),
        ("a day that does not exist", whole | {"at": "2026-02-30T10:00:00.000Z"}),
        ("base is null", whole | {"base": None}),
        ("base holds no hash", whole | {"base": ["x"]}),
        ("base holds a hash with spare bits", whole | {"base": ["A" * 42 + "B"]}),
        ("no fields", whole | {"fields": []}),
        (
            "32 fields",
            whole | {"fields": sorted("A" * 41 + chr(65 + n % 26) + "AEIM"[n // 26] for n in range(32))},
        ),
        ("fields out of order", whole | {"fields": [_OTHER, _HASH]}),
        ("a field twice", whole | {"fields": [_HASH, _HASH]}),
        ("a list", [whole]),
    ]
    return (
        [_head(name, members, "accepted") for name, members in good]
        + [_head(name, members, "refused") for name, members in bad]
        + [_head("a later version, whatever else it says", {"t": "op", "v": 2}, "version_unknown")]
        + [_head("version nought", whole | {"v": 0}, "version_unknown")]
    )


def _head(name: str, members: Any, outcome: str) -> Case:
    text = json.dumps(members, separators=(",", ":"), ensure_ascii=False)
    case: Case = {"name": name, "text": text, "outcome": outcome}
    return case | {"id": hash_text(text)} if outcome == "accepted" else case


def hash_cases() -> list[Case]:
    """A text and its hash: SHA-256 over its UTF-8 bytes, spelled in base64url."""
    texts = ["", "a", "é", "\U0001f339 rozen", '{"t":"op"}']
    return [{"text": text, "hash": hash_text(text)} for text in texts]
