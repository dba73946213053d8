"""What a follow-up may tell of its finding, and where each copied word came from."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.checklists.service import Content, content
from server.dossiers.models import Visit
from server.dossiers.service import FindingFacts
from server.follow_ups.plan import Wanted
from server.operations import instants
from server.operations.state import Seen
from server.sites.models import Site
from server.sync.copies import field_hashes
from server.sync.models import Document

_COPIED = {"finding.title": "title", "finding.legalBasis": "legal_basis"}
"""Paths in the document and the fields of a free finding whose texts they copy."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a finding: its action and place, its rule, and the hashes of its fields' texts."""

    action: UUID
    action_title: str | None
    site: dict[str, Any] | None
    rule: dict[str, Any] | None
    hashes: dict[str, str]


def load_around(session: Session, facts: FindingFacts) -> Around:
    """Read it; at most six queries."""
    dossier = session.get_one(Dossier, facts.dossier)
    title = session.scalar(
        select(Document.body)
        .join(Scope, Scope.id == Document.scope)
        .where(Scope.name == f"action:{dossier.action}", Document.id == dossier.action)
    )
    operation = facts.operation
    hashes = (
        {}
        if operation is None
        else field_hashes(session, facts.dossier, facts.scope, [operation]).get(operation, {})
    )
    return Around(
        action=dossier.action,
        action_title=None if title is None else (orjson.loads(title) or {}).get("title"),
        site=_site(session, dossier),
        rule=None if facts.said is None else _rule(session, facts.said["fields"]),
        hashes=hashes,
    )


def _site(session: Session, dossier: Dossier) -> dict[str, Any] | None:
    """The site; of a place opened on the spot, or of a site that is not known here (any more), the label that
    all at the visit read."""
    site = None if dossier.site is None else session.get(Site, dossier.site)
    if site is not None:
        return {
            "id": str(site.id),
            "name": site.name,
            "address": site.address,
            "town": site.town,
            "municipality": site.municipality,
        }
    label = session.scalar(
        select(Visit.label)
        .join(Scope, Scope.id == Visit.scope)
        .where(Visit.entity == dossier.id, Scope.kind == "joint")
    )
    if label is None:
        return None
    return {"id": None, "name": label, "address": None, "town": None, "municipality": None}


def _rule(session: Session, fields: dict[str, Any]) -> dict[str, Any] | None:
    if "rule" not in fields:
        return None
    found: Content | None = content(session, fields["checklist"], fields["version"])
    if found is None or fields["rule"] not in found.rules:
        return None
    return dict(found.rules[fields["rule"]][1])


def content_of(facts: FindingFacts, around: Around, task: Wanted, disputed: bool) -> dict[str, Any]:
    """The part of the document that follows from the finding. Pure.

    Where the inbox's readers may not read the finding, it tells the place, the action, the term and the
    inspector's sentence, and nothing of the finding: not its title, severity, legal basis, rule or id.
    """
    assert facts.said is not None and facts.operation is not None
    told: dict[str, Any] = {
        "controlAction": around.action_title and {"id": str(around.action), "title": around.action_title},
        "site": around.site,
        "finding": None,
        "sentence": task.sentence,
        "copied": [],
    }
    copied = {"sentence": "referrals"} if task.sentence is not None else {}
    if task.open:
        told["finding"] = _finding(facts, facts.said, around.rule, disputed)
        copied |= _COPIED if around.rule is None else {}
    told["copied"] = [
        {"path": path, "operation": facts.operation, "field": field, "hash": around.hashes[field]}
        for path, field in sorted(copied.items())
        if field in around.hashes
    ]
    return told


def _finding(facts: FindingFacts, said: Seen, rule: dict[str, Any] | None, disputed: bool) -> dict[str, Any]:
    fields = said["fields"]
    free = fields.get("title") or "–"
    return {
        "id": str(facts.entity),
        "title": dict(rule["title"]) if rule else {"nl": free, "en": free},
        "severity": fields["severity"],
        "kind": fields.get("kind", "violation"),
        "legalBasis": rule["legalBasis"] if rule else fields.get("legal_basis"),
        "confidence": rule["confidence"] if rule else None,
        "checklist": fields.get("checklist"),
        "version": fields.get("version"),
        "question": fields.get("question"),
        "rule": fields.get("rule"),
        "recordedAt": instants.wire(facts.at or 0),
        "disputed": disputed,
    }
