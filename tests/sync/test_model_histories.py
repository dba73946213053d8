"""Generated histories of the Python device: nothing acknowledged is lost, nothing doubled, all agree."""

import os
from collections import Counter
from collections.abc import Iterator
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from server.access.models import Scope
from server.checklists.library.store import store_library
from server.core.database import reading, writing
from server.operations.batch import read_batch
from server.operations.digests import hash_text, spell
from server.sync.models import Batch, Fork, Operation, Quarantine, ScopeEntry
from server.sync.rebuilding import rebuild_all
from tests import cast
from tests.conftest import Clock
from tests.engines import Sandbox
from tests.factories import access as world
from tests.independent import verifier
from tests.server.sync.conftest import library
from tests.sync import server_side
from tests.sync.model.history import History
from tests.sync.model.lines import in_process, over_http, served

COUNT = int(os.environ.get("MODEL_HISTORIES", "30"))
"""On each engine, beside those of the real core in `test_histories`."""


@pytest.fixture
def scopes(app: Flask, clock: Clock) -> dict[str, str]:
    with app.app_context(), writing() as session:
        cast.load(session, clock.time)
        store_library(session, library(), clock.time)
        return world.build(session, clock.time).by_word


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    with served(app) as number:
        yield number


@pytest.mark.parametrize("seed", range(COUNT))
def test_all_that_was_acknowledged_is_there_once_and_all_devices_agree(
    app: Flask, sandbox: Sandbox, clock: Clock, scopes: dict[str, str], seed: int
) -> None:
    history = History(app, sandbox, clock, scopes, partial(in_process, app), seed)
    history.begin()
    history.run()
    history.end()
    check(history)


@pytest.mark.parametrize("seed", range(1000, 1003))
def test_a_real_connection_that_is_cut_loses_and_doubles_nothing(
    app: Flask, sandbox: Sandbox, clock: Clock, scopes: dict[str, str], port: int, seed: int
) -> None:
    history = History(app, sandbox, clock, scopes, partial(over_http, port), seed)
    history.begin()
    history.run(restores=False)
    history.end()
    check(history)


def check(history: History) -> None:
    """What must hold at the end of any history."""
    _is_whole(history)
    _is_numbered(history.app)
    _agrees(history)
    with history.app.app_context():
        assert list(rebuild_all(check=True)) == []


def _is_whole(history: History) -> None:
    """All that was written is on the server, once in each scope, with the fate that its author is told."""
    with history.app.app_context(), reading() as session:
        names = {row.id: row.name for row in session.execute(select(Scope.id, Scope.name))}
        accepted = [
            (names[scope], spell(id)) for scope, id in session.execute(select(Operation.scope, Operation.id))
        ]
        aside = {
            (names[scope], spell(id))
            for scope, id in session.execute(select(Quarantine.scope, Quarantine.id))
        }
        reasons = set(session.scalars(select(Quarantine.reason)))
        batches = {spell(hash) for table in (Batch, Fork) for hash in session.scalars(select(table.hash))}
    assert [one for one, times in Counter(accepted).items() if times > 1] == []
    assert history.written.keys() - history.lost - set(accepted) - aside == set()
    assert set(accepted) & aside == set()
    assert reasons & {"dossier_unknown", "checklist_unknown", "kind_unknown", "version_unknown"} == set()
    for device in history.devices:
        assert device.loose == []
        assert device.receipts.keys() <= batches
        assert len(device.receipts) == len(device.sealed)
        listed = device.confirm()
        assert listed is not None
        for batch in device.sealed:
            for id, fate, _ in listed[_hash(batch)]:
                there = accepted if fate in ("accepted", "duplicate") else aside
                assert (_scope(batch), id) in there


def _hash(batch: dict[str, str]) -> str:
    return hash_text(batch["text"])


def _scope(batch: dict[str, str]) -> str:
    return read_batch(batch["text"]).scope


def _is_numbered(app: Flask) -> None:
    """Entries of each scope run from 1 to its counter without gaps."""
    with app.app_context(), reading() as session:
        for id, last in session.execute(select(Scope.id, Scope.last)):
            numbers = session.scalars(
                select(ScopeEntry.n).where(ScopeEntry.scope == id).order_by(ScopeEntry.n)
            )
            assert list(numbers) == list(range(1, last + 1))


def _agrees(history: History) -> None:
    """Every device that may read a scope holds what the server holds of it, and can prove it to anybody."""
    served_states = server_side.states(history.app)
    for device in history.devices:
        keys = device.send("GET", "/sync/keys", None)["keys"]
        verifier.check(device.exported(keys))
        states = device.states()
        assert states == {key: state for key, state in served_states.items() if key[0] in device.scopes}
    assert f"joint:{world.VISIT_A}" in history.devices[0].scopes
