"""What somebody could sign to change, hide or take over what others recorded, and what a broken clock can do.

Each of these is well signed: the rules and the fold must hold, not the signature.
"""

import random
import string
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.core import base64url
from server.dossiers.models import Finding, Note
from server.operations.digests import hash_text
from server.sync.models import Operation, Quarantine, Release
from tests import cast
from tests.factories import backup
from tests.factories.access import ACTION, TEAM_A, TEAM_B, VISIT_A
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import Tablet, fates
from tests.server.sync.conftest import Tablets

ACCEPTED = ("accepted", None)
LATE = {"at": "9999-12-31T23:59:59.999Z", "offset": 10**13}
EARLY = {"at": "0001-01-01T00:00:00.000Z", "offset": -(10**13)}
FINDING = {"title": "Nooduitgang dicht", "severity": "critical", "text": None, "kind": "violation"}


def aside(reason: str) -> tuple[str, str]:
    return ("quarantined", reason)


def opened(tablet: Tablet, dossier: str, **more: Any) -> Wire:
    told = {"action": str(ACTION), "site": None, "label": "Kas", "team": str(TEAM_A), "reason": "ernaast"}
    told["place"] = {"lon": "4.2", "lat": "52", "accuracy": None}
    return tablet.author.operation("dossier.open", dossier, dossier, told | more)


def vouched(tablet: Tablet) -> dict[str, str]:
    return {"text": tablet.author.text, "signature": tablet.author.vouched}


def releases(db: Session) -> list[dict[str, str]]:
    told = [{"text": r.text, "signature": base64url.encode(r.signature)} for r in db.scalars(select(Release))]
    db.rollback()
    return told


def photo(tablet: Tablet, taken: str) -> Wire:
    told = {"subject": str(VISIT_A), "sha256": hash_text("x"), "bytes": 10, "mime": "image/jpeg"}
    return tablet.author.operation("evidence.add", VISIT_A, drawn_id("photo"), told | {"taken_at": taken})


# --- words of ours in another place


