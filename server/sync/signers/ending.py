"""The end of a signer: signed by us, kept in the database and beside it, told with the signer's text."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.core.clock import from_wire, to_wire
from server.identity.models import Signer
from server.operations.signer import read_signer_end, write_signer_end
from server.sync import key_files
from server.sync.authority import Authority
from server.sync.key_files import StoredEnd


def end_at(session: Session, authority: Authority, id: UUID, until: datetime) -> None:
    """End a signer at `until`, for membership, agency, device or key ended; one that has ended stays so."""
    if session.scalar(select(Signer.until).where(Signer.id == id)) is not None:
        return
    kept = end_of(authority, id)
    if kept is not None:
        end_signer(session, id, kept)
        return
    text = write_signer_end(kid=authority.kid, epoch=str(authority.epoch), id=str(id), until=to_wire(until))
    end = StoredEnd(text, authority.sign(text))
    key_files.write_end(authority.folder, end)
    end_signer(session, id, end)


def end_signer(session: Session, id: UUID, end: StoredEnd) -> None:
    """Note an end that we signed; the first one stays."""
    until = from_wire(read_signer_end(end.text).until)
    session.execute(
        update(Signer)
        .where(Signer.id == id, Signer.until.is_(None))
        .values(until=until, end_text=end.text, end_signature=end.signature)
    )


def end_of(authority: Authority, id: UUID) -> StoredEnd | None:
    """The end of a signer that is kept beside the database, which may know less after a restore."""
    return _ends(authority.folder, key_files.ends_size(authority.folder)).get(str(id))


@lru_cache(maxsize=4)
def _ends(folder: Path, size: int) -> dict[str, StoredEnd]:
    """All ends by signer, the first of each; read again when the file, which only grows, has grown."""
    found: dict[str, StoredEnd] = {}
    for end in key_files.read_ends(folder):
        found.setdefault(read_signer_end(end.text).id, end)
    return found
