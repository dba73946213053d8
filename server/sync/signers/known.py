"""The signer of a batch as acceptance needs it: found here, or adopted because we once vouched for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from server.core.clock import from_wire, to_ms
from server.identity.models import Agency, Device, Member, Membership, Signer
from server.operations.es256 import KeyRefused, public_key
from server.operations.signer import Signer as SignerText
from server.operations.signer import read_signer
from server.operations.texts import TextRefused
from server.sync.authority import Authority, NotOurs
from server.sync.signers.ending import end_of, end_signer


class KnownSigner(Struct, frozen=True):
    """A registered signer. `until` is its end in ms: what it froze before is accepted."""

    id: UUID
    member: UUID
    agency: UUID
    agency_kind: str
    device: UUID
    key: bytes
    text: str
    until: int | None


def find_signer(session: Session, id: UUID) -> KnownSigner | None:
    """The signer of that id; one query."""
    row = session.execute(
        select(Signer, Agency.kind).join(Agency, Agency.id == Signer.agency).where(Signer.id == id)
    ).one_or_none()
    if row is None:
        return None
    signer, kind = row
    until = None if signer.until is None else to_ms(signer.until)
    return KnownSigner(
        signer.id, signer.member, signer.agency, kind, signer.device, signer.key, signer.text, until
    )


def adopt(session: Session, authority: Authority, offered: Sequence[tuple[str, bytes]], id: UUID) -> bool:
    """Take over the signer `id` from texts that a device sends, when one bears our own signature.

    So a restored server knows again whom it vouched for; an end that it signed is kept beside the database
    and holds again too. False when none is ours, or when member or agency are not known here (yet).
    """
    for text, signature in offered:
        found = _vouched(authority, text, signature, id)
        if found is not None and _has_people(session, found):
            _store(session, found, signature)
            end = end_of(authority, id)
            if end is not None:
                end_signer(session, id, end)
            return True
    return False


def _vouched(authority: Authority, text: str, signature: bytes, id: UUID) -> SignerText | None:
    try:
        read = read_signer(text)
        if read.id != str(id):
            return None
        public_key(read.key)
        authority.check(read.kid, text, signature)
    except (TextRefused, KeyRefused, NotOurs):
        return None
    return read


def _has_people(session: Session, read: SignerText) -> bool:
    member, agency = UUID(read.member), UUID(read.agency)
    return session.get(Member, member) is not None and session.get(Agency, agency) is not None


def _store(session: Session, read: SignerText, signature: bytes) -> None:
    session.add(
        Signer(
            id=UUID(read.id),
            member=UUID(read.member),
            agency=UUID(read.agency),
            device=UUID(read.device),
            key=read.key,
            text=read.text,
            signature=signature,
            registered=from_wire(read.since),
        )
    )
    session.flush()


def due_end(session: Session, id: UUID, now: datetime) -> datetime | None:
    """When the signer should have ended: with its device, or with the last membership it acted under.

    None while it may go on. One query.
    """
    open_ended = func.max(case((Membership.until.is_(None), 1), else_=0))
    last = func.max(Membership.until)
    row: Any = session.execute(
        select(open_ended, last, Device.until)
        .select_from(Signer)
        .outerjoin(Membership, (Membership.member == Signer.member) & (Membership.agency == Signer.agency))
        .outerjoin(Device, Device.id == Signer.device)
        .where(Signer.id == id)
        .group_by(Device.until)
    ).one_or_none()
    if row is None:
        return None
    goes_on, last_membership, device = row
    ends = [device] if device is not None else []
    if not goes_on and last_membership is not None:
        ends.append(last_membership)
    return min(ends) if ends and min(ends) <= now else None
