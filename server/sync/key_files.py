"""What must outlive a restore of the database, as files beside it: server keys, ended signers, the epoch.

Every file is written whole to a draft, synced and linked into place, so that none is ever half there.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import orjson
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from server.core import base64url
from server.core.clock import to_wire
from server.operations import es256

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256


class StoredKey(NamedTuple):
    """A server key with its private half. `since` is a time as texts write it."""

    kid: str
    private: EllipticCurvePrivateKey
    since: str


class StoredEnd(NamedTuple):
    """The end of a signer, as the server signed it."""

    text: str
    signature: bytes


def read_keys(folder: Path) -> list[StoredKey]:
    """All server keys in `folder`, the oldest first."""
    found = []
    for path in sorted((folder / "server-keys").glob("[0-9]*.json")):
        told = orjson.loads(path.read_bytes())
        scalar = int.from_bytes(base64url.decode(told["private"], 32), "big")
        found.append(StoredKey(told["kid"], es256.private_key(scalar), told["since"]))
    return found


def make_key(folder: Path, number: int, since: datetime) -> None:
    """Make the server key `number` (from 1); the newest one signs. Its `kid` follows from its public half.

    Processes that make the same number at the same moment end with one key: the first one's.
    """
    scalar = secrets.randbelow(_ORDER - 1) + 1
    private = es256.private_key(scalar)
    kid = base64url.encode(es256.spki(private.public_key())[-9:])
    told = {"kid": kid, "private": base64url.encode(scalar.to_bytes(32, "big")), "since": to_wire(since)}
    with suppress(FileExistsError):
        place(folder / "server-keys" / f"{number:04d}.json", orjson.dumps(told))


def read_epoch(folder: Path) -> str | None:
    """The epoch that this installation last served."""
    path = folder / "epoch"
    return path.read_text().strip() if path.exists() else None


def write_epoch(folder: Path, epoch: str) -> None:
    """Remember the epoch."""
    place(folder / "epoch", epoch.encode(), replace=True)


def read_ends(folder: Path) -> Iterator[StoredEnd]:
    """All ends of signers that were ever signed here; a line cut off by a crash is passed over."""
    path = folder / "ended-signers.jsonl"
    for line in path.read_bytes().splitlines() if path.exists() else ():
        try:
            told = orjson.loads(line)
            yield StoredEnd(told["text"], base64url.decode(told["signature"], 64))
        except (ValueError, KeyError):
            continue


def ends_size(folder: Path) -> int:
    """How many bytes of ends there are; the file only grows."""
    path = folder / "ended-signers.jsonl"
    return path.stat().st_size if path.exists() else 0


def write_end(folder: Path, end: StoredEnd) -> None:
    """Remember the end of a signer, before the database does: what is ended in either place stays so."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    line = orjson.dumps({"text": end.text, "signature": base64url.encode(end.signature)})
    with open(folder / "ended-signers.jsonl", "ab") as file:
        file.write(b"\n" + line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def place(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file so that it is there whole or not at all, readable by its owner alone.

    Raises FileExistsError when it is there already, unless `replace`.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.parent / f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        if replace:
            os.replace(draft, path)
        else:
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
