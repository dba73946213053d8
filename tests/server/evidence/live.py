"""The real server under gunicorn for a test, and the real tus-js-client against it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from server.core import base64url
from server.identity.guard import COOKIE
from tests import cast

ROOT = Path(__file__).parents[3]
CLIENT = ROOT / "tests" / "e2e"
WORDS = ["--workers", "2", "--threads", "8", "--log-level", "warning"]
WORDS += ["--worker-class", "server.serving.patient.PatientWorker"]


@contextmanager
def serve(app: Flask, *words: str, **settings: str) -> Iterator[int]:
    """gunicorn on the database and files of `app`, with `words` and `settings` of a test; gives the port."""
    chosen = app.config["GLASHELDER"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = (
        os.environ
        | {
            "GLASHELDER_MODE": "test",
            "DATABASE_URL": chosen.database_url,
            "GLASHELDER_DATA_DIR": str(chosen.data_dir),
            "GLASHELDER_KEYS_DIR": str(chosen.keys_dir),
            "GLASHELDER_OBJECTS_MASTER_KEY": base64url.encode(chosen.objects_master_key),
        }
        | settings
    )
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        *WORDS,
        *words,
        "--bind",
        f"127.0.0.1:{port}",
        "server.serving.wsgi:app",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("gunicorn ended before it answered")
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("gunicorn did not answer within 30 seconds")


def sign_in(port: int, key: str) -> str:
    """The cookie of a person signed in over HTTP."""
    who = cast.person(key)
    body = {"membership": str(who.membership), "device": {"id": str(who.device), "label": "Tablet"}}
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/sessions",
        json.dumps(body).encode(),
        {
            "Content-Type": "application/json",
            "X-Requested-With": "glashelder",
            "Cookie": cast.cookie_of(who.device),
        },
    )
    with urllib.request.urlopen(request) as answer:
        cookies = [told.partition(";")[0] for told in answer.headers.get_all("Set-Cookie")]
    return next(cookie for cookie in cookies if cookie.startswith(f"{COOKIE}="))


def send(job: dict[str, Any]) -> dict[str, Any]:
    """Run tests/e2e/tus/send.mjs."""
    ran = subprocess.run(
        ["node", "tus/send.mjs"], cwd=CLIENT, input=json.dumps(job).encode(), capture_output=True, timeout=280
    )
    assert ran.returncode == 0, ran.stderr.decode()
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer
