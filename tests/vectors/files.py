"""Which vector file holds what."""

from typing import Any

from server.operations.kinds import KINDS
from tests.vectors import fold, kinds, signed, texts

_FOLD = (
    "Operations of one entity as sent, with the agency of their signers. In any order they fold to `state`;"
    " `shown` is what each register shows, `leading` the operation whose version leads. `names` is for the"
    " reader alone."
)


def files() -> dict[str, Any]:
    """Path under schemas/vectors → content."""
    made: dict[str, Any] = {
        "text/texts.json": _cases("Texts that are accepted (§ 1), and why not.", texts.accepted_texts()),
        "text/base64url.json": _cases("Spellings of bytes.", texts.base64url_cases()),
        "text/instants.json": _cases("Times and their milliseconds since 1970.", texts.instant_cases()),
        "text/hashes.json": _cases("Texts and their hashes.", texts.hash_cases()),
        "text/fields.json": _cases("Field texts.", texts.field_cases()),
        "head/heads.json": _cases("Head texts.", texts.head_cases()),
        "batch/batches.json": _cases("Batch texts.", signed.batch_cases()),
        "signer/signers.json": _cases("Signer texts.", signed.signer_cases()),
        "signer/ends.json": _cases("Texts of a signer's end.", signed.signer_end_cases()),
        "receipt/receipts.json": _cases("Receipt texts.", signed.receipt_cases()),
        "receipt/releases.json": _cases("Release texts.", signed.release_cases()),
        "receipt/photos.json": _cases("Photo receipts.", signed.photo_cases()),
        "signature/signatures.json": _cases("ES256 over texts.", signed.signature_cases()),
        "signature/chain.json": {"about": "All that is signed, by fixed keys; every text verifies."}
        | signed.chain(),
        "derived-ids/ids.json": _cases("Parts of derived ids (§ 5) and their UUIDv5.", kinds.derived_ids()),
    }
    for name in ("values", "resolutions", "withdrawals", "erasures", "registers"):
        made[f"fold/{name}.json"] = _cases(_FOLD, [story.case() for story in getattr(fold, name)()])
    for kind in KINDS:
        made[f"{kind}/kind.json"] = kinds.kind_cases(kind)
    return made


def _cases(about: str, cases: list[Any]) -> dict[str, Any]:
    return {"about": about, "cases": cases}
