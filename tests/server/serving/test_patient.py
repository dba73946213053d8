"""Connections that fall silent in the middle of a request, or trickle, hold no thread for ever."""

import json
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from server.serving import tls
from tests.server.evidence import live

BEGUN = (
    b"POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nX-Requested-With: glashelder\r\n"
    b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
)


@contextmanager
def many(port: int, said: bytes) -> Iterator[list[socket.socket]]:
    """More connections than the server has threads, which said something and then nothing any more."""
    with ExitStack() as stack:
        made = []
        for _ in range(20):
            one = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            one.sendall(said)
            one.settimeout(30)
            made.append(one)
        yield made


@contextmanager
def trickling(connections: list[socket.socket]) -> Iterator[None]:
    """A byte more from each of them, five times a second, for as long as they are heard."""
    ended = threading.Event()

    def trickle() -> None:
        while not ended.wait(0.2):
            for one in connections:
                with suppress(OSError):
                    one.send(b"a")

    thread = threading.Thread(target=trickle)
    thread.start()
    yield
    ended.set()
    thread.join()


def whole(link: socket.socket) -> bytes:
    """A JSON answer to its end; what was said of it when the link is closed before."""
    answer = b""
    while not answer.endswith(b"}") and (part := link.recv(4000)):
        answer += part
    return answer


def healthy(port: int, patience: float, **more: Any) -> bool:
    """Whether the server answers within `patience` seconds."""
    scheme = "https" if more else "http"
    with urllib.request.urlopen(f"{scheme}://127.0.0.1:{port}/healthz", timeout=patience, **more) as answer:
        return bool(answer.status == 200)


@pytest.mark.parametrize("said", [BEGUN, BEGUN[:40]], ids=["half a body", "half a header"])
def test_more_silent_connections_than_threads_do_not_stop_the_server(app: Flask, said: bytes) -> None:
    with live.serve(app, GLASHELDER_SILENCE_SECONDS="1") as port, many(port, said):
        assert healthy(port, 30)


def test_a_body_that_never_comes_is_a_clear_problem(app: Flask) -> None:
    with live.serve(app, GLASHELDER_SILENCE_SECONDS="1") as port, many(port, BEGUN) as silent:
        assert silent[0].recv(100).startswith(b"HTTP/1.1 408")


HURRY = {"GLASHELDER_REQUEST_SECONDS": "2", "GLASHELDER_REQUEST_BYTES_PER_SECOND": "500"}


@pytest.mark.parametrize("said", [BEGUN, BEGUN[:40]], ids=["a body", "a header"])
def test_more_trickling_connections_than_threads_do_not_stop_the_server(
    app: Flask, said: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with live.serve(app, **HURRY) as port, many(port, said) as slow, trickling(slow):
        time.sleep(1)
        assert healthy(port, 30)
    assert "Traceback" not in capfd.readouterr().err, "a slow client is no error of ours"


def test_a_body_that_trickles_is_a_clear_problem(app: Flask) -> None:
    with live.serve(app, **HURRY) as port, many(port, BEGUN) as slow, trickling(slow):
        answer = whole(slow[0])
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"request-stalled" in answer


def test_a_slow_link_of_the_field_has_the_time_it_needs(app: Flask) -> None:
    """3 kB a second, as 2G carries, for longer than the time a request gets besides its size."""
    said = json.dumps({"membership": "x" * 14_000, "device": {}}).encode()
    head = BEGUN.split(b"Content-Length")[0] + f"Content-Length: {len(said)}\r\n\r\n".encode()
    with live.serve(app, **HURRY) as port, socket.create_connection(("127.0.0.1", port)) as link:
        link.settimeout(30)
        link.sendall(head)
        for start in range(0, len(said), 600):
            link.sendall(said[start : start + 600])
            time.sleep(0.2)
        assert link.recv(100).startswith(b"HTTP/1.1 422"), "it was heard to the end"


def test_each_request_of_a_connection_has_a_time_of_its_own(app: Flask) -> None:
    with live.serve(app, **HURRY) as port, socket.create_connection(("127.0.0.1", port)) as link:
        link.settimeout(30)
        for _ in range(5):
            link.sendall(b"GET /healthz HTTP/1.1\r\nHost: ")
            time.sleep(1)
            link.sendall(b"x\r\n\r\n")
            assert whole(link).startswith(b"HTTP/1.1 200")


def test_a_handshake_that_trickles_holds_no_thread_either(app: Flask, tmp_path: Path) -> None:
    made = tls.ensure(tmp_path / "tls", ["127.0.0.1"], "laptop", datetime.now(UTC))
    words = ("--certfile", str(made.certificate), "--keyfile", str(made.key))
    trusting = ssl.create_default_context(cafile=str(made.authority))
    begun = b"\x16\x03\x01\x02\x00\x01"
    with live.serve(app, *words, GLASHELDER_SILENCE_SECONDS="2", **HURRY) as port:
        with many(port, begun) as slow, trickling(slow):
            time.sleep(1)
            assert healthy(port, 30, context=trusting)
        with trusting.wrap_socket(
            socket.create_connection(("127.0.0.1", port)), server_hostname="127.0.0.1"
        ) as one:
            one.settimeout(30)
            one.sendall(BEGUN)
            with trickling([one]):
                assert one.recv(100).startswith(b"HTTP/1.1 408")
