"""Whatever the schemas allow and nobody writes: each operation gets a fate, and what is accepted can be made
again from its texts."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from server.operations.kinds import KINDS
from server.sync.rebuilding import rebuild_all
from tests.factories import access as world
from tests.factories import weird
from tests.factories.record import Wire, drawn_id
from tests.factories.recording import work
from tests.factories.sending import Tablet, fates

Tablets = Callable[..., Tablet]
FATES = {"accepted", "duplicate", "quarantined"}
REFUSALS = {"batch-unreadable", "operation-mismatch"}
READS = ("", "/answers", "/findings", "/evidence", "/timeline")
SCOPES = ("joint a", "joint a", "joint a", "fire a")
OF_ITS_AGENCY = {"agency.follow_up", "follow_up.reply"}
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


def scope_of(scopes: dict[str, str], kind: str, wire: Wire, word: str) -> str:
    """The scope of a batch; what opens a visit stands in the joint part of that visit."""
    opened = [drawn_id(f"weird visit {number}") for number in range(4)] + [drawn_id("plain visit")]
    named = next((f"joint:{id}" for id in opened if id in wire.head), scopes[word])
    return named if kind not in OF_ITS_AGENCY or word != "joint a" else scopes["fire a"]


def fate(nadia: Tablet, batch: dict[str, Any]) -> str:
    """The fate of the one operation of a batch, or the code of the problem that refused the batch."""
    answer = nadia.send({"batches": [batch]})
    assert answer.status_code in (200, 400, 422), answer.text
    if answer.status_code != 200:
        assert answer.content_type == "application/problem+json"
        return str(answer.json["code"])
    (result,) = answer.json["results"]
    if "problem" in result:
        assert result["problem"]["code"] in REFUSALS, result
        return str(result["problem"]["code"])
    ((found, reason),) = fates(result)
    assert found in FATES
    assert (found == "quarantined") == (reason is not None)
    return found


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_any_operation_of_a_kind_gets_a_fate_and_what_is_accepted_is_made_again(
    app: Flask, tablet: Tablets, scopes: dict[str, str], kind: str
) -> None:
    nadia = tablet("nadia")
    came: Counter[str] = Counter()

    @settings(
        max_examples=40,
        deadline=None,
        database=None,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )
    @given(wire=weird.operations(kind, nadia.author), word=some.sampled_from(SCOPES))
    def push(wire: Wire, word: str) -> None:
        scope = scope_of(scopes, kind, wire, word)
        kept = list(nadia.author.chains.get(scope, []))
        found = fate(nadia, nadia.author.batch(scope, [wire]))
        came[found] += 1
        if found not in FATES:
            nadia.author.chains[scope] = kept or nadia.author.chains[scope][:1]

    push()
    assert came["quarantined"] > 0, came
    last = weird.plain(kind, nadia.author)
    batch = nadia.author.batch(scope_of(scopes, kind, last, "joint a"), [last])
    assert fate(nadia, batch) in ("accepted", "duplicate"), "nothing weird stands in the way of what is plain"
    with app.app_context():
        assert list(rebuild_all(check=True)) == []
        work()
    for part in READS:
        answer = nadia.client.get(f"/api/v1/dossiers/{world.VISIT_A}{part}")
        assert answer.status_code == 200, answer.text
    pulled = nadia.client.post("/api/v1/sync/pull", json={"epoch": None, "cursors": {}})
    assert pulled.status_code == 200, pulled.text
