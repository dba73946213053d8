"""The spool: where bytes of unfinished uploads wait as plain files, one request at a time for each upload.

A turn is a `flock`, which holds across threads and processes and falls with the process that held it, so a
server killed in the middle leaves nothing locked. What counts as received is the offset in the database;
bytes beyond it (written, not acknowledged) are cut off before writing goes on.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

LOOK_AGAIN_SECONDS = 0.01


class Busy(Exception):
    """Another request is at this upload, and stays longer than one is willing to wait."""


@contextmanager
def turn(root: Path, name: str, patience: float = 0.0) -> Iterator[None]:
    """Keep every other `turn` of this name out until the end; wait `patience` seconds for one that is at it.

    Raises Busy after that. The file that is locked is there only as long as somebody holds it.
    """
    root.mkdir(parents=True, exist_ok=True)
    path = root / f"{name}.turn"
    descriptor = _take(path, time.monotonic() + patience)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _take(path: Path, give_up: float) -> int:
    """The locked file at `path`. One that its holder removed while we waited for it is no longer a lock."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(descriptor, path):
                os.utime(descriptor)  # one left by a killed server is as good as new, and no orphan any more
                return descriptor
            os.close(descriptor)
        except BlockingIOError as held:
            os.close(descriptor)
            if time.monotonic() >= give_up:
                raise Busy(path.name) from held
            time.sleep(LOOK_AGAIN_SECONDS)


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def opened(root: Path, name: str) -> IO[bytes]:
    """The file of an upload, made when it is not there. Hold its turn."""
    root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(root / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    return open(descriptor, "r+b", buffering=0)


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
    """Remove an upload's bytes; nothing happens when there are none. Hold its turn."""
    (root / name).unlink(missing_ok=True)


def names(root: Path) -> Iterator[tuple[str, float]]:
    """Every file in the spool with its last change (seconds since the epoch), for the cleaning job."""
    if root.is_dir():
        for path in sorted(root.iterdir()):
            with suppress(FileNotFoundError):  # a turn ended meanwhile
                yield path.name, path.stat().st_mtime
