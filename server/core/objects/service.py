"""Keeping, reading and erasing an object."""

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.jobs import Ask, enqueue
from server.core.objects import sealing
from server.core.objects.models import DataKey
from server.core.objects.vault import Vault


class Missing(LookupError):
    """There is no such object, or it was erased."""


def put(session: Session, vault: Vault, name: str, chunks: Iterable[bytes], *, now: datetime) -> int:
    """Keep the content of a new object; the number of its bytes.

    Its bytes are on the disk when this returns, its key when the transaction commits; a crash in between
    leaves noise that nobody can read. The same name again replaces what was there.
    """
    key = secrets.token_bytes(32)
    stored = f"{name}.{secrets.token_hex(8)}"
    counted = _Counted(chunks)
    vault.store.put(stored, sealing.seal(key, name, counted))
    wrapped = sealing.wrap(vault.master, name, key, secrets.token_bytes(12))
    if session.get(DataKey, name) is not None:
        erase(session, name, now=now)
    session.add(DataKey(object=name, stored=stored, wrapped=wrapped, size=counted.total, made=now))
    session.flush()
    return counted.total


def size(session: Session, name: str) -> int:
    """The number of bytes of an object's content; `Missing` when there is none."""
    return _key_row(session, name).size


def read(
    session: Session, vault: Vault, name: str, start: int = 0, length: int | None = None
) -> Iterator[bytes]:
    """The content from byte `start`, at most `length` bytes, in pieces of up to 1 MiB; `Missing` at once.

    `cryptography.exceptions.InvalidTag` when somebody touched the bytes.
    """
    row = _key_row(session, name)
    end = row.size if length is None else min(start + length, row.size)
    key = sealing.unwrap(vault.master, name, row.wrapped)
    return _pieces(vault, row, key, start, end)


def erase(session: Session, name: str, *, now: datetime) -> None:
    """Erase an object for ever: its key in this transaction, its bytes soon after."""
    row = session.get(DataKey, name)
    if row is None:
        return
    session.delete(row)
    session.flush()
    enqueue(session, now, Ask("objects.remove", {"stored": row.stored}, key=f"objects.remove|{row.stored}"))


def _key_row(session: Session, name: str) -> DataKey:
    row = session.scalar(select(DataKey).where(DataKey.object == name))
    if row is None:
        raise Missing(name)
    return row


def _pieces(vault: Vault, row: DataKey, key: bytes, start: int, end: int) -> Iterator[bytes]:
    last = sealing.last_segment(row.size)
    for number in range(start // sealing.SEGMENT, sealing.last_segment(end) + 1 if end > start else 0):
        sealed = vault.store.get(row.stored, *sealing.sealed_range(row.size, number))
        content = sealing.open_segment(key, row.object, number, number == last, sealed)
        offset = number * sealing.SEGMENT
        yield content[max(start - offset, 0) : end - offset]


class _Counted:
    """Chunks that are counted while they pass."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks
        self.total = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.total += len(chunk)
            yield chunk
