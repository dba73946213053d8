"""After an older backup came back: what was acknowledged comes again, with the words said about it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.service import assign, ensure_dossier
from server.core.database import writing
from server.core.ids import derive
from server.dossiers.models import Note
from server.operations.digests import hash_text
from server.sync.authority import authority
from server.sync.models import Batch, Operation, Quarantine, Release
from server.sync.quarantine import listed, release_by_hand
from server.sync.service import release_dossier
from server.sync.signers.ending import end_at
from tests.engines import Sandbox
from tests.factories import backup
from tests.factories.access import ACTION, TEAM_A, VISIT_A
from tests.factories.record import drawn_id
from tests.factories.sending import Tablet, fates

Tablets = Callable[..., Tablet]
ACCEPTED = ("accepted", None)
NOT_ASSIGNED = ("quarantined", "not_assigned")


def _forget(app: Flask) -> None:
    for forget in app.extensions["glashelder.forget"]:
        forget()


def _signer(who: Tablet) -> dict[str, str]:
    return {"text": who.author.text, "signature": who.author.vouched}


def test_a_restored_server_takes_over_fates_and_times_from_its_own_receipts(
    app: Flask, sandbox: Sandbox, tablet: Tablets, scopes: dict[str, str], clock: Any, db: Session
) -> None:
    before = backup.take(sandbox)
    nadia, piet = tablet("nadia"), tablet("piet")
    sent = [
        nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A, "een")]),
        nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A, "twee")]),
    ]
    receipts = nadia.push(*sent)
    aside = piet.author.batch(scopes["joint a"], [piet.note(VISIT_A)])
    told = piet.push(aside)
    backup.restore(sandbox, before)
    clock.forward(hours=5)
    again, other = Tablet(app, "nadia"), Tablet(app, "piet")
    assert again.push(*sent, signers=[_signer(nadia)], receipts=receipts) == receipts
    assert other.push(aside, signers=[_signer(piet)], receipts=told) == told
    times = set(db.scalars(select(Operation.received))) | set(db.scalars(select(Batch.received)))
    assert times == {datetime.fromisoformat("2026-11-25T10:00:00.000Z")}
    assert db.scalars(select(Quarantine.reason)).all() == ["not_assigned"]
    assert len(db.scalars(select(Note)).all()) == 2


def test_a_receipt_that_is_not_ours_or_of_another_batch_counts_for_nothing(
    app: Flask, sandbox: Sandbox, tablet: Tablets, scopes: dict[str, str]
) -> None:
    piet, nadia = tablet("piet"), tablet("nadia")
    (other,) = nadia.push(nadia.author.batch(scopes["joint a"], [nadia.note(VISIT_A)]))
    batch = piet.author.batch(scopes["joint a"], [piet.note(VISIT_A)])
    forged = other["text"].replace(other["text"].split('"batch":"')[1][:43], hash_text(batch["text"]))
    (result,) = piet.push(batch, receipts=[{"text": forged, "signature": other["signature"]}, other])
    assert fates(result) == [NOT_ASSIGNED]


def test_what_was_accepted_then_is_accepted_again_although_rules_would_refuse_it_now(
    app: Flask, sandbox: Sandbox, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    before = backup.take(sandbox)
    piet = tablet("piet")
    with app.app_context(), writing() as session:
        assign(session, VISIT_A, piet.who.member, piet.who.agency, now)
    batch = piet.author.batch(scopes["joint a"], [piet.note(VISIT_A)])
    receipts = piet.push(batch)
    assert fates(receipts[0]) == [ACCEPTED]
    backup.restore(sandbox, before)
    again = Tablet(app, "piet")
    assert again.push(batch, signers=[_signer(piet)], receipts=receipts) == receipts
    assert len(db.scalars(select(Note)).all()) == 1
    other = again.author.batch(scopes["joint a"], [again.note(VISIT_A)])
    assert fates(again.push(other)[0]) == [NOT_ASSIGNED]


def test_a_visit_opened_on_site_is_there_again(
    app: Flask, sandbox: Sandbox, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    before = backup.take(sandbox)
    nadia = tablet("nadia")
    shed = drawn_id("a shed")
    fields = {"action": str(ACTION), "site": None, "label": "schuur", "team": str(TEAM_A), "reason": "licht"}
    fields["place"] = {"lon": "4.2", "lat": "52", "accuracy": None}  # type: ignore[assignment]
    opened = nadia.author.operation("dossier.open", shed, shed, fields)
    sent = nadia.author.batch(f"joint:{shed}", [opened, nadia.note(shed)])
    receipts = nadia.push(sent)
    backup.restore(sandbox, before)
    again = Tablet(app, "nadia")
    assert again.push(sent, signers=[_signer(nadia)], receipts=receipts) == receipts
    assert len(db.scalars(select(Note)).all()) == 1


def test_a_batch_whose_dossier_is_not_here_yet_waits_under_its_own_receipt(
    app: Flask, sandbox: Sandbox, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    before = backup.take(sandbox)
    nadia = tablet("nadia")
    later = derive("planned after the backup")

    def plan() -> int:
        with app.app_context():
            ours = authority()
            with writing() as session:
                ensure_dossier(
                    session,
                    dossier=later,
                    action=ACTION,
                    team=TEAM_A,
                    target=None,
                    site=None,
                    planned=True,
                    opened=now,
                )
                assign(session, later, nadia.who.member, nadia.who.agency, now)
                return release_dossier(session, ours, later, now)

    plan()
    sent = nadia.author.batch(f"joint:{later}", [nadia.note(later)])
    receipts = nadia.push(sent)
    backup.restore(sandbox, before)
    again = Tablet(app, "nadia")
    assert again.push(sent, signers=[_signer(nadia)], receipts=receipts) == receipts
    listing = again.client.get("/api/v1/sync/batches").json
    assert listing["batches"][0]["fates"] == [[nadia.note(later).id, "quarantined", "dossier_unknown"]]
    assert plan() == 1
    assert len(db.scalars(select(Note)).all()) == 1


def test_what_people_let_in_is_let_in_again_by_the_words_of_its_release(
    app: Flask,
    sandbox: Sandbox,
    tablet: Tablets,
    scopes: dict[str, str],
    now: datetime,
    clock: Any,
    db: Session,
) -> None:
    piet = tablet("piet")
    sent = piet.author.batch(scopes["joint a"], [piet.note(VISIT_A)])
    receipts = piet.push(sent)
    before = backup.take(sandbox)
    chosen = listed(db, "NLA", "not_assigned")
    db.rollback()
    release_by_hand(authority(), chosen, now)
    releases = piet.client.get("/api/v1/sync/batches").json["releases"]
    assert len(releases) == 1
    db.rollback()
    backup.restore(sandbox, before)
    clock.forward(hours=1)
    assert (
        piet.push(sent, receipts=receipts, releases=[*releases, {"text": "x", "signature": "y"}]) == receipts
    )
    db.rollback()
    assert db.scalars(select(Release.text)).all() == [releases[0]["text"]]
    assert db.scalars(select(Quarantine)).all() == []
    assert len(db.scalars(select(Note)).all()) == 1


def test_a_signer_that_ended_after_the_backup_stays_ended(
    app: Flask, sandbox: Sandbox, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    nadia = tablet("nadia")
    before = backup.take(sandbox)
    ours = authority()
    db.rollback()
    with writing() as session:
        end_at(session, ours, UUID(nadia.author.id), now)
    backup.restore(sandbox, before)
    _forget(app)
    late = nadia.note(VISIT_A, at="2026-11-25T10:00:00.000Z")
    early = nadia.note(VISIT_A, "vroeg", at="2026-11-25T09:59:59.999Z")
    assert nadia.record(scopes["joint a"], late, early) == [("quarantined", "signer_ended"), ACCEPTED]
