"""Names of who recorded something: a signer is a member, and a member has a name."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.database import among
from server.identity.models import Member, Signer
from server.operations.state import State

Authors = dict[str, dict[str, str]]
"""Signer id → member, name, agency and device."""


def authors_of(session: Session, states: Iterable[State]) -> Authors:
    """The authors of everything in these states, in one query."""
    ids = {UUID(signer) for state in states for signer in _signers(state)}
    rows = session.execute(
        select(Signer.id, Signer.member, Member.name, Signer.agency, Signer.device)
        .join(Member, Member.id == Signer.member)
        .where(among(session, Signer.id, ids))
    )
    return {
        str(id): {"member": str(member), "name": name, "agency": str(agency), "device": str(device)}
        for id, member, name, agency, device in rows
    }


def _signers(state: State) -> Iterable[str]:
    for register in state["registers"].values():
        for seen in register["seen"].values():
            yield seen["signer"]
    for marks in state["marks"].values():
        for mark in marks:
            yield mark["signer"]


def author(authors: Authors, signer: str, agency: str) -> dict[str, Any]:
    """Who wrote it, as the API tells; the agency is always known."""
    known = authors.get(signer)
    person = None if known is None else {"member": known["member"], "name": known["name"]}
    return {"signer": signer, "agency": agency, "person": person}
