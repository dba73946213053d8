"""What is confirmed: all that a device sent, as it stands now, and nothing of other devices."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from server.operations.digests import hash_text
from server.sync.authority import authority
from server.sync.confirmed import _photos, photos_from
from server.sync.quarantine import listed, release_by_hand
from tests.factories.access import VISIT_A
from tests.factories.sending import Tablet

Tablets = Callable[..., Tablet]


def _listing(who: Tablet) -> Any:
    answer = who.client.get("/api/v1/sync/batches")
    assert answer.status_code == 200, answer.text
    return answer.json


def test_every_batch_is_listed_with_what_became_of_it(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    notes = [nadia.note(VISIT_A), nadia.answer(VISIT_A, "BRA-01", "maybe")]
    batch = nadia.author.batch(scopes["joint a"], notes)
    nadia.push(batch)
    assert _listing(nadia)["batches"] == [
        {
            "signer": nadia.author.id,
            "scope": scopes["joint a"],
            "n": 1,
            "hash": hash_text(batch["text"]),
            "fates": [[notes[0].id, "accepted", None], [notes[1].id, "quarantined", "value"]],
        }
    ]


def test_what_others_sent_is_not_listed(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia, defne = tablet("nadia"), tablet("defne")
    nadia.record(scopes["joint a"], nadia.note(VISIT_A))
    listing = _listing(defne)
    assert (listing["batches"], listing["releases"], listing["photos"]) == ([], [], [])


def test_what_a_colleague_sent_from_this_device_is_listed_to_whoever_holds_it(
    app: Flask, tablet: Tablets, scopes: dict[str, str]
) -> None:
    noor = tablet("noor")
    noor.record(scopes["victim a"], noor.note(VISIT_A))
    holder = Tablet(app, "tom", device=noor.device)
    assert [one["scope"] for one in _listing(holder)["batches"]] == [scopes["victim a"]]


def test_a_fork_is_listed_too(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    nadia.author.chains[scopes["joint a"]] = ["A" * 43]
    nadia.record(scopes["joint a"], nadia.note(VISIT_A))
    (listed_batch,) = _listing(nadia)["batches"]
    assert listed_batch["fates"][0][1:] == ["quarantined", "fork"]


def test_what_was_let_in_later_is_listed_as_accepted_with_its_release(
    app: Flask, tablet: Tablets, scopes: dict[str, str], now: Any, db: Session
) -> None:
    piet = tablet("piet")
    note = piet.note(VISIT_A)
    piet.record(scopes["joint a"], note)
    chosen = listed(db, "NLA", "not_assigned")
    db.rollback()
    release_by_hand(authority(), chosen, now)
    listing = _listing(piet)
    assert listing["batches"][0]["fates"] == [[note.id, "accepted", None]]
    assert len(listing["releases"]) == 1


def test_photos_are_told_by_the_package_that_keeps_them(tablet: Tablets, scopes: dict[str, str]) -> None:
    nadia = tablet("nadia")
    told = {"id": nadia.author.id, "sha256": "A" * 43, "signer": nadia.author.id}

    def source(session: Session, device: Any) -> list[dict[str, str]]:
        return [told] if device == nadia.device else []

    photos_from(source)
    try:
        assert told in _listing(nadia)["photos"]
    finally:
        _photos.remove(source)


def test_nothing_is_listed_without_a_session(app: Flask, scopes: dict[str, str]) -> None:
    assert app.test_client().get("/api/v1/sync/batches").status_code == 401
