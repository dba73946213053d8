"""Old copy + changes = fresh copy: for every kind of operation and every type of document (style.md, habit
8).

A tablet pulls, something happens, it pulls on; a new tablet starts at 0; a third lost the scope and gained it
again. All three must hold the same. Something that happens and changes nothing would prove nothing, so that
fails too.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from server.access.models import ActionPerson
from server.access.names import agency_of, joint, of
from server.access.service import assign, ensure_share, unassign
from server.core.database import writing
from server.core.ids import derive
from server.operations.kinds import KINDS
from server.sync.service import put_document, remove_document
from tests import cast
from tests.factories import access as world
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import Tablet
from tests.factories.tablet import Device

Tablets = Callable[..., Tablet]
VISIT = world.VISIT_A
SHED = drawn_id("the shed next door")
JOINT = str(joint(VISIT))
LIST = {"checklist": "BRW-BRAND", "version": "0.1.0"}


def filling() -> str:
    return str(derive("instance", VISIT, "BRW-BRAND"))


def fire() -> str:
    return str(agency_of(VISIT, cast.person("nadia").agency))


PLACE = {"lon": "4.22", "lat": "52.01", "accuracy": "8"}
FREE = {"title": "Deur op slot", "severity": "serious", "text": None, "kind": "violation"}
PHOTO = {
    "subject": str(VISIT), "sha256": "A" * 43, "bytes": 9, "mime": "image/png",
    "taken_at": "2026-11-25T09:00:00.000Z",
}  # fmt: skip
OPENED = {
    "action": str(world.ACTION), "site": None, "label": "De schuur ernaast", "team": str(world.TEAM_A),
    "reason": "Gezien", "place": PLACE,
}  # fmt: skip
YES = {"list": "BRW-BRAND", "follow_up": "yes"}
DONE = {"list": "BRW-BRAND", "progress": "done", "reason": None}
ARRIVED = {"state": "arrived", "reason": None}

RECORDED: dict[str, Callable[[Tablet], tuple[str, Wire]]] = {
    "agency.follow_up": lambda t: (fire(), said(t, "agency.follow_up", VISIT, YES)),
    "agency.progress": lambda t: (JOINT, said(t, "agency.progress", VISIT, DONE)),
    "answer.set": lambda t: (JOINT, t.answer(VISIT, "BRA-01", "no")),
    "dossier.open": lambda t: (f"joint:{SHED}", t.author.operation("dossier.open", SHED, SHED, OPENED)),
    "evidence.add": lambda t: (JOINT, said(t, "evidence.add", drawn_id("photo"), PHOTO)),
    "finding.add": lambda t: (JOINT, said(t, "finding.add", drawn_id("finding"), FREE)),
    "finding.decide": lambda t: (JOINT, decided(t)),
    "follow_up.reply": lambda t: (
        fire(), said(t, "follow_up.reply", drawn_id("reply"), {"follow_up": drawn_id("task"), "text": "Ja."}),
    ),
    "instance.create": lambda t: (JOINT, said(t, "instance.create", filling(), {**LIST, "label": None})),
    "instance.sign_off": lambda t: (
        JOINT, said(t, "instance.sign_off", filling(), {**LIST, "instance": filling(), "seen": []}),
    ),
    "note.add": lambda t: (JOINT, t.note(VISIT)),
    "target.skip": lambda t: (JOINT, said(t, "target.skip", VISIT, {"reason": "Hek dicht"})),
    "visit.state": lambda t: (JOINT, said(t, "visit.state", VISIT, ARRIVED)),
    "withdraw": lambda t: (
        JOINT, said(t, "withdraw", drawn_id("note"), {"id": "A" * 43, "of": "note.add", "reason": "Dubbel"}),
    ),
}  # fmt: skip


def said(tablet: Tablet, kind: str, entity: object, fields: dict[str, Any]) -> Wire:
    return tablet.author.operation(kind, VISIT, str(entity), fields)


def decided(tablet: Tablet) -> Wire:
    answer = derive("answer", filling(), "BRA-01")
    fields = {
        **LIST, "instance": filling(), "question": "BRA-01", "rule": "BRA-EXIT", "answers": [],
        "parameters": {}, "decision": "confirm", "reason": None, "severity": "critical", "referrals": [],
    }  # fmt: skip
    return said(tablet, "finding.decide", derive("finding", answer, "BRA-EXIT", tablet.agency), fields)


def test_every_kind_is_here() -> None:
    assert set(RECORDED) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(RECORDED))
def test_of_an_operation_of_each_kind(
    kind: str, tablet: Tablets, scopes: dict[str, str], db: Session, now: datetime
) -> None:
    nadia = tablet("nadia")
    nadia.record(JOINT, nadia.note(VISIT, "Wat er al was"))
    old = Device("nadia")
    old.pull(now)
    before = held(old)
    scope, wire = RECORDED[kind](nadia)
    assert nadia.record(scope, wire) == [("accepted", None)]
    old.pull(now)
    assert held(old) != before, "nothing came: the test would prove nothing"
    assert wire.head in old.held[scope].values()
    equal_to_fresh_and_regained(old, now)


SCOPE_OF = {
    "action": str(of("action", world.ACTION)),
    "counts": str(of("lead", world.ACTION)),
    "directory": str(of("directory", world.ACTION)),
    "follow_up": None,
    "follow_up_status": JOINT,
    "linked_dossiers": str(of("action", world.ACTION)),
    "member": str(of("member", cast.person("nadia").member)),
    "question": fire(),
    "share": str(of("share", derive("share"))),
    "team": str(of("team", world.TEAM_A)),
    "visit": str(of("team", world.TEAM_A)),
}
"""Type of document → a scope that Nadia's tablet pulls it from; None: it is read over REST alone."""


