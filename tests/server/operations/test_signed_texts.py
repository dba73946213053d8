"""Batches, signers, receipts and releases: forms and signatures, as the vectors say."""

from collections.abc import Callable
from typing import Any

import pytest

from server.core import base64url
from server.operations.batch import read_batch
from server.operations.digests import hash_text
from server.operations.es256 import KeyRefused, sign, spki, verifies
from server.operations.fields import write_field
from server.operations.head import write_head
from server.operations.operation import HashMismatch, check_fields, read_operation
from server.operations.receipt import read_photo_receipt, read_receipt, read_release
from server.operations.signer import read_signer, read_signer_end
from server.operations.texts import TextRefused
from tests.factories.record import key_of
from tests.server.operations.vectors import cases, load, named

READERS: dict[str, Callable[[str], Any]] = {
    "batch/batches.json": read_batch,
    "signer/signers.json": read_signer,
    "signer/ends.json": read_signer_end,
    "receipt/receipts.json": read_receipt,
    "receipt/releases.json": read_release,
    "receipt/photos.json": read_photo_receipt,
}
CHAIN = load("signature/chain.json")


@pytest.mark.parametrize(
    ("path", "case"),
    [(path, case) for path in READERS for case in cases(path)],
    ids=lambda value: str(value)[:60],
)
def test_a_signed_text_is_accepted_or_refused_as_the_vector_says(path: str, case: dict[str, Any]) -> None:
    if case["accepted"]:
        assert READERS[path](case["text"]).text == case["text"]
        return
    with pytest.raises(TextRefused):
        READERS[path](case["text"])


@pytest.mark.parametrize("case", cases("signature/signatures.json"), ids=named)
def test_a_signature_verifies_or_does_not(case: dict[str, Any]) -> None:
    try:
        verified = verifies(base64url.decode(case["key"]), case["text"], base64url.decode(case["signature"]))
    except KeyRefused:
        verified = False
    assert verified is case["verifies"]


def test_what_we_sign_verifies() -> None:
    key = key_of("somebody")
    assert verifies(spki(key.public_key()), "tekst é", sign(key, "tekst é"))
    assert not verifies(spki(key.public_key()), "tekst e", sign(key, "tekst é"))


def test_every_text_of_the_chain_verifies() -> None:
    server = base64url.decode(CHAIN["serverKeys"]["server-2026"])
    for signed in (CHAIN["signer"], CHAIN["end"], *CHAIN["receipts"], CHAIN["release"], CHAIN["photo"]):
        assert verifies(server, signed["text"], base64url.decode(signed["signature"]))
    signer = read_signer(CHAIN["signer"]["text"])
    for batch in CHAIN["batches"]:
        assert verifies(signer.key, batch["text"], base64url.decode(batch["signature"]))


def test_the_batches_of_a_signer_name_what_stands_before_them() -> None:
    first, second = (read_batch(batch["text"]) for batch in CHAIN["batches"])
    assert first.prev == hash_text(CHAIN["signer"]["text"])
    assert second.prev == first.id
    assert [list(batch.operations) for batch in (first, second)] == CHAIN["ids"]


def test_a_receipt_tells_what_became_of_each_operation_in_the_order_of_the_batch() -> None:
    for batch, receipt in zip(CHAIN["batches"], CHAIN["receipts"], strict=True):
        read = read_receipt(receipt["text"])
        assert read.batch == hash_text(batch["text"])
        assert [fate.id for fate in read.fates] == list(read_batch(batch["text"]).operations)


def test_an_operation_is_checked_against_its_own_hashes() -> None:
    sent = CHAIN["batches"][0]["operations"][1]
    operation = read_operation(sent["head"], sent["fields"], "an agency")
    assert operation.id == hash_text(sent["head"])
    assert operation.values["text"] == 'Rozen \U0001f339 in "kas" 3\\4'


def test_fields_that_are_missing_changed_or_exchanged_do_not_match() -> None:
    sent = CHAIN["batches"][0]["operations"][1]
    one, two = sent["fields"]
    for fields in ([one], [two, one], [one, two, two], [one + " ", two], []):
        with pytest.raises(HashMismatch):
            read_operation(sent["head"], fields, "an agency")


def test_an_erased_field_is_counted_and_its_hash_stays() -> None:
    sent = CHAIN["batches"][0]["operations"][1]
    operation = read_operation(sent["head"], ["", sent["fields"][1]], "an agency")
    assert operation.erased == 1
    check_fields(operation.head.fields, operation.field_texts)


def test_a_name_may_not_come_twice() -> None:
    texts = sorted((write_field(bytes(15) + bytes([n]), "text", n) for n in (1, 2)), key=hash_text)
    head = write_head(
        kind="note.add",
        dossier="0192f0c0-0000-7000-8000-00000000d001",
        entity="0192f0c0-0000-7000-8000-00000000e001",
        signer="0192f0c0-0000-7000-8000-00000000f001",
        at="2026-11-25T10:00:00.000Z",
        offset=0,
        base=[],
        fields=[hash_text(text) for text in texts],
    )
    with pytest.raises(TextRefused):
        read_operation(head, texts, "an agency")
