"""An operation on its way to acceptance: its texts, what could be read of them, why it is not accepted."""

from collections.abc import Sequence
from typing import cast

from msgspec import Struct

from server.operations.digests import digest, spell
from server.operations.head import VersionUnknown
from server.operations.operation import HashMismatch, Operation, read_operation
from server.operations.texts import TextRefused


class Item(Struct):
    """One operation of a batch. `operation` is None when its texts cannot be read.

    `reason` is why it is not accepted, None while nothing speaks against it; `missing` what it waits for.
    `batch` is the hash of the batch that brought it, `received` when it first came; the caller sets them.
    """

    id: str
    hash: bytes
    head: str
    fields: tuple[str, ...]
    operation: Operation | None
    reason: str | None = None
    missing: str | None = None
    batch: bytes = b""
    received: int = 0


def read_item(id: str, head: str | None, fields: Sequence[str | None] | None, agency: str) -> Item:
    """One operation, read as far as it can be; None stands for a text that is not there.

    Raises HashMismatch when it is not the one that `id` names.
    """
    if head is None or fields is None or not all(fields):
        raise HashMismatch("not there")
    texts = tuple(cast("Sequence[str]", fields))
    hash = digest(head)
    if spell(hash) != id:
        raise HashMismatch("another head")
    try:
        return Item(id, hash, head, texts, read_operation(head, texts, agency, hash))
    except VersionUnknown as error:
        return Item(id, hash, head, texts, None, "version_unknown", f"version:{error}")
    except TextRefused:
        return Item(id, hash, head, texts, None, "text")
