"""Lines to the server: in this process, or over a real connection; each fails as a history says."""

import gzip
import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from werkzeug.serving import make_server

from tests.factories.sending import browser

Fate = Callable[[str], str]
"""path → `through`, `lost`, `answer-lost`, `twice`, or `cut` in the middle of the message."""

API = "/api/v1"


def _packed(body: Any) -> tuple[bytes | None, dict[str, str]]:
    if body is None:
        return None, {}
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    return gzip.compress(json.dumps(body).encode(), 1), headers


def in_process(app: Flask, fate: Fate, jar: dict[str, Any]) -> Callable[[str, str, Any], Any]:
    """A line without a network; `jar` keeps the cookies of a profile, also for a copy of it."""
    client = jar.setdefault("browser", browser(app))

    def send(method: str, path: str, body: Any) -> Any:
        becomes = fate(path)
        if becomes in ("lost", "cut"):
            return None
        data, headers = _packed(body)
        for _ in range(2 if becomes == "twice" else 1):
            answer = client.open(API + path, method=method, data=data, headers=headers)
            assert answer.status_code < 500, answer.text
        if becomes == "answer-lost" or answer.status_code >= 400:
            return None
        return answer.json

    return send


@contextmanager
def served(app: Flask) -> Iterator[int]:
    """The app on a port of this machine."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def over_http(port: int, fate: Fate, jar: dict[str, Any]) -> Callable[[str, str, Any], Any]:
    """A line over HTTP, whose connection may break half-way there, or before the answer is read."""

    def send(method: str, path: str, body: Any) -> Any:
        becomes = fate(path)
        if becomes == "lost":
            return None
        data, headers = _packed(body)
        headers |= {"X-Requested-With": "glashelder", "Cookie": "; ".join(jar.values())}
        for _ in range(2 if becomes == "twice" else 1):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                if becomes == "cut" and data:
                    connection.putrequest(method, API + path)
                    for name, value in (headers | {"Content-Length": str(len(data))}).items():
                        connection.putheader(name, value)
                    connection.endheaders(data[: len(data) // 2])
                    return None
                connection.request(method, API + path, data, headers)
                if becomes in ("answer-lost", "cut"):
                    return None
                answer = connection.getresponse()
                content = answer.read()
            finally:
                connection.close()
            assert answer.status < 500, content
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                jar[cookie.partition("=")[0]] = cookie.partition(";")[0]
        if answer.status >= 400:
            return None
        if answer.getheader("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        return json.loads(content) if content else None

    return send
