"""Share decisions: what an inspector chose to tell another agency is kept as decided, with its basis."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.service import ensure_share
from server.core.ids import uuid7
from server.dossiers.service import FindingFacts
from server.follow_ups.models import FollowUp, ShareDecision
from server.follow_ups.plan import Wanted
from server.operations.digests import unspell
from server.sync.copies import field_hashes


def decide_shares(
    session: Session, facts: FindingFacts, tasks: Sequence[tuple[FollowUp, Wanted]], now: datetime
) -> None:
    """Write the decision behind each referral; a re-confirmation renews it under the same id."""
    referred = [(row, task) for row, task in tasks if task.origin == "referral"]
    if not referred or facts.operation is None or facts.said is None:
        return
    session.flush()
    hashes = field_hashes(session, facts.dossier, facts.scope, [facts.operation])
    hash = hashes.get(facts.operation, {}).get("referrals")
    for row, task in referred:
        made = session.scalar(select(ShareDecision).where(ShareDecision.follow_up == row.id))
        share = made or ShareDecision(id=uuid7(now), follow_up=row.id)
        share.dossier, share.scope, share.finding = facts.dossier, facts.scope, facts.entity
        share.sender, share.receiver, share.action = facts.owner, row.receiver, task.action
        share.legal_basis, share.sentence, share.due = (
            task.basis or "unknown",
            task.sentence,
            row.proposed_due,
        )
        share.operation, share.hash = unspell(facts.operation), None if hash is None else unspell(hash)
        share.signer, share.revoked = UUID(facts.said["signer"]), None
        if made is None:
            share.at = now
            session.add(share)
            ensure_share(session, share.id, receiver=row.receiver, dossier=facts.dossier, to_assigned=False)


def shares_of(session: Session, follow_ups: Sequence[FollowUp], now: datetime) -> list[ShareDecision]:
    """The share decisions behind these follow-ups; those of withdrawn ones are revoked."""
    ids = [row.id for row in follow_ups]
    shares = list(session.scalars(select(ShareDecision).where(ShareDecision.follow_up.in_(ids))))
    withdrawn = {row.id for row in follow_ups if row.withdrawn is not None}
    for share in shares:
        if share.follow_up in withdrawn and share.revoked is None:
            share.revoked = now
    return shares
