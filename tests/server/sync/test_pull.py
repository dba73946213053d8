"""A device gets what it may read by assignment and does not hold yet, in pages, with what proves it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from server.access.models import DossierAssignment
from server.access.names import agency_of, joint, of
from server.access.service import scope_ids, unassign
from server.core.database import writing
from server.identity.models import Signer
from server.operations.digests import digest
from server.sync.models import Gap, Release
from server.sync.service import put_document, remove_document
from tests import cast
from tests.counting import bill, counted
from tests.factories import access as world
from tests.factories.record import Author, Wire, drawn_id
from tests.factories.stored import enrol, store
from tests.factories.tablet import EPOCH, Device

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
JOINT, FIRE = str(joint(world.VISIT_A)), str(agency_of(world.VISIT_A, cast.person("nadia").agency))
TEAM = str(of("team", world.TEAM_A))


def author(key: str) -> Author:
    who = cast.person(key)
    return Author(key, member=str(who.member), agency=str(who.agency), device=str(who.device))


@pytest.fixture
def nadia(db: Session) -> Iterator[Author]:
    """The world of access with Nadia's signer in it."""
    with writing() as session:
        cast.load(session, NOW - timedelta(days=1))
        world.build(session, NOW - timedelta(hours=4))
        found = author("nadia")
        enrol(session, found)
    yield found


def note(who: Author, number: int) -> Wire:
    fields = {"text": f"Aantekening {number}", "subject": None}
    return who.operation("note.add", world.VISIT_A, drawn_id(f"note {who.name} {number}"), fields)


def keep(who: Author, scope: str, *wires: Wire, **more: Any) -> None:
    with writing() as session:
        store(session, who, scope, wires, **more)


def test_a_new_device_starts_every_scope_at_0_and_gets_texts_as_they_were_sent(nadia: Author) -> None:
    wires = [note(nadia, n) for n in range(3)]
    keep(nadia, JOINT, *wires)
    page = Device("nadia").pull(NOW)
    told = page["scopes"][JOINT]
    assert told["from"] == 0
    assert [entry["n"] for entry in told["entries"]] == [1, 2, 3]
    assert [(entry["put"], entry["head"], tuple(entry["fields"])) for entry in told["entries"]] == [
        (wire.id, wire.head, wire.fields) for wire in wires
    ]
    assert len(told["batches"]) == 1
    assert [signer["text"] for signer in page["signers"]] == [nadia.text]
    assert page["epoch"] == str(EPOCH)


def test_scopes_that_are_readable_but_empty_come_with_a_cursor_of_their_own(nadia: Author) -> None:
    page = Device("nadia").pull(NOW)
    assert page["scopes"][FIRE]["entries"] == []
    assert page["scopes"][FIRE]["cursor"].startswith("0.")


def test_what_is_held_is_not_sent_again_and_nothing_new_is_no_scope_at_all(nadia: Author) -> None:
    device = Device("nadia")
    keep(nadia, JOINT, note(nadia, 1))
    device.pull(NOW)
    assert device.pull(NOW)["scopes"] == {}
    keep(nadia, JOINT, note(nadia, 2))
    told = device.pull(NOW)["scopes"]
    assert list(told) == [JOINT]
    assert (told[JOINT]["from"], [entry["n"] for entry in told[JOINT]["entries"]]) == (1, [2])


def test_pages_are_cut_over_all_scopes_and_end_at_the_same_store(nadia: Author) -> None:
    keep(nadia, JOINT, *(note(nadia, n) for n in range(7)))
    keep(nadia, FIRE, *(note(nadia, n) for n in range(10, 15)))
    small, large = Device("nadia", limit=3), Device("nadia")
    small.pull(NOW)
    large.pull(NOW)
    assert all(sum(len(told["entries"]) for told in page["scopes"].values()) <= 3 for page in small.pages)
    assert (small.held, small.cursors, small.batches) == (large.held, large.cursors, large.batches)
    assert len(small.held[JOINT]) + len(small.held[FIRE]) == 12


def test_a_page_carries_every_batch_up_to_its_last_entry_also_one_of_which_nothing_was_accepted(
    nadia: Author,
) -> None:
    device = Device("nadia")
    keep(nadia, JOINT, note(nadia, 1))
    device.pull(NOW)
    keep(nadia, JOINT, note(nadia, 2), accepted=0)
    assert device.pull(NOW)["scopes"] == {}, "nothing to show that it was"
    keep(nadia, JOINT, note(nadia, 3))
    told = device.pull(NOW)["scopes"][JOINT]
    assert len(told["batches"]) == 2
    assert len(device.batches[JOINT]) == 3


@pytest.mark.parametrize("cursor", ["3.AAAAAAAAAAAAAAAAAAAAAA", "99.AAAAAAAAAAAAAAAAAAAAAA", "x", "1.AA", ""])
def test_a_cursor_that_the_server_does_not_recognise_starts_the_scope_at_0(
    nadia: Author, cursor: str
) -> None:
    keep(nadia, JOINT, *(note(nadia, n) for n in range(5)))
    device = Device("nadia")
    device.cursors = {JOINT: cursor}
    told = device.pull(NOW)["scopes"][JOINT]
    assert (told["from"], len(told["entries"])) == (0, 5)


def test_a_cursor_from_before_a_restore_is_not_taken_for_the_same_number_after_it(nadia: Author) -> None:
    other = author("defne")
    with writing() as session:
        enrol(session, other)
    keep(nadia, JOINT, note(nadia, 1), note(nadia, 2))
    device = Device("nadia")
    device.pull(NOW)
    lost_life = device.cursors[JOINT]
    keep(nadia, FIRE, note(nadia, 3), note(nadia, 4))
    device.cursors[FIRE] = lost_life
    assert device.pull(NOW)["scopes"][FIRE]["from"] == 0


