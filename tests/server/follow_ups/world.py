"""A visit with its recorders, desks and lead, for tests of what follows from findings."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import ActionAgency, Dossier, Scope
from server.access.names import agency_of, class_of, joint
from server.checklists.service import load
from server.core.clock import to_wire
from server.core.database import db as extension
from server.core.database import writing
from server.core.ids import derive
from server.operations.head import read_head
from server.sites.service import add
from server.sync.models import Document
from server.sync.service import put_document
from tests import cast
from tests.factories import access as world
from tests.factories.record import Wire, drawn_id
from tests.factories.recording import enrolled, record, work
from tests.factories.tablet import Device

VISIT = world.VISIT_A
JOINT = str(joint(VISIT))
ON_ACTION = ("nadia", "defne", "joris", "noor", "koen", "otto")
"""One of each agency that takes part in the action; SNCU, Otto's, is private."""
RECORDERS = ("nadia", "defne", "joris", "noor", "sem")


def agency(key: str) -> UUID:
    return cast.person(key).agency


def own(key: str) -> str:
    """The scope of somebody's agency at the visit."""
    return str(agency_of(VISIT, agency(key)))


def of_class(key: str, name: str) -> str:
    return str(class_of(VISIT, name, agency(key)))


class Visit:
    """The visit, its people, and what each of them is told."""

    def __init__(self, client: FlaskClient, now: datetime) -> None:
        self.client, self.now = client, now
        with writing() as session:
            cast.load(session, now - timedelta(days=1))
            load(session, now)
            world.build(session, now - timedelta(hours=2))
            self._place(session)
            self.authors = {key: enrolled(session, key) for key in RECORDERS}
            for key in ON_ACTION:
                session.add(ActionAgency(action=world.ACTION, agency=agency(key)))
            body = {"id": str(world.ACTION), "title": "Controle Westland"}
            put_document(
                session, scope=f"action:{world.ACTION}", type="action", id=world.ACTION, body=body, now=now
            )

    def _place(self, session: Session) -> None:
        fields = {
            "name": "De Zonneglans BV", "address": "Zwethlaan 41", "town": "Honselersdijk",
            "municipality": "GM1783", "lon": 4.22, "lat": 52.01, "fictitious": True,
        }  # fmt: skip
        session.get_one(Dossier, VISIT).site = add(session, fields, self.now).id

    # What people record.

    def decide(
        self,
        key: str = "nadia",
        *,
        checklist: str = "BRW-BRAND",
        question: str = "BRA-01",
        rule: str = "BRA-EXIT",
        scope: str = JOINT,
        decision: str = "confirm",
        severity: str = "critical",
        referrals: Sequence[dict[str, Any]] = (),
        base: Sequence[str] = (),
        minutes: int = 0,
    ) -> Wire:
        """A decision on a proposal."""
        filling = drawn_id(f"filling {checklist} {key}")
        entity = derive("finding", derive("answer", filling, question), rule, agency(key))
        fields = {
            "checklist": checklist, "version": "0.1.0", "instance": filling, "question": question,
            "rule": rule, "answers": [], "parameters": {}, "decision": decision, "severity": severity,
            "reason": None if decision == "confirm" else "Bij nader inzien", "referrals": list(referrals),
        }  # fmt: skip
        wire = self.authors[key].operation(
            "finding.decide", VISIT, entity, fields, base=base, at=self.time(minutes)
        )
        self.record(key, scope, wire)
        return wire

    def add(
        self, key: str, scope: str, title: str, *, referrals: Sequence[dict[str, Any]] = (), **more: Any
    ) -> Wire:
        """A free finding."""
        fields = {
            "title": title, "severity": "serious", "text": None, "kind": "violation",
            "legal_basis": "APV 2:10", "referrals": list(referrals), **more,
        }  # fmt: skip
        wire = self.authors[key].operation("finding.add", VISIT, drawn_id(title), fields, at=self.time(0))
        self.record(key, scope, wire)
        return wire

    def over(
        self, key: str, wire: Wire, fields: dict[str, Any], base: Sequence[str], minutes: int = 9
    ) -> Wire:
        """A decision on the finding that `wire` is about."""
        head = read_head(wire.head)
        return self.authors[key].operation(
            "finding.decide", head.dossier, head.entity, fields, base=base, at=self.time(minutes)
        )

    def withdraw(self, key: str, scope: str, wire: Wire, of: str) -> None:
        """A withdrawal of `wire` by its own agency."""
        head = read_head(wire.head)
        fields = {"id": wire.id, "of": of, "reason": "Vergissing"}
        mark = self.authors[key].operation("withdraw", VISIT, head.entity, fields, at=self.time(30))
        self.record(key, scope, mark)

    def reply(self, key: str, follow_up: str, text: str, *, scope: str | None = None) -> Wire:
        fields = {"follow_up": follow_up, "text": text}
        wire = self.authors[key].operation("follow_up.reply", VISIT, drawn_id(f"reply {text}"), fields)
        self.record(key, scope or own(key), wire)
        return wire

    def record(self, key: str, scope: str, *wires: Wire) -> None:
        """Take operations of one scope as accepted, and do the work that follows."""
        record(self.authors[key], scope, wires, self.now)

    def time(self, minutes: int) -> str:
        return to_wire(self.now + timedelta(minutes=minutes - 60))

    # What people are told.

    def get(self, key: str, path: str, status: int = 200) -> Any:
        cast.sign_in(self.client, key)
        answer = self.client.get(f"/api/v1{path}")
        assert answer.status_code == status, answer.text
        return answer.json

    def inbox(self, key: str, view: str = "open", **more: str) -> list[Any]:
        query = "&".join(f"{name}={value}" for name, value in more.items())
        return list(self.get(key, f"/follow-ups?view={view}&{query}")["followUps"])

    def act(self, key: str, id: str, verb: str, body: Any = None, *, version: int | None = None) -> Any:
        """Decide by the route that people use; the answer."""
        seen = version or self.get(key, f"/follow-ups/{id}")["version"]
        cast.sign_in(self.client, key)
        send = self.client.delete if verb == "decision" else self.client.post
        more = {} if verb in ("decision", "start") else {"json": body}
        answer = send(f"/api/v1/follow-ups/{id}/{verb}", headers={"If-Match": f'"{seen}"'}, **more)
        if answer.status_code < 300:
            work()
        return answer

    def tablet(self, key: str, type: str) -> list[Any]:
        """The bodies of all documents of a type that somebody's new tablet holds."""
        device = Device(key)
        device.pull(self.now)
        return list(device.documents(type).values())

    def documents(self, scope: str) -> dict[str, Any]:
        """Everything that stands in a scope as documents, by type: what its readers could read at most."""
        session = extension.session()
        session.rollback()
        rows = session.execute(
            select(Document.type, Document.body)
            .join(Scope, Scope.id == Document.scope)
            .where(Scope.name == scope)
        )
        return {type: orjson.loads(body) for type, body in rows}


ACCEPTANCE = {"measure": "penalty_order", "dueOn": "2026-12-08", "handler": None}


def referral(to: str, action: str = "advice", days: int = 5) -> dict[str, Any]:
    """What an inspector chooses to tell another agency."""
    return {
        "receiver": str(agency(to)), "action": action, "dueDays": days,
        "legalBasis": "eigen_waarneming", "sentence": "Kijk naar het gebruik van de loods.",
    }  # fmt: skip
