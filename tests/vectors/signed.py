"""Signed texts with fixed keys: a signer, two batches in a chain, receipts, a release; and refused ones."""

import json
from typing import Any

from server.core import base64url
from server.operations import es256
from server.operations.digests import hash_text
from server.operations.receipt import Fate, write_photo_receipt, write_receipt, write_release
from server.operations.signer import write_signer_end
from tests.factories.record import EPOCH, KID, Author, drawn_id, key_of, sign

Case = dict[str, Any]
_SERVER = key_of("server")
_DOSSIER = drawn_id("dossier")
_SCOPE = f"joint:{_DOSSIER}"


def signature_cases() -> list[Case]:
    """`key` (SPKI), `text`, `signature`: verifies or not; a key of another form never verifies."""
    author, text = Author("anna"), "een tekst – met é en \U0001f339"
    key, good = base64url.encode(author.key), sign(author.private, text)
    raw = base64url.decode(good)
    other = base64url.encode(es256.spki(key_of("bram").public_key()))
    compressed = "3039301306072a8648ce3d020106082a8648ce3d030107032200"
    squeezed = (
        bytes.fromhex(compressed) + (b"\x02" if author.key[-1] % 2 == 0 else b"\x03") + author.key[27:59]
    )
    cases = [
        ("the signature", key, text, good, True),
        ("another text", key, text + " ", good, False),
        ("another key", other, text, good, False),
        ("r and s exchanged", key, text, base64url.encode(raw[32:] + raw[:32]), False),
        ("one byte less", key, text, base64url.encode(raw[:63]), False),
        ("nothing but noughts", key, text, base64url.encode(bytes(64)), False),
        ("a key with a compressed point", base64url.encode(squeezed), text, good, False),
        ("a point that is not on the curve", base64url.encode(author.key[:-1] + b"\x00"), text, good, False),
        ("no key at all", "", text, good, False),
    ]
    return [dict(zip(("name", "key", "text", "signature", "verifies"), case, strict=True)) for case in cases]


def chain() -> Case:
    """One signer, two batches of one scope, the server's receipts and a release; every text verifies."""
    author = Author("anna")
    first = [
        author.operation("visit.state", _DOSSIER, _DOSSIER, {"state": "arrived", "reason": None}),
        author.operation(
            "note.add",
            _DOSSIER,
            drawn_id("note"),
            {"text": 'Rozen \U0001f339 in "kas" 3\\4', "subject": None},
        ),
    ]
    second = [
        author.operation(
            "visit.state",
            _DOSSIER,
            _DOSSIER,
            {"state": "left", "reason": None},
            base=[first[0].id],
            at="2026-11-25T11:00:00.000Z",
        )
    ]
    batches = [author.batch(_SCOPE, first), author.batch(_SCOPE, second)]
    fates = [
        [Fate(first[0].id, "accepted", None), Fate(first[1].id, "quarantined", "scope")],
        [Fate(second[0].id, "accepted", None)],
    ]
    receipts = [
        write_receipt(
            kid=KID,
            epoch=EPOCH,
            signer=author.id,
            scope=_SCOPE,
            n=n,
            batch=hash_text(batch["text"]),
            received="2026-11-25T12:00:00.000Z",
            fates=fates[n - 1],
        )
        for n, batch in enumerate(batches, 1)
    ]
    release = write_release(
        kid=KID, epoch=EPOCH, operation=first[1].id, scope=_SCOPE, at="2026-11-25T13:00:00.000Z"
    )
    end = write_signer_end(kid=KID, epoch=EPOCH, id=author.id, until="2026-11-25T18:00:00.000Z")
    photo = write_photo_receipt(
        kid=KID,
        epoch=EPOCH,
        id=drawn_id("photo"),
        sha256=hash_text("photo"),
        bytes=5,
        received="2026-11-25T12:00:00.000Z",
    )
    return {
        "serverKeys": {KID: base64url.encode(es256.spki(_SERVER.public_key()))},
        "signer": _signed(author.text),
        "end": _signed(end),
        "batches": batches,
        "receipts": [_signed(text) for text in receipts],
        "release": _signed(release),
        "photo": _signed(photo),
        "ids": [[wire.id for wire in first], [wire.id for wire in second]],
    }


def _signed(text: str) -> Case:
    return {"text": text, "signature": sign(_SERVER, text)}


def _forms(text: str, changes: list[tuple[str, Case]]) -> list[Case]:
    """The text itself, also in another order with an unknown member: accepted; changed ones: refused."""
    whole = json.loads(text)
    cases: list[Case] = [{"name": "as written", "text": text, "accepted": True}]
    other = dict(reversed((whole | {"later": [1]}).items()))
    cases.append({"name": "another order and an unknown member", "text": _dump(other), "accepted": True})
    general: list[tuple[str, Case]] = [
        ("another t", {"t": "tea"}),
        ("a later v", {"v": 2}),
        ("v is true", {"v": True}),
        ("another alg", {"alg": "none"}),
    ]
    for name, change in general + changes:
        cases.append({"name": name, "text": _dump(whole | change), "accepted": False})
    cases += [
        {
            "name": f"without {member}",
            "text": _dump({k: v for k, v in whole.items() if k != member}),
            "accepted": False,
        }
        for member in whole
    ]
    return cases


def _dump(members: Case) -> str:
    return json.dumps(members, separators=(",", ":"), ensure_ascii=False)


def batch_cases() -> list[Case]:
    """Batch texts that are read or refused."""
    ids = [hash_text(str(n)) for n in range(1001)]
    return _forms(
        chain()["batches"][0]["text"],
        [
            ("n is 0", {"n": 0}),
            ("n is a string", {"n": "1"}),
            ("no operations", {"operations": []}),
            ("an operation twice", {"operations": [ids[0], ids[0]]}),
            ("an operation that is no hash", {"operations": ["x"]}),
            ("1,001 operations", {"operations": ids}),
            ("prev is no hash", {"prev": None}),
            ("scope is not a string", {"scope": 1}),
        ],
    )


def signer_cases() -> list[Case]:
    """Signer texts that are read or refused."""
    return _forms(
        chain()["signer"]["text"],
        [
            ("a key of 90 bytes", {"key": base64url.encode(bytes(90))}),
            ("from is no time", {"from": "today"}),
            ("epoch is no UUID", {"epoch": "1"}),
        ],
    )


def signer_end_cases() -> list[Case]:
    """Texts of a signer's end that are read or refused."""
    return _forms(
        chain()["end"]["text"], [("until is no time", {"until": None}), ("kid is empty", {"kid": ""})]
    )


def receipt_cases() -> list[Case]:
    """Receipt texts that are read or refused."""
    id = hash_text("a")
    return _forms(
        chain()["receipts"][0]["text"],
        [
            ("no fates", {"fates": []}),
            ("a fate of two parts", {"fates": [[id, "accepted"]]}),
            ("a fate that nobody knows", {"fates": [[id, "dropped", None]]}),
            ("accepted with a reason", {"fates": [[id, "accepted", "scope"]]}),
            ("quarantined without a reason", {"fates": [[id, "quarantined", None]]}),
            ("received is no time", {"received": "now"}),
        ],
    )


def release_cases() -> list[Case]:
    """Release texts that are read or refused."""
    return _forms(
        chain()["release"]["text"],
        [("operation is no hash", {"operation": "x"}), ("at is no time", {"at": None})],
    )


def photo_cases() -> list[Case]:
    """Photo receipts that are read or refused."""
    return _forms(
        chain()["photo"]["text"], [("no bytes", {"bytes": 0}), ("sha256 is no hash", {"sha256": "x"})]
    )
