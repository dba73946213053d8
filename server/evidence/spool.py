"""The spool: where bytes of unfinished uploads wait as plain files, one writer at a time.

A file's lock is `flock`, which holds across threads and processes and falls with the process that held it,
so a server killed in the middle leaves nothing locked. What counts as received is the offset in the
database; bytes beyond it (written, not acknowledged) are cut off before writing goes on.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class Busy(Exception):
    """Another request is writing to this upload at the moment."""


@contextmanager
def writing(root: Path, name: str, offset: int) -> Iterator[IO[bytes]]:
    """Open the file for writing at `offset` bytes, alone.

    Raises Busy when another request holds it, FileNotFoundError when fewer than `offset` bytes are there.
    """
    root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with open(descriptor, "r+b", buffering=0) as file:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise Busy(name) from held
        if os.fstat(descriptor).st_size < offset:
            raise FileNotFoundError(f"spool file {name} is shorter than {offset} bytes")
        file.truncate(offset)
        file.seek(offset)
        yield file


def settle(file: IO[bytes]) -> None:
    """Bring what was written to the disk itself, before the database says that it is there."""
    os.fsync(file.fileno())


def discard(root: Path, name: str) -> None:
    """Remove an upload's bytes; nothing happens when there are none."""
    (root / name).unlink(missing_ok=True)


def names(root: Path) -> Iterator[tuple[str, float]]:
    """Every file in the spool with its last change (seconds since the epoch), for the cleaning job."""
    if root.is_dir():
        for entry in os.scandir(root):
            if entry.is_file():
                yield entry.name, entry.stat().st_mtime
