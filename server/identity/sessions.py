"""Sign-in: an opaque token in a cookie, its hash in the database, an end that the server decides.

A session lives long, because a tablet is without network for days; it ends at once when its membership or
device does, whatever the cookie says.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from server.core.base64url import encode
from server.core.database import Instant
from server.identity.models import Device, Membership, UserSession
from server.identity.roles import Role
from server.identity.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A running session: who, until when, and the hash it is kept under."""

    viewer: Viewer
    until: datetime
    token_hash: bytes


def hash_token(token: str) -> bytes:
    """What is kept of a token. It has 256 random bits, so a plain hash cannot be searched."""
    return hashlib.sha256(token.encode()).digest()


def open_session(
    session: Session,
    membership: Membership,
    *,
    device: UUID,
    now: datetime,
    life: timedelta,
) -> tuple[str, UserSession]:
    """Sign a member in on a device that was let in (`devices.admit`) and answer the token, which is told this
    once, and the session's row."""
    token = encode(secrets.token_bytes(32))
    row = UserSession(
        token_hash=hash_token(token),
        membership=membership.id,
        member=membership.member,
        agency=membership.agency,
        device=device,
        since=now,
        until=now + life if membership.until is None else min(now + life, membership.until),
    )
    session.add(row)
    session.flush()
    return token, row


_NOW = bindparam("now", type_=Instant)
_RUNNING = (
    select(UserSession.member, UserSession.agency, UserSession.device, UserSession.until, Membership.roles)
    .join(Membership, Membership.id == UserSession.membership)
    .join(Device, Device.id == UserSession.device)
    .where(UserSession.token_hash == bindparam("token"), UserSession.until > _NOW)
    .where(Membership.since <= _NOW, or_(Membership.until.is_(None), Membership.until > _NOW))
    .where(or_(Device.until.is_(None), Device.until > _NOW))
)


def find_session(session: Session, token: str, now: datetime) -> SignedIn | None:
    """The session that a token opens at this moment, with the roles of its membership as they are now; one
    query."""
    token_hash = hash_token(token)
    asked = {"token": token_hash, "now": now}
    row = session.connection().execute(_RUNNING, asked).one_or_none()
    if row is None:
        return None
    viewer = Viewer(row.member, row.agency, frozenset(map(Role, row.roles)), row.device)
    return SignedIn(viewer, row.until, token_hash)


def end_session(session: Session, token_hash: bytes, now: datetime) -> None:
    """Sign out. The cookie may stay behind; it opens nothing any more."""
    session.execute(
        update(UserSession)
        .where(UserSession.token_hash == token_hash, UserSession.until > now)
        .values(until=now)
    )
