"""What becomes of one operation: each reason of decision 0001, and who it does not stop."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.access.service import assign
from server.checklists.service import content, open_here
from server.core.database import writing
from server.core.ids import derive
from server.operations.digests import hash_text
from server.sync.models import Operation, Quarantine
from tests.factories.access import ACTION, TEAM_A, TEAM_B, VISIT_A
from tests.factories.record import Wire, drawn_id, write
from tests.factories.sending import VERSION, Tablet

Tablets = Callable[..., Tablet]
ACCEPTED = ("accepted", None)


def aside(reason: str) -> tuple[str, str]:
    return ("quarantined", reason)


def _raw(head: str, *fields: str) -> Wire:
    return Wire(head, fields)


def test_an_operation_whose_texts_cannot_be_read_is_kept_as_it_came(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    good = nadia.note(VISIT_A)
    head = good.head
    bad_field = [
        "[1,2,3]",
        '["AAAAAAAAAAAAAAAAAAAAAA","text","\\u0000"]',
        '["AAAAAAAAAAAAAAAAAAAAAA","text",1.5]',
        "\n",
    ]
    wires = [good, _raw("{", "x"), _raw('{"t":"op"}', "x", "y"), _raw(head + "\n", *good.fields)]
    for text in bad_field:
        told = orjson.loads(head) | {"fields": [hash_text(text)]}
        wires.append(_raw(orjson.dumps(told).decode(), text))
    assert nadia.record(scopes["joint a"], *wires) == [ACCEPTED, *[aside("text")] * (len(wires) - 1)]
    kept = {orjson.loads(row.head): orjson.loads(row.fields) for row in db.scalars(select(Quarantine))}
    assert kept == {wire.head: list(wire.fields) for wire in wires[1:]}


def test_a_head_of_a_later_version_waits_for_the_upgrade(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    assert nadia.record(scopes["joint a"], _raw('{"t":"op","v":2}', "x")) == [aside("version_unknown")]
    assert db.scalar(select(Quarantine.missing)) == "version:2"


def test_a_kind_that_nobody_knows_waits_for_the_upgrade(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    wire = nadia.author.operation("tea.drink", VISIT_A, drawn_id("tea"), {"cups": 2})
    assert nadia.record(scopes["joint a"], wire) == [aside("kind_unknown")]
    assert db.scalar(select(Quarantine.missing)) == "kind:tea.drink"


def test_an_operation_of_another_signer_or_dossier_is_set_aside(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    foreign = write(drawn_id("signer x"), "note.add", VISIT_A, drawn_id("n"), {"text": "a", "subject": None})
    elsewhere = nadia.note(derive("another visit"))
    assert nadia.record(scopes["joint a"], foreign, elsewhere) == [aside("signer"), aside("scope")]


def test_fields_that_do_not_fit_the_schema_are_set_aside(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    wires = [
        nadia.author.operation("note.add", VISIT_A, drawn_id("n"), {"text": ""}),
        nadia.author.operation("visit.state", VISIT_A, VISIT_A, {"state": "gone", "reason": None}),
        nadia.answer(VISIT_A, "BRA-99", "yes"),
        nadia.note(VISIT_A),
    ]
    expected = [aside("schema"), aside("schema"), aside("schema"), ACCEPTED]
    assert nadia.record(scopes["joint a"], *wires) == expected


@pytest.mark.parametrize(
    ("key", "word", "kind", "fields", "fate"),
    [
        ("nadia", "fire a", "visit.state", {"state": "arrived", "reason": None}, aside("scope")),
        ("nadia", "joint a", "visit.state", {"state": "arrived", "reason": None}, ACCEPTED),
        ("joris", "joint a", "agency.follow_up", {"list": "POL-X", "follow_up": "yes"}, aside("scope")),
        ("joris", "police a", "agency.follow_up", {"list": "POL-X", "follow_up": "yes"}, ACCEPTED),
        ("joris", "joint a", "agency.progress", {"list": "X", "progress": "busy", "reason": None}, ACCEPTED),
        ("nadia", "police a", "note.add", {"text": "x", "subject": None}, aside("scope")),
        ("nadia", "wpg a", "note.add", {"text": "x", "subject": None}, aside("scope")),
        ("joris", "wpg a", "note.add", {"text": "x", "subject": None}, ACCEPTED),
        ("fatima", "wpg a", "note.add", {"text": "x", "subject": None}, aside("role")),
        ("fatima", "police a", "note.add", {"text": "x", "subject": None}, ACCEPTED),
        ("noor", "joint a", "follow_up.reply", {"follow_up": drawn_id("f"), "text": "x"}, aside("scope")),
        ("noor", "labour a", "follow_up.reply", {"follow_up": drawn_id("f"), "text": "x"}, ACCEPTED),
        ("piet", "joint a", "note.add", {"text": "x", "subject": None}, aside("not_assigned")),
        ("karin", "joint a", "note.add", {"text": "x", "subject": None}, aside("not_assigned")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_who_may_write_what_where(
    tablet: Tablets, scopes: dict[str, str], key: str, word: str, kind: str, fields: dict[str, Any], fate: Any
) -> None:
    who = tablet(key)
    visits = ("visit.state", "agency.follow_up", "agency.progress")
    entity = VISIT_A if kind in visits else drawn_id(f"{key} {word} {kind}")
    assert who.record(scopes[word], who.author.operation(kind, VISIT_A, entity, fields)) == [fate]


def test_an_entity_that_does_not_follow_from_its_parts_is_set_aside(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia = tablet("nadia")
    answer = nadia.answer(VISIT_A, "BRA-01", "yes")
    told = orjson.loads(answer.head) | {"entity": drawn_id("elsewhere")}
    moved = _raw(orjson.dumps(told).decode(), *answer.fields)
    fields = {"checklist": "BRW-BRAND", "version": VERSION, "label": None}
    drawn = nadia.author.operation("instance.create", VISIT_A, drawn_id("i"), fields)
    derived = nadia.author.operation(
        "instance.create", VISIT_A, derive("instance", VISIT_A, "BRW-BRAND"), fields
    )
    note = nadia.note(VISIT_A, entity=derive("not drawn"))
    expected = [aside("entity"), aside("entity"), ACCEPTED, aside("entity")]
    assert nadia.record(scopes["joint a"], moved, drawn, derived, note) == expected


def test_a_filling_of_which_a_visit_holds_many_has_a_drawn_id(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    fatima = tablet("fatima")
    fields = {"checklist": "VTG-TRANSPORT", "version": VERSION, "label": "AB-12-CD"}
    wires = [
        fatima.author.operation("instance.create", VISIT_A, drawn_id("car"), fields),
        fatima.author.operation(
            "instance.create", VISIT_A, derive("instance", VISIT_A, "VTG-TRANSPORT", fatima.agency), fields
        ),
    ]
    assert fatima.record(scopes["police a"], *wires) == [ACCEPTED, aside("entity")]


def test_only_the_lists_agency_fills_it_but_anyone_at_the_visit_resolves(
    tablet: Tablets, scopes: dict[str, str]
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    first, other = nadia.answer(VISIT_A, "BRA-01", "yes"), nadia.answer(VISIT_A, "BRA-01", "no", salt="b")
    assert nadia.record(scopes["joint a"], first, other) == [ACCEPTED, ACCEPTED]
    assert defne.record(scopes["joint a"], defne.answer(VISIT_A, "BRA-02", "no")) == [aside("writers")]
    kept = {"resolution": {"keep": [first.id], "lead": first.id}, "reason": "gezien"}
    resolved = defne.answer(VISIT_A, "BRA-01", "yes", base=[first.id, other.id], fields=kept)
    signed = {"checklist": "BRW-BRAND", "version": VERSION, "seen": [first.id]}
    instance = derive("instance", VISIT_A, "BRW-BRAND")
    sign_off = defne.author.operation(
        "instance.sign_off", VISIT_A, instance, signed | {"instance": str(instance)}
    )
    assert defne.record(scopes["joint a"], resolved, sign_off) == [ACCEPTED, ACCEPTED]


def test_a_list_for_all_on_the_action_takes_answers_of_all(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    started = content(db, "GEN-START", VERSION)
    assert started is not None
    question = next(
        one for one in started.questions.values() if one["type"] == "yes_no_na" and not one["statement"]
    )
    for key in ("nadia", "defne", "noor"):
        who = tablet(key)
        answer = who.answer(VISIT_A, question["code"], "yes", checklist="GEN-START", salt=key)
        assert who.record(scopes["joint a"], answer) == [ACCEPTED]


def test_a_list_of_an_own_system_is_not_recorded_here_unless_its_agency_opened_it(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: datetime
) -> None:
    joris = tablet("joris")
    fields = {"checklist": "POL-ONDERMIJNING", "version": VERSION, "label": None}
    entity = derive("instance", VISIT_A, "POL-ONDERMIJNING", joris.agency)
    create = joris.author.operation("instance.create", VISIT_A, entity, fields)
    assert joris.record(scopes["wpg a"], create) == [aside("own_system")]
    with app.app_context(), writing() as session:
        open_here(session, joris.who.agency, "POL-ONDERMIJNING", "operator", now)
    assert joris.record(scopes["wpg a"], create) == [ACCEPTED]


@pytest.mark.parametrize("value", ["maybe", 1, True, ["yes"], {"a": 1}, ""])
def test_an_answer_of_another_form_is_set_aside(tablet: Tablets, scopes: dict[str, str], value: Any) -> None:
    nadia = tablet("nadia")
    wires = [nadia.answer(VISIT_A, "BRA-01", value), nadia.answer(VISIT_A, "BRA-01", None, salt="cleared")]
    assert nadia.record(scopes["joint a"], *wires) == [aside("value"), ACCEPTED]


def test_a_statement_of_a_person_needs_its_caution(tablet: Tablets, scopes: dict[str, str]) -> None:
    noor = tablet("noor")
    at = "2026-11-25T10:00:00.000Z"
    instance = derive("instance", VISIT_A, "NLA-ARBEID", noor.agency)

    def answer(name: str, value: Any, **caution: Any) -> Wire:
        fields = {"caution": caution} if caution else {}
        more = {"checklist": "NLA-ARBEID", "instance": instance, "salt": name, "fields": fields}
        return noor.answer(VISIT_A, "ARB-10", value, **more)

    wires = [
        answer("nothing asked", "3"),
        answer("not given", "3", asked=at, punitive=True, given=None),
        answer("given", "3", asked=at, punitive=True, given=at),
        answer("not punitive", "3", asked=at, punitive=False, given=None),
        answer("cleared", None),
    ]
    expected = [aside("caution"), aside("caution"), ACCEPTED, ACCEPTED, ACCEPTED]
    assert noor.record(scopes["labour a"], *wires) == expected


def test_a_clock_a_year_off_is_taken_as_it_is(tablet: Tablets, scopes: dict[str, str], db: Session) -> None:
    nadia = tablet("nadia")
    wires = [
        nadia.note(VISIT_A, "vroeg", at="2025-11-25T10:00:00.000Z", offset=31_536_000_000),
        nadia.note(VISIT_A, "laat", at="2027-11-25T10:00:00.000Z", offset=None),
        nadia.note(VISIT_A, "leeg", at="1970-01-01T00:00:00.000Z"),
        nadia.note(VISIT_A, "begin", at="0001-01-01T00:00:00.000Z", offset=-(10**13)),
        nadia.note(VISIT_A, "einde", at="9999-12-31T23:59:59.999Z", offset=10**13),
    ]
    assert nadia.record(scopes["joint a"], *wires) == [ACCEPTED] * 5
    assert len(db.scalars(select(Operation)).all()) == 5


def _opened(who: Tablet, dossier: str, team: Any = TEAM_A, **more: Any) -> Wire:
    fields = {"action": str(ACTION), "site": None, "label": "schuur", "team": str(team), "reason": "licht"}
    fields["place"] = {"lon": "4.2", "lat": "52", "accuracy": None}
    return who.author.operation("dossier.open", dossier, dossier, fields | more)


def test_an_unplanned_visit_is_opened_by_a_member_of_the_team_and_all_of_the_team_write_in_it(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    shed = drawn_id("the shed next door")
    wires = [_opened(nadia, shed), nadia.note(shed)]
    assert nadia.record(f"joint:{shed}", *wires) == [ACCEPTED, ACCEPTED]
    assert defne.record(f"joint:{shed}", defne.note(shed)) == [ACCEPTED]
    dossier = db.scalar(select(Dossier).where(Dossier.planned.is_(False)))
    assert dossier is not None
    assert (str(dossier.id), dossier.team) == (shed, TEAM_A)


def test_a_visit_is_not_opened_for_a_team_that_the_author_was_never_in(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    shed = drawn_id("a shed of others")
    assert nadia.record(f"joint:{shed}", _opened(nadia, shed, TEAM_B), nadia.note(shed)) == [
        aside("dossier_unknown"),
        aside("dossier_unknown"),
    ]
    assert nadia.record(scopes["joint a"], _opened(nadia, str(VISIT_A), TEAM_B)) == [aside("entity")]


def test_nobody_opens_a_visit_under_the_id_of_a_planned_one(
    tablet: Tablets, scopes: dict[str, str], db: Session
) -> None:
    nadia = tablet("nadia")
    planned = str(derive("dossier", drawn_id("a target")))
    assert nadia.record(f"joint:{planned}", _opened(nadia, planned)) == [aside("dossier_unknown")]
    assert db.scalar(select(Dossier.id).where(Dossier.planned.is_(False))) is None


def test_what_was_set_aside_and_comes_again_is_judged_again(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: Any, db: Session
) -> None:
    piet = tablet("piet")
    note = piet.note(VISIT_A)
    assert piet.record(scopes["joint a"], note) == [aside("not_assigned")]
    with app.app_context(), writing() as session:
        assign(session, VISIT_A, piet.who.member, piet.who.agency, now)
    assert piet.record(scopes["joint a"], note) == [ACCEPTED]
    assert db.scalars(select(Quarantine)).all() == []
