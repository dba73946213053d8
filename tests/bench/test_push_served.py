"""Push through gunicorn as it is run, packed: one tablet, and four at once, all in one visit.

Beside it stands what one process does without HTTP (`test_push`); the goals are that one's.
"""

import gzip
import http.client
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from time import perf_counter

import orjson
import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core import clock
from server.core.database import db as extension
from server.core.ids import derive
from tests.bench.batches import message
from tests.bench.conftest import small_world
from tests.factories.sending import Tablet, fates
from tests.server.evidence.live import serve

BATCHES = {1000: 15, 60: 60}
"""Operations in a batch → batches of each tablet."""


@pytest.mark.slow
@pytest.mark.parametrize("size", BATCHES)
def test_push_through_gunicorn(app: Flask, durable: None, size: int) -> None:
    scope = small_world(app, clock.now())["joint a"]
    tablets = [Tablet(app, "nadia", device=derive("bench device", str(n))) for n in range(4)]
    with app.app_context():
        print(f"\n{extension.engine.dialect.name}, {size} operations a batch, through gunicorn")
    with serve(app) as port:
        for tablet in tablets:
            _send(port, tablet.client, [_packed(tablet, scope, 1)])
        for clients in (tablets[:1], tablets):
            work = [[_packed(one, scope, size) for _ in range(BATCHES[size])] for one in clients]
            begun = perf_counter()
            with ThreadPoolExecutor(len(clients)) as pool:
                spent = list(pool.map(_send, [port] * len(clients), [one.client for one in clients], work))
            rate = size * BATCHES[size] * len(clients) / (perf_counter() - begun)
            cuts = quantiles([ms for one in spent for ms in one], n=20)
            print(f"  {len(clients)} at once {rate:9,.0f}/s, p50 {cuts[9]:.0f} ms, p95 {cuts[18]:.0f} ms")


def _packed(tablet: Tablet, scope: str, size: int) -> bytes:
    return gzip.compress(message(tablet, scope, size), 1)


def _send(port: int, browser: FlaskClient, messages: list[bytes]) -> list[float]:
    """One after the other on one connection; the milliseconds of each."""
    cookies = "; ".join(f"{cookie.key}={cookie.value}" for cookie in (browser._cookies or {}).values())
    headers = {
        "Content-Encoding": "gzip",
        "Content-Type": "application/json",
        "Cookie": cookies,
        "X-Requested-With": "glashelder",
    }
    connection = http.client.HTTPConnection("127.0.0.1", port)
    spent = []
    for sent in messages:
        begun = perf_counter()
        connection.request("POST", "/api/v1/sync/push", sent, headers)
        answer = connection.getresponse().read()
        spent.append((perf_counter() - begun) * 1000)
        (told,) = orjson.loads(answer)["results"]
        assert {fate for fate, _ in fates(told)} == {"accepted"}
    connection.close()
    return spent
