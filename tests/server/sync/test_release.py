"""Letting in what was set aside: by the server when what was missing comes, by people for who may write."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from server.access.service import assign, ensure_dossier
from server.checklists.service import load
from server.core.clock import from_ms, to_ms
from server.core.database import writing
from server.core.ids import derive
from server.core.jobs import run_due
from server.dossiers.models import Answer, Note
from server.identity.models import Membership
from server.operations.receipt import read_release
from server.sync.authority import authority
from server.sync.models import Operation, Quarantine, Release, ScopeEntry
from server.sync.quarantine import NotReleasable, groups, listed, release_by_hand
from server.sync.service import release_dossier
from server.sync.waiting import release_all
from tests.factories.access import ACTION, TEAM_A, VISIT_A
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import Tablet

Tablets = Callable[..., Tablet]
ACCEPTED = ("accepted", None)
DOSSIER_UNKNOWN = ("quarantined", "dossier_unknown")


def _make(app: Flask, dossier: Any, who: Tablet, now: datetime) -> int:
    """Make a planned dossier for somebody, as the planning of an action does."""
    with app.app_context():
        ours = authority()
        with writing() as session:
            ensure_dossier(
                session,
                dossier=dossier,
                action=ACTION,
                team=TEAM_A,
                target=None,
                site=None,
                planned=True,
                opened=now,
            )
            assign(session, dossier, who.who.member, who.who.agency, now)
            return release_dossier(session, ours, dossier, now)


def test_what_waits_for_a_dossier_is_let_in_by_the_transaction_that_makes_it(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, clock: Any, db: Session
) -> None:
    nadia = tablet("nadia")
    later = derive("a visit planned later")
    assert (
        nadia.record(f"joint:{later}", nadia.note(later), nadia.note(later, "twee")) == [DOSSIER_UNKNOWN] * 2
    )
    received = db.scalar(select(Quarantine.received))
    clock.forward(hours=2)
    assert _make(app, later, nadia, clock.now()) == 2
    db.rollback()
    assert db.scalars(select(Quarantine)).all() == []
    assert {one.received for one in db.scalars(select(Operation))} == {received}
    assert len(db.scalars(select(Note)).all()) == len(db.scalars(select(ScopeEntry)).all()) == 2
    told = read_release(db.scalars(select(Release.text)).all()[0])
    assert (told.scope, told.at) == (f"joint:{later}", "2026-11-25T12:00:00.000Z")


def test_what_waits_for_a_dossier_opened_on_site_is_let_in_when_its_opening_arrives(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    shed = drawn_id("a shed that others write in first")
    assert defne.record(f"joint:{shed}", defne.note(shed)) == [DOSSIER_UNKNOWN]
    fields = {"action": str(ACTION), "site": str(derive("site")), "label": None, "team": str(TEAM_A)}
    opened = nadia.author.operation("dossier.open", shed, shed, fields | {"reason": "licht"})
    assert nadia.record(f"joint:{shed}", opened) == [ACCEPTED]
    assert db.scalars(select(Quarantine)).all() == []
    assert len(db.scalars(select(Release)).all()) == 1
    assert len(db.scalars(select(Note)).all()) == 1


def _newer(folder: Path) -> None:
    """A library with a newer version of one list."""
    source = yaml.safe_load((Path("seeds") / "checklists" / "BRW-BRAND.yaml").read_text())
    (folder / "checklists").mkdir(parents=True)
    for path in Path("seeds").glob("*.yaml"):
        (folder / path.name).write_text(path.read_text())
    for path in (Path("seeds") / "checklists").glob("*.yaml"):
        (folder / "checklists" / path.name).write_text(path.read_text())
    source["version"] = "0.2.0"
    (folder / "checklists" / "BRW-BRAND.yaml").write_text(yaml.safe_dump(source, allow_unicode=True))


def test_what_waits_for_a_checklist_version_is_let_in_when_that_is_loaded(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, tmp_path: Path, db: Session
) -> None:
    nadia = tablet("nadia")
    answer = nadia.answer(VISIT_A, "BRA-01", "no", fields={"version": "0.2.0"})
    assert nadia.record(scopes["joint a"], answer) == [("quarantined", "checklist_unknown")]
    _newer(tmp_path)
    with app.app_context():
        with writing() as session:
            load(session, now, tmp_path)
        run_due()
    db.rollback()
    assert db.scalars(select(Quarantine)).all() == []
    assert db.scalar(select(Answer.version)) == "0.2.0"


def test_what_is_let_in_is_judged_by_all_rules(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    nadia, piet = tablet("nadia"), tablet("piet")
    later = derive("a visit planned later")
    piet.record(f"joint:{later}", piet.note(later))
    nadia.record(f"joint:{later}", nadia.note(later))
    assert _make(app, later, nadia, now) == 1
    db.rollback()
    assert db.scalars(select(Quarantine.reason)).all() == ["not_assigned"]
    assert db.scalars(select(Quarantine.missing)).all() == [None]


def test_nothing_waits_for_ever_because_nobody_asked(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    nadia = tablet("nadia")
    later = derive("a visit planned later")
    nadia.record(f"joint:{later}", nadia.note(later))
    tea = nadia.author.operation("tea.drink", VISIT_A, drawn_id("tea"), {"cups": 2})
    nadia.record(scopes["joint a"], tea, Wire('{"t":"op","v":2}', ("x",)))
    with app.app_context():
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
        assert release_all(authority(), now) == 1
        assert release_all(authority(), now) == 0
    db.rollback()
    assert sorted(db.scalars(select(Quarantine.reason))) == ["kind_unknown", "version_unknown"]


def test_a_person_lets_in_what_somebody_wrote_who_was_not_assigned(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    piet = tablet("piet")
    wrong = piet.author.operation("note.add", VISIT_A, derive("not drawn"), {"text": "x", "subject": None})
    piet.record(scopes["joint a"], piet.note(VISIT_A), wrong)
    (one,) = [group for group in groups(db) if group.reason == "not_assigned"]
    assert (one.agency, one.number) == ("NLA", 1)
    chosen = listed(db, "NLA", "not_assigned")
    db.rollback()
    assert release_by_hand(authority(), chosen, now) == 1
    assert db.scalars(select(Quarantine.reason)).all() == ["entity"]
    assert len(db.scalars(select(Note)).all()) == 1


def test_nobody_lets_in_what_is_not_a_matter_of_who(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, db: Session
) -> None:
    nadia = tablet("nadia")
    nadia.record(scopes["joint a"], nadia.answer(VISIT_A, "BRA-01", "maybe"), nadia.note(derive("elsewhere")))
    for reason in ("value", "scope"):
        chosen = listed(db, nadia.who.agency_code, reason)
        db.rollback()
        assert len(chosen) == 1
        with pytest.raises(NotReleasable, match="issues it again"):
            release_by_hand(authority(), chosen, now)


def test_what_was_frozen_after_its_signer_ended_is_set_aside_until_a_person_lets_it_in(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime, clock: Any, db: Session
) -> None:
    nadia = tablet("nadia")
    ended = to_ms(now) + 60_000
    with app.app_context(), writing() as session:
        mine = update(Membership).where(Membership.member == nadia.who.member)
        session.execute(mine.values(until=from_ms(ended)))
    before = nadia.note(VISIT_A, "op tijd", at="2026-11-25T10:00:59.999Z")
    after = nadia.note(VISIT_A, "te laat", at="2026-11-25T10:01:00.000Z")
    sealed = nadia.author.batch(scopes["joint a"], [before, after])
    clock.forward(hours=1)
    # A colleague's session on the same device brings what she had not sent yet.
    sem = Tablet(app, "sem", device=nadia.who.device)
    assert [one[:2] for one in sem.fates_of(sealed)] == [ACCEPTED, ("quarantined", "signer_ended")]
    chosen = listed(db, nadia.who.agency_code, "signer_ended")
    db.rollback()
    assert release_by_hand(authority(), chosen, clock.now()) == 1
    assert len(db.scalars(select(Note)).all()) == 2


def test_the_command_shows_reasons_and_numbers_but_nothing_of_what_was_written(
    app: Flask, tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    piet = tablet("piet")
    piet.record(scopes["joint a"], piet.note(VISIT_A, "een geheim"))
    run = app.test_cli_runner()
    shown = run.invoke(args=["quarantine", "list"]).output
    assert "NLA\tnot_assigned\t1\tsince 2026-11-25T10:00:00.000Z" in shown
    one_by_one = run.invoke(args=["quarantine", "list", "--agency", "NLA", "--reason", "not_assigned"]).output
    assert str(VISIT_A) in one_by_one
    assert "geheim" not in shown + one_by_one
    assert run.invoke(args=["quarantine", "release", "NLA", "not_assigned"]).output == "1 of 1 let in\n"
    assert run.invoke(args=["quarantine", "list"]).output == "nothing is set aside\n"