def test_the_leaver_loses_the_visit_in_the_same_words_as_one_that_never_was(nadia: Author) -> None:
    device = Device("nadia")
    keep(nadia, JOINT, note(nadia, 1))
    device.pull(NOW)
    never = str(joint(UUID(drawn_id("never"))))
    device.cursors[never] = None
    with writing() as session:
        who = cast.person("nadia")
        unassign(session, world.VISIT_A, who.member, who.agency, NOW)
    page = device.pull(NOW + timedelta(minutes=1))
    assert {JOINT, FIRE, never} <= set(page["lost"])
    assert JOINT not in device.held


def test_the_joiner_gets_all_of_it_from_0(nadia: Author) -> None:
    keep(nadia, JOINT, *(note(nadia, n) for n in range(4)))
    piet = Device("piet")
    piet.pull(NOW)
    assert JOINT not in piet.held
    who = cast.person("piet")
    with writing() as session:
        session.add(DossierAssignment(dossier=world.VISIT_A, member=who.member, agency=who.agency, since=NOW))
    assert piet.pull(NOW)["scopes"][JOINT]["from"] == 0
    assert len(piet.held[JOINT]) == 4


def test_a_document_comes_at_its_newest_version_and_what_it_said_before_is_void(nadia: Author) -> None:
    id = UUID(drawn_id("visit document"))
    with writing() as session:
        put_document(session, scope=TEAM, type="visit", id=id, body={"order": 1}, now=NOW)
        put_document(session, scope=TEAM, type="visit", id=id, body={"order": 2}, now=NOW)
    told = Device("nadia").pull(NOW)["scopes"][TEAM]
    assert told["entries"][0] == {"n": 1, "void": True}
    assert {key: told["entries"][1][key] for key in ("n", "put", "type", "version")} == {
        "n": 2,
        "put": str(id),
        "type": "visit",
        "version": 2,
    }
    assert told["entries"][1]["body"] == {"order": 2}


def test_a_document_that_left_the_scope_is_removed_and_may_come_back(nadia: Author) -> None:
    id = UUID(drawn_id("visit document"))
    old = Device("nadia")
    with writing() as session:
        put_document(session, scope=TEAM, type="visit", id=id, body={"order": 1}, now=NOW)
    old.pull(NOW)
    with writing() as session:
        remove_document(session, scope=TEAM, id=id, now=NOW)
    old.pull(NOW)
    assert old.held[TEAM] == {}
    fresh = Device("nadia")
    fresh.pull(NOW)
    assert fresh.held[TEAM] == {}
    with writing() as session:
        put_document(session, scope=TEAM, type="visit", id=id, body={"order": 7}, now=NOW)
    old.pull(NOW)
    fresh.pull(NOW)
    assert old.held == fresh.held
    assert old.held[TEAM] == {str(id): {"order": 7}}


def test_releases_and_gaps_travel_with_what_they_are_about(nadia: Author) -> None:
    wire = note(nadia, 1)
    keep(nadia, JOINT, wire)
    with writing() as session:
        scope = scope_ids(session, [JOINT])[JOINT]
        session.add(
            Release(
                scope=scope,
                operation=digest(wire.head),
                signer=UUID(nadia.id),
                at=NOW,
                text="a release",
                signature=b"\4" * 64,
            )
        )
        session.add(Gap(signer=UUID(nadia.id), scope=scope, first=2, last=4, declared=NOW))
    told = Device("nadia").pull(NOW)["scopes"][JOINT]
    assert [release["text"] for release in told["releases"]] == ["a release"]
    assert told["gaps"] == [{"signer": nadia.id, "first": 2, "last": 4}]


def test_a_signers_end_is_told_though_nothing_new_came(nadia: Author) -> None:
    device = Device("nadia")
    keep(nadia, JOINT, note(nadia, 1))
    device.pull(NOW)
    with writing() as session:
        signer = session.get_one(Signer, UUID(nadia.id))
        signer.end_text, signer.end_signature, signer.until = "the end", b"\5" * 64, NOW
    [told] = device.pull(NOW)["signers"]
    assert told["end"]["text"] == "the end"


def test_receipts_and_what_was_set_aside_are_in_no_page(nadia: Author) -> None:
    keep(nadia, JOINT, note(nadia, 1), note(nadia, 2), accepted=1)
    told = Device("nadia").pull(NOW)["scopes"][JOINT]
    assert len(told["entries"]) == 1
    assert set(told) == {"from", "entries", "cursor", "more", "batches", "releases", "gaps"}
    assert set(told["batches"][0]) == {"text", "signature"}


@pytest.mark.parametrize("entries", [1, 300])
def test_a_pull_costs_the_same_number_of_queries_whatever_it_brings(nadia: Author, entries: int) -> None:
    keep(nadia, JOINT, *(note(nadia, n) for n in range(entries)))
    keep(nadia, FIRE, *(note(nadia, n) for n in range(1000, 1000 + entries)))
    device = Device("nadia")
    with counted() as first:
        device.pull(NOW)
    assert len(first) == 5, bill(first)
    keep(nadia, JOINT, *(note(nadia, n) for n in range(2000, 2000 + entries)))
    with counted() as later:
        device.pull(NOW)
    assert len(later) <= 6, bill(later)
