"""From what was offered to a batch whose signature and hashes are right."""

from uuid import UUID

from msgspec import Struct

from server.access.names import DOSSIER_KINDS, parse
from server.access.service import ScopeName, ScopeNameInvalid
from server.core.problems import Problem
from server.operations.batch import Batch, read_batch
from server.operations.es256 import verifies
from server.operations.operation import HashMismatch
from server.operations.texts import TextRefused
from server.sync.acceptance.item import Item, read_item
from server.sync.push.envelope import Offered
from server.sync.signers.known import KnownSigner


class Reading(Struct, frozen=True):
    """A batch that is what its signer signed, with all its operations."""

    batch: Batch
    signature: bytes
    scope: ScopeName
    dossier: UUID
    signer: KnownSigner
    items: list[Item]
    gone: bool


def read_text(offered: Offered) -> tuple[Batch, bytes, ScopeName]:
    """The batch that was offered, its signature and its scope. Raises `batch-unreadable`."""
    if offered.text is None or offered.signature is None:
        raise Problem("batch-unreadable", field="text", reason="text or signature is not there")
    try:
        batch = read_batch(offered.text)
        scope = parse(batch.scope)
    except (TextRefused, ScopeNameInvalid) as error:
        raise Problem("batch-unreadable", field="text", reason=str(error)) from error
    if scope.kind not in DOSSIER_KINDS:
        raise Problem("batch-unreadable", field="text", reason="operations have no home in this scope")
    return batch, offered.signature, scope


def check(batch: Batch, signature: bytes, scope: ScopeName, offered: Offered, signer: KnownSigner) -> Reading:
    """Check what was offered against what was signed. Raises `signature-invalid` and `operation-mismatch`."""
    if not verifies(signer.key, batch.text, signature):
        raise Problem("signature-invalid", field="signature")
    if len(offered.operations) != len(batch.operations):
        position = min(len(offered.operations), len(batch.operations))
        raise Problem("operation-mismatch", field="operations", position=position)
    agency = str(signer.agency)
    items = []
    for position, (id, sent) in enumerate(zip(batch.operations, offered.operations, strict=True)):
        try:
            items.append(read_item(id, sent.head, sent.fields, agency))
        except HashMismatch as error:
            raise Problem("operation-mismatch", field=f"operations[{position}]", position=position) from error
    assert scope.dossier is not None
    return Reading(batch, signature, scope, scope.dossier, signer, items, offered.gone)
