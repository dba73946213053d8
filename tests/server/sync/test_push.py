"""Push: each batch is stored once, answered by a signed receipt, and read back as it was sent."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.core import base64url
from server.core.database import reading, writing
from server.dossiers.models import Answer, Note
from server.identity.models import Signer
from server.operations.digests import digest, hash_text
from server.operations.es256 import verifies
from server.sync.models import Batch, Operation, Quarantine, ScopeEntry
from tests import cast
from tests.factories.access import VISIT_A, VISIT_B
from tests.factories.record import drawn_id
from tests.factories.sending import Tablet, fates, receipt

Tablets = Callable[..., Tablet]
ACCEPTED = ("accepted", None)
DUPLICATE = ("duplicate", None)


def _count(table: type) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_batch_is_stored_and_answered_by_a_receipt_that_verifies(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    answers = [nadia.answer(VISIT_A, "BRA-01", "no"), nadia.note(VISIT_A)]
    batch = nadia.author.batch(scopes["joint a"], answers)
    (result,) = nadia.push(batch)
    told = receipt(result)
    assert fates(result) == [ACCEPTED, ACCEPTED]
    assert (told.batch, told.n, told.scope) == (hash_text(batch["text"]), 1, scopes["joint a"])
    assert told.received == "2026-11-25T10:00:00.000Z"
    keys = {one["kid"]: one["key"] for one in nadia.client.get("/api/v1/sync/keys").json["keys"]}
    key, signature = base64url.decode(keys[told.kid]), base64url.decode(result["signature"])
    assert verifies(key, result["text"], signature)
    stored = {row.id: row for row in db.scalars(select(Operation))}
    for wire in answers:
        row = stored[digest(wire.head)]
        assert (row.head, tuple(row.fields.split("\n"))) == (wire.head, wire.fields)
    assert db.scalar(select(Answer.value)) == '"no"'


def test_entries_are_numbered_in_the_order_of_the_batch(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    wires = [nadia.note(VISIT_A, f"noot {n}") for n in range(3)]
    other = defne.note(VISIT_A, "en nog een")
    nadia.record(scopes["joint a"], *wires)
    defne.record(scopes["joint a"], other)
    query = select(ScopeEntry.n, ScopeEntry.operation).join(Scope, Scope.id == ScopeEntry.scope)
    rows = db.execute(query.where(Scope.name == scopes["joint a"]).order_by(ScopeEntry.n)).all()
    assert [tuple(row) for row in rows] == list(enumerate([digest(one.head) for one in [*wires, other]], 1))


def test_the_same_batch_again_gets_the_same_receipt_and_stores_nothing(
    tablet: Tablets, scopes: dict[str, str], clock: object, db: Session
) -> None:
    nadia = tablet("nadia")
    batch = nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A)])
    (first,) = nadia.push(batch)
    clock.forward(hours=1)  # type: ignore[attr-defined]
    assert nadia.push(batch) == [first]
    assert nadia.push(batch, batch) == [first, first]
    assert (_count(Operation), _count(Batch), _count(ScopeEntry), _count(Note)) == (1, 1, 1, 1)


def test_an_operation_in_a_second_batch_is_a_duplicate(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    note, other = nadia.note(VISIT_A), nadia.note(VISIT_A, "nog een")
    assert nadia.record(scopes["joint a"], note) == [ACCEPTED]
    assert nadia.record(scopes["joint a"], other, note) == [ACCEPTED, DUPLICATE]
    assert nadia.record(scopes["joint a"], other, note) == [DUPLICATE, DUPLICATE]
    assert (_count(Operation), _count(ScopeEntry)) == (2, 2)


def test_a_duplicate_stays_one_when_it_would_be_judged_otherwise_now(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, piet = tablet("nadia"), tablet("piet")
    note = nadia.note(VISIT_A)
    assert nadia.record(scopes["joint a"], note) == [ACCEPTED]
    assert piet.record(scopes["joint a"], note) == [DUPLICATE]
    assert _count(Quarantine) == 0


def test_batches_of_one_message_may_rest_on_each_other(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    batches = [nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A, f"noot {n}")]) for n in range(3)]
    assert [receipt(result).n for result in nadia.push(*batches)] == [1, 2, 3]


def test_each_scope_has_a_chain_of_its_own(tablet: Tablets, scopes: dict[str, str]) -> None:
    noor = tablet("noor")
    for word in ("joint a", "labour a", "victim a"):
        assert noor.record(scopes[word], noor.note(VISIT_A, word)) == [ACCEPTED]


def test_one_note_in_two_scopes_is_accepted_in_each(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    noor = tablet("noor")
    note = noor.note(VISIT_A)
    assert noor.record(scopes["labour a"], note) == [ACCEPTED]
    assert noor.record(scopes["joint a"], note) == [ACCEPTED]
    assert _count(Note) == 2


def test_work_of_one_goes_up_under_the_session_of_another_on_the_same_device(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, sem = tablet("nadia"), tablet("sem")
    assert cast.sign_in_on(nadia.client, sem.who, nadia.device).status_code == 201
    assert nadia.record(scopes["joint a"], nadia.note(VISIT_A)) == [ACCEPTED]
    assert str(db.scalar(select(Operation.signer))) == nadia.author.id


def test_what_was_signed_on_another_device_is_refused(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    (result,) = defne.push(nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A)]))
    assert result["problem"]["code"] == "device-other"


def test_a_signature_of_another_key_is_refused_and_stores_nothing(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    batch = nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A)])
    forged = batch | {"signature": defne.author.batch(scopes["joint a"], [defne.note(VISIT_A)])["signature"]}
    (result,) = nadia.push(forged)
    assert result["problem"]["code"] == "signature-invalid"
    assert _count(Batch) == 0
    assert [fates(one) for one in nadia.push(batch)] == [[ACCEPTED]]


def test_an_unknown_signer_is_refused_until_its_text_comes_along(
    app: Flask, tablet: Tablets, scopes: dict[str, str], sandbox: object, db: Session
) -> None:
    nadia = tablet("nadia")
    batch = nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A)])
    with writing() as session:
        session.execute(delete(Signer))
    (result,) = nadia.push(batch)
    assert result["problem"]["code"] == "signer-unknown"
    forged = {
        "text": nadia.author.text.replace(nadia.agency, drawn_id("another agency")),
        "signature": nadia.author.vouched,
    }
    (result,) = nadia.push(batch, signers=[forged, {"text": 1}, None])
    assert result["problem"]["code"] == "signer-unknown"
    ours = {"text": nadia.author.text, "signature": nadia.author.vouched}
    assert [fates(one) for one in nadia.push(batch, signers=[forged, ours])] == [[ACCEPTED]]


@pytest.mark.parametrize("change", ["head", "field", "less", "more", "none", "fields", "half"])
def test_a_batch_that_misses_part_of_what_it_signs_is_refused_whole(
    tablet: Tablets, scopes: dict[str, str], db: Session, change: str
) -> None:
    nadia = tablet("nadia")
    wires = [nadia.note(VISIT_A, f"noot {n}") for n in range(2)]
    batch = nadia.author.batch(scopes["joint a"], wires)
    first, second = batch["operations"]
    changed = {
        "head": [first, second | {"head": second["head"] + " "}],
        "field": [first, second | {"fields": [second["fields"][0] + " ", *second["fields"][1:]]}],
        "less": [first],
        "more": [first, second, second],
        "none": [first, None],
        "fields": [first, second | {"fields": None}],
        "half": [first, second | {"head": "\ud800"}],
    }[change]
    (result,) = nadia.push(batch | {"operations": changed})
    assert result["problem"]["code"] == "operation-mismatch"
    assert result["problem"]["position"] in (1, 2)
    assert (_count(Batch), _count(Operation)) == (0, 0)
    assert [fates(one) for one in nadia.push(batch)] == [[ACCEPTED, ACCEPTED]]


def test_one_refused_batch_stops_no_other(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    good = [nadia.author.batch(scopes[word], [nadia.note(VISIT_A, word)]) for word in ("joint a", "fire a")]
    results = nadia.push(good[0], {}, {"text": 1}, good[1])
    assert [("text" in one) for one in results] == [True, False, False, True]
    assert {one["problem"]["code"] for one in results[1:3]} == {"batch-unreadable"}


def test_a_member_of_two_visits_writes_in_both(
    tablet: Tablets, scopes: dict[str, str], now: datetime
) -> None:
    nadia = tablet("nadia")
    assert nadia.record(scopes["joint a"], nadia.note(VISIT_A)) == [ACCEPTED]
    assert nadia.record(scopes["joint b"], nadia.note(VISIT_B)) == [("quarantined", "not_assigned")]
