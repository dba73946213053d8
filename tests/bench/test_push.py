"""Push of whole batches in process, from the unpacked message to the signed receipts.

Goals at 1,000 a batch: 0.35 of the raw measure (`raw`) on PostgreSQL, 0.25 on SQLite. Raw and push
take turns, and the best batch of each is compared: whatever else runs on the machine slows both, but not
always both alike.
"""

from datetime import datetime
from statistics import median
from time import perf_counter

import pytest
from flask import Flask

from server.core.database import db as extension
from server.identity.viewer import Viewer
from server.sync.authority import authority
from server.sync.push.envelope import Signed, read_envelope
from server.sync.push.pushing import push
from tests.bench.batches import message
from tests.bench.raw import raw
from tests.factories.sending import Tablet

ROUNDS = 10
SIZES = {1000: 4, 60: 20}
"""Operations in a batch → batches in a round."""


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_push_in_process(app: Flask, now: datetime, world: dict[str, str], durable: None, size: int) -> None:
    who = Tablet(app, "nadia")
    viewer = Viewer(who.who.member, who.who.agency, who.who.roles, who.device)
    pushed, floor = [], []
    with app.app_context():
        name = extension.engine.dialect.name
        ours = authority()
        for _ in range(ROUNDS):
            for sent in [message(who, world["joint a"], size) for _ in range(SIZES[size])]:
                begun = perf_counter()
                (result,) = push(ours, viewer, read_envelope(sent), now)
                pushed.append(perf_counter() - begun)
                assert isinstance(result, Signed)
            floor += raw(size, SIZES[size])
    print(f"\n{name}, {size} operations a batch, best (middle) of {len(pushed)} batches")
    for label, spent in (("raw ", floor), ("push", pushed)):
        print(f"  {label} {size / min(spent):9,.0f}/s ({size / median(spent):,.0f}/s)")
    print(f"  push is {min(floor) / min(pushed):.2f} of raw ({median(floor) / median(pushed):.2f})")
