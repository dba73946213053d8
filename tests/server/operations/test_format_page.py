"""Examples of docs/format.md are run, and a verifier that knows that page alone agrees with the vectors."""

import ast
import re
import uuid
from pathlib import Path
from typing import Any

import pytest

from server.operations.digests import hash_text
from server.operations.operation import read_operation
from server.operations.receipt import read_photo_receipt, read_receipt, read_release
from server.operations.signer import read_signer, read_signer_end
from tests.independent import texts, verifier
from tests.server.operations.vectors import cases, load, named, text_of

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "format.md").read_text()
EXAMPLES = dict(re.findall(r"^```text (\S+)\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL))
SERVER = texts.bytes_of(EXAMPLES["server-key"], 91)


def test_the_operation_of_the_page_has_the_id_that_the_page_says() -> None:
    fields = [EXAMPLES["field-1"], EXAMPLES["field-2"]]
    operation = read_operation(EXAMPLES["head"], fields, "an agency")
    assert operation.id == EXAMPLES["operation-id"] == texts.hash_of(EXAMPLES["head"])
    assert operation.values == {"state": "arrived", "reason": None}


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("signer", read_signer),
        ("signer-end", read_signer_end),
        ("receipt", read_receipt),
        ("release", read_release),
        ("photo-receipt", read_photo_receipt),
    ],
)
def test_what_the_server_signs_on_the_page_verifies(name: str, reader: Any) -> None:
    assert reader(EXAMPLES[name]).text == EXAMPLES[name]
    texts.verify(SERVER, {"text": EXAMPLES[name], "signature": EXAMPLES[f"{name}-signature"]})


def test_the_batches_of_the_page_are_a_chain_that_their_signer_signed() -> None:
    key = read_signer(EXAMPLES["signer"]).key
    texts.verify(key, {"text": EXAMPLES["batch-1"], "signature": EXAMPLES["batch-1-signature"]})
    first = texts.read(EXAMPLES["batch-1"], 65536)
    second = texts.read(EXAMPLES["batch-2"], 65536)
    assert first["prev"] == hash_text(EXAMPLES["signer"])
    assert second["prev"] == hash_text(EXAMPLES["batch-1"])
    assert EXAMPLES["operation-id"] in first["operations"]
    assert [fate.id for fate in read_receipt(EXAMPLES["receipt"]).fates] == first["operations"]


def test_the_derived_id_of_the_page_is_right() -> None:
    name = re.search(r"For example, `(answer\|[^`]+)` gives", PAGE)
    assert name is not None
    namespace = uuid.UUID("f7430a72-7fe2-42fc-973d-89de7b326ea5")
    assert str(namespace) in PAGE
    assert str(uuid.uuid5(namespace, name[1])) == EXAMPLES["derived-id"]


def test_the_page_names_every_reason_that_acceptance_gives() -> None:
    source = Path(__file__).resolve().parents[3] / "server" / "sync" / "acceptance" / "rules.py"
    given = {
        node.value.value if isinstance(node.value, ast.Constant) else None
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.Return)
    } - {None, True, False}
    assert given
    assert [reason for reason in sorted(given) if f"`{reason}`" not in PAGE] == []


@pytest.mark.parametrize("case", cases("text/texts.json"), ids=named)
def test_the_verifier_accepts_the_texts_that_the_server_accepts(case: dict[str, Any]) -> None:
    if case["accepted"]:
        texts.read(text_of(case), case["limit"])
        return
    with pytest.raises((texts.Fault, RecursionError)):
        texts.read(text_of(case), case["limit"])


@pytest.mark.parametrize("case", cases("signature/signatures.json"), ids=named)
def test_the_verifier_judges_signatures_as_the_server_does(case: dict[str, Any]) -> None:
    try:
        texts.verify(texts.bytes_of(case["key"], 91), case)
    except (texts.Fault, ValueError):
        assert not case["verifies"]
    else:
        assert case["verifies"]


def test_the_chain_of_the_vectors_is_a_dossier_that_verifies() -> None:
    chain = load("signature/chain.json")
    batches = chain["batches"]
    sent = [(wire, texts.hash_of(batch["text"])) for batch in batches for wire in batch["operations"]]
    entries = [
        {"n": n, "put": texts.hash_of(wire["head"]), "batch": batch} | wire
        for n, (wire, batch) in enumerate(sent, 1)
    ]
    scope = texts.read(batches[0]["text"], 65536)["scope"]
    dossier = {
        "keys": [{"kid": kid, "key": key} for kid, key in chain["serverKeys"].items()],
        "signers": [chain["signer"] | {"end": chain["end"]}],
        "scopes": {
            scope: {"entries": entries, "batches": batches, "releases": [chain["release"]], "gaps": []}
        },
    }
    assert verifier.check(dossier) == {scope: 3}


def test_the_verifier_knows_nothing_of_the_server() -> None:
    folder = Path(verifier.__file__).parent
    for path in folder.glob("*.py"):
        imports = re.findall(r"^(?:from|import) (\S+)", path.read_text(), re.MULTILINE)
        assert not [name for name in imports if name.startswith("server")], path.name
