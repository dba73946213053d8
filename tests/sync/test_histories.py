"""Generated histories: loss, doubling, cuts, kills, restores, people who come and go, a copied profile."""

import os
from collections import Counter
from random import Random

import pytest
from flask import Flask

from tests.conftest import Clock
from tests.engines import Sandbox
from tests.factories import access as world
from tests.sync import server_side
from tests.sync.history import LATER, History
from tests.sync.tablets import Tablets

SEEDS = range(int(os.environ.get("HISTORIES", "25")))
"""On each engine; a seed that fails is run again with -k."""


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_nothing_is_doubled_and_all_end_equal(
    app: Flask, sandbox: Sandbox, clock: Clock, tablets: Tablets, seed: int
) -> None:
    history = History(app, sandbox, clock, tablets, Random(seed))
    history.begin()
    history.run()
    if seed % 5 == 0:
        history.copy_profile()
        history.run()
    history.end()
    _is_whole(history)
    _is_equal(history)


def _is_whole(history: History) -> None:
    """What a tablet said it has is on the server, once; nothing waits, nothing is called what it is not."""
    there = Counter(server_side.accepted(history.app))
    aside = server_side.set_aside(history.app)
    assert not [id for id, count in there.items() if count > 1]
    assert not [id for id in history.written if id not in there and id not in aside]
    for name in history.names:
        for item in history.tablets(name, "outbox"):
            assert item["stage"] in ("confirmed", "set-aside"), (name, item)
            if item["stage"] == "confirmed":
                assert item["id"] in there
            else:
                assert item["id"] in aside and item["reason"] == "fork", (name, item)


def _is_equal(history: History) -> None:
    """Every device that may read a scope holds the same state of it as the server."""
    served = server_side.states(history.app)
    for name in history.names:
        open_scopes = history.tablets(name, "scopes")
        held = {
            (one["scope"], one["entity"], one["family"]): one["state"]
            for dossier in (world.VISIT_A, LATER)
            for one in history.tablets(name, "states", dossier=str(dossier))
        }
        assert held == {key: state for key, state in served.items() if key[0] in open_scopes}
        assert not [one for one in history.tablets(name, "held") if one["bad"]]
