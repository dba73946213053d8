"""Whatever comes: a clear problem or a place in quarantine, never an error of ours, and nothing is lost."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.operations.digests import hash_text
from server.operations.kinds import KINDS
from server.operations.schemas import schema
from server.sync.models import Quarantine
from tests.factories.access import VISIT_A
from tests.factories.record import Wire, sign
from tests.factories.sending import Tablet, fates

Tablets = Callable[..., Tablet]
URL = "/api/v1/sync/push"


@pytest.fixture
def nadia(tablet: Tablets) -> Tablet:
    """One tablet for all examples of a test."""
    return tablet("nadia")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "body-unreadable"),
        (b"{", "body-unreadable"),
        (b"\xff\xfe", "body-unreadable"),
        (b"[NaN]", "body-unreadable"),
        (b"[" * 100_000, "body-unreadable"),
        (b"[]", "push-unreadable"),
        (b"null", "push-unreadable"),
        (b'{"batches":{}}', "push-unreadable"),
        (b'{"batches":[],"signers":1}', "push-unreadable"),
        (b'{"batches":[' + b",".join([b"{}"] * 201) + b"]}", "push-unreadable"),
    ],
)
def test_a_message_that_cannot_be_read_is_a_problem_that_names_the_mend(
    tablet: Tablets, body: bytes, code: str
) -> None:
    answer = tablet("nadia").client.post(URL, data=body, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"] == code
    assert answer.json["mend"]


def test_a_message_that_unpacks_to_too_much_is_refused(tablet: Tablets) -> None:
    bomb = gzip.compress(b" " * (70 * 2**20), 9)
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    answer = tablet("nadia").client.post(URL, data=bomb, headers=headers)
    assert (answer.status_code, answer.json["code"]) == (413, "body-too-large")


def test_an_empty_message_is_taken(tablet: Tablets) -> None:
    assert tablet("nadia").push() == []


def test_nobody_pushes_without_a_session(app: Any, scopes: dict[str, str]) -> None:
    browser = app.test_client()
    assert browser.post(URL, json={}, headers={"X-Requested-With": "glashelder"}).status_code == 401


def test_a_form_of_another_site_pushes_nothing(tablet: Tablets) -> None:
    nadia = tablet("nadia")
    answer = nadia.client.post(URL, json={"batches": []}, headers={"X-Requested-With": ""})
    assert (answer.status_code, answer.json["code"]) == (403, "origin-unproven")


@pytest.mark.parametrize(
    "scope", ["", "joint", "inbox:{agency}", "action:{agency}", "joint:{agency}:{agency}", "lead:x"]
)
def test_a_batch_for_a_scope_that_takes_no_records_is_refused(tablet: Tablets, scope: str) -> None:
    nadia = tablet("nadia")
    (result,) = nadia.push(nadia.author.batch(scope.format(agency=nadia.agency), [nadia.note(VISIT_A)]))
    assert result["problem"]["code"] == "batch-unreadable"


def test_oversized_texts_are_set_aside_and_kept(tablet: Tablets, scopes: dict[str, str], db: Session) -> None:
    nadia = tablet("nadia")
    long_head = nadia.note(VISIT_A, base=["A" * 43] * 200)
    long_field = nadia.note(VISIT_A, "x" * 70_000)
    many = nadia.author.operation(
        "note.add", VISIT_A, nadia.author.id, {"text": "a", "subject": None} | {f"f{n}": n for n in range(40)}
    )
    wires = [long_head, long_field, many, nadia.note(VISIT_A)]
    expected = [("quarantined", "text")] * 3 + [("accepted", None)]
    assert nadia.record(scopes["joint a"], *wires) == expected
    assert {json.loads(row.head) for row in db.scalars(select(Quarantine))} == {
        wire.head for wire in wires[:3]
    }


def test_half_an_emoji_in_one_operation_stops_its_batch_and_no_other(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    broken = nadia.author.batch(scopes["fire a"], [nadia.note(VISIT_A, "a"), nadia.note(VISIT_A, "b")])
    broken["operations"][1] = {"head": "\ud83d", "fields": ["\ude00"]}
    good = nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A, "c \U0001f339")])
    first, second = nadia.push(broken, good)
    assert first["problem"]["code"] == "operation-mismatch"
    assert fates(second) == [("accepted", None)]


def test_half_an_emoji_inside_a_text_sets_that_operation_aside(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    field = '["AAAAAAAAAAAAAAAAAAAAAA","text","\\ud83d"]'
    head = json.loads(nadia.note(VISIT_A).head) | {"fields": [hash_text(field)]}
    wire = Wire(json.dumps(head), (field,))
    assert nadia.record(scopes["joint a"], wire, nadia.note(VISIT_A, "heel")) == [
        ("quarantined", "text"),
        ("accepted", None),
    ]


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(some.characters(codec=None)),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
_SIGNED = some.fixed_dictionaries(
    {}, optional={"text": JSON, "signature": JSON, "operations": JSON, "gone": JSON}
)
_MESSAGE = some.fixed_dictionaries(
    {},
    optional={
        "batches": some.lists(_SIGNED | JSON, max_size=4),
        "signers": some.lists(_SIGNED | JSON, max_size=3),
        "receipts": some.lists(_SIGNED | JSON, max_size=3),
        "releases": some.lists(_SIGNED | JSON, max_size=3),
    },
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(message=_MESSAGE | JSON)
def test_any_json_is_answered_without_an_error_of_ours(nadia: Tablet, message: Any) -> None:
    answer = nadia.client.post(URL, data=json.dumps(message).encode(), content_type="application/json")
    assert answer.status_code in (200, 400, 422), answer.text
    if answer.status_code == 200:
        codes = {one["problem"]["code"] for one in answer.json["results"]}
        assert codes <= {"batch-unreadable", "signer-unknown"}


_TEXT = JSON.map(lambda value: json.dumps(value, ensure_ascii=False)).filter(lambda text: text.isprintable())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=_TEXT | some.text(), fields=some.lists(_TEXT | some.text(min_size=1), min_size=1, max_size=3))
def test_any_texts_that_are_signed_get_a_fate(
    nadia: Tablet, scopes: dict[str, str], head: str, fields: list[str]
) -> None:
    wire = Wire(head, tuple(fields))
    assert nadia.record(scopes["joint a"], wire)[0][0] in ("quarantined", "duplicate")


def test_a_head_with_u0000_is_set_aside_as_it_came(
    db: Session, nadia: Tablet, scopes: dict[str, str]
) -> None:
    wire = Wire("{\0", ("x",))
    assert nadia.record(scopes["joint a"], wire) == [("quarantined", "text")]
    assert json.loads(db.scalars(select(Quarantine.head)).one()) == wire.head


VALUES = JSON.filter(lambda value: "\\ud" not in json.dumps(value))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=some.sampled_from(sorted(KINDS)),
    fields=some.dictionaries(
        some.sampled_from(sorted({name for kind in KINDS for name in schema(kind)["properties"]})),
        VALUES,
        min_size=1,
        max_size=8,
    ),
)
def test_any_fields_of_any_kind_get_a_fate(
    nadia: Tablet, scopes: dict[str, str], kind: str, fields: dict[str, Any]
) -> None:
    try:
        wire = nadia.author.operation(kind, VISIT_A, VISIT_A, fields)
    except (TypeError, UnicodeEncodeError, ValueError):
        return  # not a value that JSON in a text can hold
    assert nadia.record(scopes["joint a"], wire)[0][0] in ("quarantined", "accepted", "duplicate")


def test_a_batch_text_of_any_form_is_refused_even_when_its_signature_is_right(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    whole = json.loads(nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A)])["text"])
    for change in (
        {"n": 2**53},
        {"n": -1},
        {"operations": []},
        {"prev": ""},
        {"t": "op"},
        {"v": 2},
        {"alg": "RS256"},
    ):
        text = json.dumps(whole | change)
        (result,) = nadia.push(
            {"text": text, "signature": sign(nadia.author.private, text), "operations": []}
        )
        assert result["problem"]["code"] == "batch-unreadable"
