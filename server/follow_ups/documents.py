"""The only writer of the documents that tell of follow-ups; shapes in schemas/documents. Pure: rows in,
bodies out.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from server.core.clock import to_wire
from server.core.ids import derive
from server.follow_ups.models import FollowUp, Question, ReplyCopy, ShareDecision
from server.operations.digests import spell
from server.sync.service import Put

Names = Mapping[UUID, str]
"""Names of members, by id."""


def follow_up(
    row: FollowUp, questions: Sequence[Question], replies: Sequence[ReplyCopy], names: Names
) -> Put:
    """What the agency's desk reads; nothing in it comes from a scope that the desk may not read."""
    content = row.content
    body = {
        "id": str(row.id),
        "number": row.number,
        "task": row.task,
        "origin": row.origin,
        "source": str(row.source),
        "about": about(row),
        "action": row.action,
        "controlAction": content.get("controlAction"),
        "dossier": str(row.dossier),
        "site": content.get("site"),
        "finding": content.get("finding"),
        "sentence": content.get("sentence"),
        "proposedDueOn": row.proposed_due,
        "state": row.state,
        "withdrawn": row.withdrawn,
        "acceptance": row.decided.get("acceptance"),
        "startedAt": row.decided.get("startedAt"),
        "refusal": row.decided.get("refusal"),
        "closure": row.decided.get("closure"),
        "questions": [_question(one, replies, names) for one in questions],
        "remarks": [_reply(one) for one in replies if one.question is None],
        "copied": content.get("copied", []),
    }
    return Put(f"inbox:{row.receiver}", "follow_up", row.id, body)


def status(row: FollowUp, home: str, asked: bool) -> Put:
    """What became of it, beside the finding: the outcome, never the receiver's case.

    Of a refusal the reason of five goes back, the words beside it stay with the receiver; so do measure,
    handler, number and the receiver's own term.
    """
    refusal, closure = row.decided.get("refusal"), row.decided.get("closure")
    body = {
        "id": str(row.id),
        "finding": str(row.finding),
        "task": row.task,
        "action": row.action,
        "receiver": str(row.receiver) if row.task == "follow_up" else None,
        "about": about(row),
        "proposedDueOn": row.proposed_due,
        "state": row.state,
        "withdrawn": row.withdrawn,
        "refusal": refusal["reason"] if refusal else None,
        "outcome": closure["outcome"] if closure else None,
        "asked": asked,
        "at": to_wire(row.at),
    }
    return Put(home, "follow_up_status", row.id, body)


def question(row: FollowUp, asked: Question, home: str) -> Put:
    """A question as the inspectors of the source read it, offline too.

    `home` is the home scope of the finding: of one in a class only the readers of that class are asked.
    """
    scope = home if home.startswith("class:") else f"agency:{row.dossier}:{row.source}"
    body = {
        "id": str(asked.id),
        "followUp": str(row.id),
        "finding": str(row.finding),
        "from": str(row.receiver),
        "text": asked.text,
        "at": to_wire(asked.at),
        "answered": asked.answered,
        "withdrawn": row.withdrawn is not None,
    }
    return Put(scope, "question", asked.id, body)


def share(row: ShareDecision) -> Put:
    """A share decision as its receiver may read it: without the finding, and once revoked without the
    sentence.
    """
    sentence = None if row.revoked is not None else row.sentence
    told = sentence is not None and row.hash is not None
    body = {
        "id": str(row.id),
        "from": str(row.sender),
        "to": str(row.receiver),
        "dossier": str(row.dossier),
        "followUp": str(row.follow_up),
        "action": row.action,
        "legalBasis": row.legal_basis,
        "sentence": sentence,
        "dueOn": row.due,
        "at": to_wire(row.at),
        "revoked": row.revoked is not None,
        "copied": [_copied("sentence", row.operation, "referrals", row.hash)] if told else [],
    }
    return Put(f"share:{row.id}", "share", row.id, body)


def counts(action: UUID, rows: Sequence[Mapping[str, Any]], at: str) -> Put:
    """What the lead may know of findings in numbers: one row for each dossier, agency and class."""
    body = {"action": str(action), "at": at, "rows": list(rows)}
    return Put(f"lead:{action}", "counts", derive("counts", action), body)


def about(row: FollowUp) -> dict[str, Any] | None:
    """Whom a task to decide or to inform is about."""
    if row.task == "follow_up":
        return None
    return {
        "kind": row.about_kind,
        "agency": None if row.about_agency is None else str(row.about_agency),
    }


def person(member: UUID, names: Names) -> dict[str, str]:
    """A member by name."""
    return {"member": str(member), "name": names.get(member, "?")}


def _question(asked: Question, replies: Iterable[ReplyCopy], names: Names) -> dict[str, Any]:
    return {
        "id": str(asked.id),
        "text": asked.text,
        "by": person(asked.by, names),
        "at": to_wire(asked.at),
        "replies": [_reply(one) for one in replies if one.question == asked.id],
    }


def _reply(copy: ReplyCopy) -> dict[str, Any]:
    return {
        "operation": spell(copy.operation),
        "hash": None if copy.hash is None else spell(copy.hash),
        "text": None if copy.withdrawn else copy.text,
        "at": to_wire(copy.at),
        "signer": str(copy.signer),
        "evidence": copy.evidence,
    }


def _copied(path: str, operation: bytes, field: str, hash: bytes | None) -> dict[str, str]:
    assert hash is not None
    return {"path": path, "operation": spell(operation), "field": field, "hash": spell(hash)}
