"""Connections that fall silent in the middle of a request hold no thread for ever."""

import socket
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from flask import Flask

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


@pytest.mark.parametrize("said", [BEGUN, BEGUN[:40]], ids=["half a body", "half a header"])
def test_more_silent_connections_than_threads_do_not_stop_the_server(app: Flask, said: bytes) -> None:
    with live.serve(app, GLASHELDER_SILENCE_SECONDS="1") as port, many(port, said):
        answer = urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30)
        assert answer.status == 200
        answer.close()


def test_a_body_that_never_comes_is_a_clear_problem(app: Flask) -> None:
    with live.serve(app, GLASHELDER_SILENCE_SECONDS="1") as port, many(port, BEGUN) as silent:
        assert silent[0].recv(100).startswith(b"HTTP/1.1 408")
