"""Receipts: what became of a batch, signed; and those of ours that a device brings back after a restore."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from server.core.clock import to_wire
from server.operations.batch import Batch
from server.operations.receipt import Fate, Receipt, read_receipt, write_receipt
from server.operations.texts import TextRefused
from server.sync.authority import Authority, NotOurs
from server.sync.push.envelope import Signed


def issue(authority: Authority, batch: Batch, received: datetime, fates: Sequence[Fate]) -> Signed:
    """The receipt of a batch; the caller stores it in the same transaction."""
    text = write_receipt(
        kid=authority.kid,
        epoch=str(authority.epoch),
        signer=batch.signer,
        scope=batch.scope,
        n=batch.n,
        batch=batch.id,
        received=to_wire(received),
        fates=fates,
    )
    return Signed(text, authority.sign(text))


class Brought:
    """The receipts that a device brought, by the batch they are of; checked only when one is needed."""

    def __init__(self, authority: Authority, receipts: Iterable[Signed]) -> None:
        self._authority = authority
        self._by_batch: dict[str, list[tuple[Receipt, bytes]]] = {}
        for signed in receipts:
            try:
                read = read_receipt(signed.text)
            except TextRefused:
                continue
            self._by_batch.setdefault(read.batch, []).append((read, signed.signature))

    def of(self, batch: Batch) -> tuple[Receipt, bytes] | None:
        """The receipt of this batch that bears our own signature, and that signature."""
        for read, signature in self._by_batch.get(batch.id, ()):
            told = (read.signer, read.scope, read.n, tuple(fate.id for fate in read.fates))
            if told != (batch.signer, batch.scope, batch.n, batch.operations):
                continue
            try:
                self._authority.check(read.kid, read.text, signature)
            except NotOurs:
                continue
            return read, signature
        return None


def fates_of(receipt: Receipt) -> Mapping[str, Fate]:
    """Fates by operation."""
    return {fate.id: fate for fate in receipt.fates}
