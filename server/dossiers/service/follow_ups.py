"""What acceptance decides about follow-ups: which agency each one means. Stored with the operation, read
by jobs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from server.access.models import ActionAgency, ActionPerson, Dossier
from server.checklists.service import Library
from server.dossiers.service.receivers import LEAD, Candidate, resolve
from server.identity.models import Agency
from server.identity.roles import Role
from server.operations.operation import Operation
from server.sites.models import Site

Decided = dict[str, Any]

KINDS = frozenset({"finding.decide", "finding.add"})


def decide_follow_ups(
    session: Session, dossier: UUID, operations: Iterable[Operation], library: Library
) -> dict[str, list[Decided]]:
    """For each operation on a finding, by its id: its follow-ups, resolved to agencies.

    The caller stores them as `follow_ups` in the acceptance and hands that to `fold`. `library` holds the
    checklist versions that the operations name. One query; none when no finding is among the operations.
    """
    findings = [operation for operation in operations if operation.head.kind in KINDS]
    if not findings:
        return {}
    candidates, municipality = _candidates(session, dossier)
    return {
        operation.id: decided_of(operation.values, library, candidates, municipality)
        for operation in findings
    }


def decided_of(
    values: Mapping[str, Any], library: Library, candidates: Sequence[Candidate], municipality: str | None
) -> list[Decided]:
    """The follow-ups of one finding: its rule's, then those the inspector named (`chosen`). Pure."""
    known = {str(one.id): one for one in candidates}
    chosen = [
        _decided(
            known[named["receiver"]].kind if named["receiver"] in known else None,
            known.get(named["receiver"]),
            named["action"],
            named["dueDays"],
            chosen=True,
        )
        for named in values.get("referrals") or ()
    ]
    ruled = [
        _decided(
            task["agency"], resolve(task["agency"], candidates, municipality), task["action"], task["dueDays"]
        )
        for task in _ruled(values, library)
    ]
    return [*ruled, *chosen]


def _ruled(values: Mapping[str, Any], library: Library) -> Sequence[Mapping[str, Any]]:
    if "rule" not in values:
        return ()
    _, rule = library.content(values["checklist"], values["version"]).rules[values["rule"]]
    return list(rule["followUps"])


def _decided(
    kind: str | None, agency: Candidate | None, action: str, due_days: int, *, chosen: bool = False
) -> Decided:
    return {
        "kind": kind,
        "agency": None if agency is None else str(agency.id),
        "public": agency is not None and agency.public,
        "takes_part": agency is not None and (agency.takes_part or (kind == LEAD and agency.leads)),
        "action": action,
        "due_days": due_days,
        "chosen": chosen,
    }


def _candidates(session: Session, dossier: UUID) -> tuple[list[Candidate], str | None]:
    """All agencies as they stand to this dossier's action, and the municipality of its site."""
    action = select(Dossier.action).where(Dossier.id == dossier).scalar_subquery()
    place = select(Site.municipality).join(Dossier, Dossier.site == Site.id).where(Dossier.id == dossier)
    takes_part = exists().where(ActionAgency.action == action, ActionAgency.agency == Agency.id)
    leads = exists().where(
        ActionPerson.action == action,
        ActionPerson.agency == Agency.id,
        ActionPerson.role == Role.OPERATIONAL_LEAD.value,
    )
    rows = session.execute(
        select(Agency.id, Agency.kind, Agency.public, Agency.area, takes_part, leads, place.scalar_subquery())
    ).all()
    found = [
        Candidate(id, kind, public, frozenset(area), on, led) for id, kind, public, area, on, led, _ in rows
    ]
    return found, rows[0][6] if rows else None
