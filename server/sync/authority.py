"""The server as it signs: its newest key, its epoch, and the public halves of all keys it ever had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from flask import Flask, current_app
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from server.config import settings
from server.core import clock
from server.core.database import bulk, is_postgresql, writing
from server.operations import es256
from server.sync import key_files
from server.sync.models import Epoch, ServerKey

_EXTENSION = "glashelder.authority"
_FORGET = "glashelder.authority.forget"


class NotOurs(ValueError):
    """A text does not bear the server's own signature."""


@dataclass(frozen=True, slots=True)
class Authority:
    """What the server signs with, and what it knows its own signature by."""

    kid: str
    epoch: UUID
    folder: Path
    private: EllipticCurvePrivateKey
    keys: Mapping[str, bytes]

    def sign(self, text: str) -> bytes:
        """Sign a text that names `kid` and `epoch`; 64 bytes."""
        return es256.sign(self.private, text)

    def check(self, kid: str, text: str, signature: bytes) -> None:
        """Check that we signed `text`, at whatever time and in whatever epoch. Raises NotOurs."""
        if kid not in self.keys or not es256.verifies(self.keys[kid], text, signature):
            raise NotOurs(kid)


def authority() -> Authority:
    """The authority of this process; loaded, and the first key made, when it is first asked for.

    Not to be called inside `writing()`: it may have to begin a transaction of its own.
    """
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    if _EXTENSION not in app.extensions:
        app.extensions[_EXTENSION] = load(settings().keys_dir, clock.now())
        if _FORGET not in app.extensions:
            app.extensions[_FORGET] = lambda: app.extensions.pop(_EXTENSION, None)
            app.extensions.setdefault("glashelder.forget", []).append(app.extensions[_FORGET])
    return cast(Authority, app.extensions[_EXTENSION])


def load(folder: Path, now: datetime) -> Authority:
    """Read keys and epoch from files and database, and put into each what only the other has."""
    if not key_files.read_keys(folder):
        key_files.make_key(folder, 1, now)
    stored = key_files.read_keys(folder)
    with writing() as session:
        epoch = _epoch(session, folder, now)
        known = {row.kid: row.key for row in session.scalars(select(ServerKey))}
        ours = {key.kid: es256.spki(key.private.public_key()) for key in stored}
        rows = [
            (key.kid, ours[key.kid], clock.from_wire(key.since)) for key in stored if key.kid not in known
        ]
        bulk(session, cast(Table, ServerKey.__table__), rows, "ignore")
    return Authority(stored[-1].kid, epoch, folder, stored[-1].private, known | ours)


def renew_epoch(session: Session, folder: Path, now: datetime) -> UUID:
    """Begin a new epoch: the database was restored."""
    epoch = uuid4()
    bulk(session, cast(Table, Epoch.__table__), [(1, epoch, now)], "upsert")
    key_files.write_epoch(folder, str(epoch))
    return epoch


def _epoch(session: Session, folder: Path, now: datetime) -> UUID:
    """The epoch on which file and database agree; a new one where they do not: another database came back."""
    query = select(Epoch.epoch).where(Epoch.id == 1)
    found = session.scalar(query.with_for_update() if is_postgresql(session) else query)
    if found is not None and str(found) == key_files.read_epoch(folder):
        return found
    return renew_epoch(session, folder, now)