def test_every_type_of_document_is_here() -> None:
    assert set(SCOPE_OF) == {path.name.split(".")[0] for path in Path("schemas/documents").glob("*.json")}


@pytest.mark.parametrize("type", sorted(SCOPE_OF))
def test_of_a_document_of_each_type(
    type: str, tablet: Tablets, scopes: dict[str, str], db: Session, now: datetime
) -> None:
    scope, id = SCOPE_OF[type] or f"inbox:{cast.person('nadia').agency}", UUID(drawn_id(type))
    readers_of_leads_and_shares(now)
    old = Device("nadia")
    old.pull(now)
    for body in ({"n": 1}, {"n": 2}, None, {"n": 3}):
        before = held(old)
        with writing() as session:
            if body is None:
                remove_document(session, scope=scope, id=id, now=now)
            else:
                put_document(session, scope=scope, type=type, id=id, body=body, now=now)
        old.pull(now)
        if SCOPE_OF[type] is None:
            assert held(old) == before, "the inbox leaves no trace on a tablet"
        else:
            assert held(old) != before, "nothing came: the test would prove nothing"
        now = equal_to_fresh_and_regained(old, now)


def readers_of_leads_and_shares(now: datetime) -> None:
    """Nadia also leads the action, and a share is hers, so that her tablet pulls every kind of scope."""
    who = cast.person("nadia")
    with writing() as session:
        session.add(
            ActionPerson(
                action=world.ACTION, team=None, member=who.member, agency=who.agency, since=now,
                role="operational_lead",
            )
        )  # fmt: skip
        ensure_share(session, derive("share"), receiver=who.agency, dossier=VISIT, to_assigned=True)


def held(device: Device) -> tuple[object, ...]:
    return ({name: dict(kept) for name, kept in device.held.items()}, dict(device.cursors))


def equal_to_fresh_and_regained(old: Device, now: datetime) -> datetime:
    """A tablet that starts at 0, and one that lost its visit and got it back, hold what the old one holds.

    Answers the time it is afterwards.
    """
    fresh = Device("nadia")
    fresh.pull(now)
    assert (fresh.held, fresh.cursors, fresh.batches) == (old.held, old.cursors, old.batches)
    who = cast.person("nadia")
    later = now + timedelta(seconds=1)
    with writing() as session:
        unassign(session, VISIT, who.member, who.agency, later)
    old.pull(later)
    assert fire() not in old.held
    again = later + timedelta(seconds=1)
    with writing() as session:
        assign(session, VISIT, who.member, who.agency, again)
    old.pull(again)
    assert (fresh.held, fresh.cursors, fresh.batches) == (old.held, old.cursors, old.batches)
    return again
