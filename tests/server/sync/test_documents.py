"""Documents: a higher version replaces a lower one, entries have no gaps, nothing is written in vain."""

from datetime import datetime
from hashlib import sha256
from threading import Barrier, Thread
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.core.database import reading, writing
from server.core.ids import derive
from server.sync.entries import Entry, extend
from server.sync.models import Document, ScopeEntry
from server.sync.service import Put, put_document, put_documents, remove_document

ACTION, TEAM = derive("action", "a"), derive("team", "t")
ACTION_SCOPE, TEAM_SCOPE = f"action:{ACTION}", f"team:{TEAM}"


def _put(body: dict[str, object], now: datetime, scope: str = ACTION_SCOPE, id: UUID = ACTION) -> int:
    with writing() as session:
        return put_document(session, scope=scope, type="action", id=id, body=body, now=now)


def _entries(scope: str) -> list[ScopeEntry]:
    with reading() as session:
        query = select(ScopeEntry).join(Scope, Scope.id == ScopeEntry.scope).where(Scope.name == scope)
        return list(session.scalars(query.order_by(ScopeEntry.n)))


def test_a_changed_document_is_a_new_version_and_a_new_entry(db: Session, now: datetime) -> None:
    assert [_put({"title": title}, now) for title in ("a", "b")] == [1, 2]
    assert [(one.n, one.version, one.document) for one in _entries(ACTION_SCOPE)] == [
        (1, 1, ACTION),
        (2, 2, ACTION),
    ]


def test_a_document_that_says_the_same_stays_as_it_is(db: Session, now: datetime) -> None:
    assert [_put(body, now) for body in ({"a": 1, "b": 2}, {"b": 2, "a": 1})] == [1, 1]
    assert len(_entries(ACTION_SCOPE)) == 1


def test_a_document_removed_is_told_by_an_entry_and_goes_on_from_its_version(
    db: Session, now: datetime
) -> None:
    _put({"title": "a"}, now)
    with writing() as session:
        assert remove_document(session, scope=ACTION_SCOPE, id=ACTION, now=now)
    with writing() as session:
        assert not remove_document(session, scope=ACTION_SCOPE, id=ACTION, now=now)
    assert _put({"title": "a"}, now) == 2
    assert [(one.n, one.version, one.removed) for one in _entries(ACTION_SCOPE)] == [
        (1, 1, False),
        (2, 1, True),
        (3, 2, False),
    ]


def test_a_document_may_stand_in_two_scopes_each_with_its_own_numbers(db: Session, now: datetime) -> None:
    with writing() as session:
        bodies = [
            Put(TEAM_SCOPE, "team", TEAM, {"label": "A"}),
            Put(ACTION_SCOPE, "team", TEAM, {"label": "A"}),
        ]
        assert put_documents(session, bodies, now) == [1, 1]
    assert [one.n for one in _entries(TEAM_SCOPE)] == [one.n for one in _entries(ACTION_SCOPE)] == [1]


def test_the_number_of_a_document_is_that_of_its_newest_entry(db: Session, now: datetime) -> None:
    with writing() as session:
        put_documents(
            session, [Put(ACTION_SCOPE, "team", derive("team", str(n)), {"n": n}) for n in range(5)], now
        )
    _put({"n": 9}, now, id=derive("team", "3"))
    entries = {one.document: one.n for one in _entries(ACTION_SCOPE)}
    with reading() as session:
        assert {one.id: one.n for one in session.scalars(select(Document))} == entries


def test_one_document_twice_in_one_call_is_refused(db: Session, now: datetime) -> None:
    with pytest.raises(ValueError, match="once"), writing() as session:
        put_documents(session, [Put(ACTION_SCOPE, "action", ACTION, {"n": n}) for n in range(2)], now)


def test_the_digest_runs_over_all_entries_so_that_another_history_gives_another_cursor(
    db: Session, now: datetime
) -> None:
    for title in ("a", "b"):
        _put({"title": title}, now)
    running = bytes(32)
    for entry, n in zip(_entries(ACTION_SCOPE), (1, 2), strict=True):
        running = extend(running, Entry(document=ACTION, version=n))
        assert entry.digest == running[:16]
    assert extend(bytes(32), Entry(document=ACTION, version=2)) != running
    assert extend(bytes(32), Entry(operation=sha256(b"").digest())) != extend(
        bytes(32), Entry(operation=sha256(b"").digest(), removed=True)
    )


def test_writers_at_once_number_without_gaps(app: Flask, now: datetime) -> None:
    with app.app_context():
        _put({"n": 0}, now, id=derive("team", "first"))
    start, failed = Barrier(4), []

    def write(writer: int) -> None:
        with app.app_context():
            start.wait()
            for n in range(5):
                try:
                    _put({"n": n}, now, id=derive("team", f"{writer} {n}"))
                except Exception as error:
                    failed.append(error)

    threads = [Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        assert failed == []
        assert [one.n for one in _entries(ACTION_SCOPE)] == list(range(1, 22))
