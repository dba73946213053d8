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
def locked(root: Path, name: str) -> Iterator[IO[bytes]]:
    """Open the file, made when it is not there, for this request alone. Raises Busy when another one holds
    it.
    """
    root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with open(descriptor, "r+b", buffering=0) as file:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise Busy(name) from held
        yield file


def is_free(root: Path, name: str) -> bool:
    """Whether nobody writes to the file at this moment; also when there is none."""
    if not (root / name).exists():
        return True
    try:
        with locked(root, name):
            return True
    except Busy:
        return False


def cut(file: IO[bytes], offset: int) -> None:
    """Keep the first `offset` bytes and stand behind them.

    Raises FileNotFoundError when fewer are there: the disk lost what the database says it holds.
    """
    if os.fstat(file.fileno()).st_size < offset:
        raise FileNotFoundError(f"a spool file is shorter than the {offset} bytes acknowledged")
    file.truncate(offset)
    file.seek(offset)


def settle(file: IO[bytes]) -> None:
    """Bring what was written to the disk itself, before the database says that it is there."""
    os.fsync(file.fileno())


def discard(root: Path, name: str) -> None:
    """Remove an upload's bytes; nothing happens when there are none. Hold its lock."""
    (root / name).unlink(missing_ok=True)


def names(root: Path) -> Iterator[tuple[str, float]]:
    """Every file in the spool with its last change (seconds since the epoch), for the cleaning job."""
    if root.is_dir():
        for path in sorted(root.iterdir()):
            yield path.name, path.stat().st_mtime