def test_a_release_lets_an_operation_into_its_own_scope_alone(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    dossier = drawn_id("a shed next door")
    note = nadia.note(dossier, "eerder dan het bezoek")
    assert nadia.record(f"joint:{dossier}", note) == [aside("dossier_unknown")]
    assert nadia.record(f"joint:{dossier}", opened(nadia, dossier)) == [ACCEPTED]
    told = releases(db)
    foreign = f"agency:{dossier}:{cast.person('defne').agency}"
    (result,) = nadia.push(nadia.author.batch(foreign, [note]), releases=told)
    assert fates(result) == [aside("scope")]
    there = select(func.count()).select_from(Operation).join(Scope, Scope.id == Operation.scope)
    assert db.scalar(there.where(Scope.name == foreign)) == 0
    assert releases(db) == told


def test_a_release_lets_nobody_bring_anothers_operation(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    dossier = drawn_id("a shed next door")
    note = nadia.note(dossier, "eerder dan het bezoek")
    nadia.record(f"joint:{dossier}", note)
    (result,) = defne.push(defne.author.batch(f"joint:{dossier}", [note]))
    assert fates(result) == [aside("signer")]
    nadia.record(f"joint:{dossier}", opened(nadia, dossier))
    defne.push(defne.author.batch(f"joint:{dossier}", []), releases=releases(db))
    row = db.scalars(select(Operation).where(Operation.kind == "note.add")).one()
    assert str(row.signer) == nadia.author.id
    assert db.scalars(select(Note.agency)).one() == nadia.who.agency


# --- after a restore


def restored(app: Flask, sandbox: Any, who: Tablet, batch: Mapping[str, Any], before: Any) -> Any:
    """Send a batch, restore an older backup, offer the batch again with its receipt."""
    told = who.push(batch)
    backup.restore(sandbox, before)
    again = Tablet(app, who.who.key)
    (result,) = again.push(batch, signers=[vouched(who)], receipts=told)
    return fates(told[0]), fates(result)


def test_a_misfit_that_was_set_aside_stops_nothing_after_a_restore(
    app: Flask, sandbox: Any, tablet: Tablets, scopes: dict[str, str]
) -> None:
    before = backup.take(sandbox)
    nadia = tablet("nadia")
    bad = nadia.author.operation("answer.set", VISIT_A, drawn_id("x"), {"checklist": "BRW-BRAND", "value": 1})
    batch = nadia.author.batch(scopes["joint a"], [bad, nadia.note(VISIT_A, "belangrijk")])
    then, now = restored(app, sandbox, nadia, batch, before)
    assert then == now == [aside("schema"), ACCEPTED]


@pytest.mark.parametrize("fields", [{}, {"action": None}, {"site": 7}])
def test_an_opening_that_was_set_aside_opens_nothing_after_a_restore(
    app: Flask, sandbox: Any, tablet: Tablets, scopes: dict[str, str], db: Session, fields: dict[str, Any]
) -> None:
    before = backup.take(sandbox)
    piet = tablet("piet")
    dossier = drawn_id("not his team")
    batch = piet.author.batch(f"joint:{dossier}", [opened(piet, dossier, **fields)])
    then, now = restored(app, sandbox, piet, batch, before)
    assert then == now
    assert db.scalar(select(Dossier).where(Dossier.planned.is_(False))) is None


# --- somebody else's record


def test_who_sends_a_colleagues_record_changes_nothing_for_the_colleague(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    piet, nadia = tablet("piet"), tablet("nadia")
    note = piet.note(VISIT_A, "toch belangrijk")
    assert piet.record(scopes["joint a"], note) == [aside("not_assigned")]
    assert nadia.record(scopes["joint a"], note) == [aside("signer")]
    (batch,) = piet.client.get("/api/v1/sync/batches").json["batches"]
    assert batch["fates"] == [[note.id, *aside("not_assigned")]]
    assert sorted(db.scalars(select(Quarantine.reason))) == ["not_assigned", "signer"]


def test_a_fork_does_not_take_away_what_a_record_waits_for(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    dossier = drawn_id("a shed next door")
    note = nadia.note(dossier, "eerder dan het bezoek")
    scope = f"joint:{dossier}"
    assert nadia.record(scope, note) == [aside("dossier_unknown")]
    chains = nadia.author.chains
    right, chains[scope] = chains[scope], chains[scope][:1]  # a copied profile goes on from the same place
    assert nadia.record(scope, note, nadia.note(dossier, "kopie")) == [aside("fork"), aside("fork")]
    chains[scope] = right
    assert nadia.record(scope, opened(nadia, dossier)) == [ACCEPTED]
    assert db.scalar(select(func.count()).select_from(Note)) == 1


def test_a_resolution_that_keeps_nothing_takes_nothing_away(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    answer = nadia.answer(VISIT_A, "BRA-01", "no")
    assert nadia.record(scopes["joint a"], answer) == [ACCEPTED]
    nothing = hash_text("nothing")
    told = {"resolution": {"keep": [nothing], "lead": nothing}, "reason": "weg"}
    defne.record(scopes["joint a"], defne.answer(VISIT_A, "BRA-01", "yes", base=[answer.id], fields=told))
    (shown,) = nadia.client.get(f"/api/v1/dossiers/{VISIT_A}/answers").json["answers"]
    assert shown["value"] == "no"


def test_a_resolution_turns_no_correction_back_and_keeps_nothing_withdrawn(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    joint = scopes["joint a"]
    first = nadia.answer(VISIT_A, "BRA-01", "yes")
    second = nadia.answer(VISIT_A, "BRA-01", "no", base=[first.id])
    assert nadia.record(joint, first, second) == [ACCEPTED] * 2
    told = {"resolution": {"keep": [first.id], "lead": first.id}, "reason": "toch"}
    defne.record(joint, defne.answer(VISIT_A, "BRA-01", "yes", base=[second.id], fields=told))
    (shown,) = nadia.client.get(f"/api/v1/dossiers/{VISIT_A}/answers").json["answers"]
    assert (shown["value"], shown["withdrawn"]) == ("no", False)


def test_a_field_named_resolution_lets_nobody_replace_a_photo(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    mine = photo(nadia, "2026-11-25T10:00:00.000Z")
    assert nadia.record(scopes["joint a"], mine) == [ACCEPTED]
    told = {"subject": str(VISIT_A), "sha256": hash_text("false"), "bytes": 10, "mime": "image/jpeg"}
    told |= {"taken_at": "2026-11-25T10:00:00.000Z", "reason": "x"}
    told["resolution"] = {"keep": [mine.id], "lead": mine.id}
    theirs = defne.author.operation("evidence.add", VISIT_A, drawn_id("photo"), told, base=[mine.id])
    assert defne.record(scopes["joint a"], theirs) == [aside("entity")]


@pytest.mark.parametrize("when", [{"at": "2001-01-01T00:00:00.000Z"}, {}])
def test_a_finding_stays_with_the_agency_that_recorded_it(
    tablet: Tablets, scopes: dict[str, str], db: Session, when: dict[str, Any]
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    entity = drawn_id("a finding of nadia")
    mine = nadia.author.operation("finding.add", VISIT_A, entity, FINDING)
    assert nadia.record(scopes["joint a"], mine) == [ACCEPTED]
    told = FINDING | {"title": "Niets aan de hand", "kind": "good_practice", "severity": "minor"}
    theirs = defne.author.operation("finding.add", VISIT_A, entity, told, base=[mine.id], **when)
    assert defne.record(scopes["joint a"], theirs) == [aside("entity")]
    row = db.scalars(select(Finding)).one()
    assert (row.owner, row.title) == (nadia.who.agency, FINDING["title"])


def test_a_visit_that_is_here_is_opened_again_only_by_those_at_it(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia, piet = tablet("nadia"), tablet("piet")
    dossier = drawn_id("a shed next door")
    assert nadia.record(f"joint:{dossier}", opened(nadia, dossier)) == [ACCEPTED]
    other = opened(piet, dossier, team=str(TEAM_B), label="Iets anders")
    assert piet.record(f"joint:{dossier}", other) == [aside("not_assigned")]
    planned = opened(piet, str(VISIT_A), team=str(TEAM_B), label="Iets anders")
    assert piet.record(scopes["joint a"], planned) == [aside("entity")]


# --- days, clocks and names that cannot be


@pytest.mark.parametrize("taken", ["2026-02-30T10:00:00.000Z", "0000-01-01T10:00:00.000Z"])
def test_a_day_that_does_not_exist_is_set_aside_and_stops_nothing(
    tablet: Tablets, scopes: dict[str, str], taken: str
) -> None:
    nadia = tablet("nadia")
    told = nadia.record(scopes["joint a"], photo(nadia, taken), nadia.note(VISIT_A))
    assert told == [aside("schema"), ACCEPTED]


@pytest.mark.parametrize("when", [LATE, EARLY], ids=["late", "early"])
def test_a_clock_at_the_end_of_time_takes_no_list_away(
    tablet: Tablets, scopes: dict[str, str], when: dict[str, Any]
) -> None:
    nadia, karin = tablet("nadia"), tablet("karin")
    arrived = nadia.author.operation(
        "visit.state", VISIT_A, VISIT_A, {"state": "arrived", "reason": None}, **when
    )
    note, answer = nadia.note(VISIT_A, "later", **when), nadia.answer(VISIT_A, "BRA-01", "no", **when)
    assert nadia.record(scopes["joint a"], arrived, note, answer) == [ACCEPTED] * 3
    paths = ["", f"/{VISIT_A}", *(f"/{VISIT_A}/{name}" for name in ("answers", "timeline"))]
    for who in (nadia, karin):
        for path in paths:
            answer_of = who.client.get("/api/v1/dossiers" + path)
            assert answer_of.status_code == 200, path


def test_a_kind_with_an_endless_name_is_set_aside_and_stops_nothing(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    kind = "".join(random.Random(1).choices(string.ascii_lowercase, k=7000))
    odd = nadia.author.operation(kind, VISIT_A, drawn_id("y"), {"pad": None})
    assert nadia.record(scopes["joint a"], odd, nadia.note(VISIT_A)) == [aside("kind_unknown"), ACCEPTED]


def test_a_withdrawal_of_a_later_kind_waits_for_the_upgrade(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    told = {"id": hash_text("later"), "of": "sample.take", "reason": "vergissing"}
    later = nadia.author.operation("withdraw", VISIT_A, drawn_id("sample"), told)
    assert nadia.record(scopes["joint a"], later) == [aside("kind_unknown")]
    assert db.scalars(select(Quarantine.missing)).one() == "kind:sample.take"


def test_nothing_withdraws_a_withdrawal(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    told = {"id": hash_text("x"), "of": "withdraw", "reason": "vergissing"}
    odd = nadia.author.operation("withdraw", VISIT_A, drawn_id("x"), told)
    assert nadia.record(scopes["joint a"], odd) == [aside("schema")]


def test_a_finding_is_dismissed_with_a_reason(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    entity = drawn_id("a finding of nadia")
    mine = nadia.author.operation("finding.add", VISIT_A, entity, FINDING)
    told = FINDING | {"decision": "dismiss", "reason": None, "referrals": []}
    silent = nadia.author.operation("finding.decide", VISIT_A, entity, told, base=[mine.id])
    assert nadia.record(scopes["joint a"], mine, silent) == [ACCEPTED, aside("schema")]
