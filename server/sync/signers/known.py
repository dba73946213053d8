"""The signer of a batch as acceptance needs it: found here, or adopted because we once vouched for it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from sqlalchemy import and_, bindparam, exists, func, select
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
    """A registered signer. `until` is its end in ms: what it froze before is accepted.

    `due` is when it should have ended or should end: with its device, or with the last membership it acted
    under; None while there is no such time.
    """

    id: UUID
    member: UUID
    agency: UUID
    agency_kind: str
    device: UUID
    key: bytes
    text: str
    until: int | None
    due: datetime | None = None


_ITS = and_(Membership.member == Signer.member, Membership.agency == Signer.agency)
_SIGNER = (
    select(
        *(Signer.id, Signer.member, Signer.agency, Agency.kind, Signer.device, Signer.key, Signer.text),
        Signer.until,
        Device.until.label("device_until"),
        exists().where(_ITS, Membership.until.is_(None)).label("is_member"),
        select(func.max(Membership.until)).where(_ITS).scalar_subquery().label("member_until"),
    )
    .join(Agency, Agency.id == Signer.agency)
    .outerjoin(Device, Device.id == Signer.device)
    .where(Signer.id == bindparam("signer"))
)


def find_signer(session: Session, id: UUID) -> KnownSigner | None:
    """The signer of that id; one query."""
    row = session.connection().execute(_SIGNER, {"signer": id}).one_or_none()
    if row is None:
        return None
    ends = [row.device_until, None if row.is_member else row.member_until]
    return KnownSigner(
        *row[:7],
        until=None if row.until is None else to_ms(row.until),
        due=min((end for end in ends if end is not None), default=None),
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
