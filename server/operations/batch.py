"""A batch: the ids of up to 1,000 operations, signed by their author's key, chained per signer and scope."""

from collections.abc import Sequence

import orjson
from msgspec import Struct

from server.operations import forms
from server.operations.digests import digest, spell
from server.operations.texts import INTEGER, OPERATIONS, TEXT_BYTES, TextRefused, read_object


class Batch(Struct, frozen=True):
    """A batch as parsed; `hash` is that of `text`, `prev` spells the hash of what stands before it."""

    text: str
    hash: bytes
    signer: str
    scope: str
    n: int
    prev: str
    operations: tuple[str, ...]

    @property
    def id(self) -> str:
        """The spelling of its hash."""
        return spell(self.hash)


def read_batch(text: str) -> Batch:
    """Return the batch that `text` says. Raises TextRefused."""
    members = read_object(text, TEXT_BYTES, "batch")
    forms.signed(members, "batch", by_server=False)
    operations = forms.hashes(members, "operations")
    if not 1 <= len(operations) <= OPERATIONS or len(set(operations)) != len(operations):
        raise TextRefused(f"operations is not 1 to {OPERATIONS} ids, none twice")
    return Batch(
        text=text,
        hash=digest(text),
        signer=forms.uuid(members, "signer"),
        scope=forms.word(members, "scope"),
        n=forms.whole(members, "n", 1, INTEGER),
        prev=forms.hash_of(members, "prev"),
        operations=operations,
    )


def write_batch(*, signer: str, scope: str, n: int, prev: str, operations: Sequence[str]) -> str:
    """Return the text of a batch, to be signed by the signer's key."""
    members = {"t": "batch", "v": 1, "alg": "ES256", "signer": signer, "scope": scope, "n": n, "prev": prev}
    return orjson.dumps(members | {"operations": list(operations)}).decode()
