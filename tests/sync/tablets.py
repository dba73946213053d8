"""Tablets that run the app's own core in Node, line by line; the server is the real one, in this process.

tablets.open("nadia 1")                     a tablet
tablets.sign_in("nadia 1", "nadia")         somebody of the cast signs in on it
tablets("nadia 1", "sync")                  anything that pwa/tests/tablet/tablet.ts can do
"""

import gzip
import json
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from server.core.clock import to_ms
from server.core.ids import derive
from tests import cast
from tests.factories.sending import browser

PWA = Path(__file__).parents[2] / "pwa"

Line = Callable[[dict[str, Any]], str]
"""What becomes of a request: `through`, `lost` going there, `answer-lost` coming back, or `twice`."""


class Failed(AssertionError):
    """The tablet's own code raised; the message is its stack."""


def build(folder: Path) -> Path:
    """Bundle the tablet for Node; the script to run."""
    subprocess.run(["node", "scripts/build-tablet.mjs", str(folder)], cwd=PWA, check=True)
    return folder / "child.mjs"


class Tablets:
    """Several tablets in one child process, each with its own browser session on the server."""

    def __init__(self, script: Path, app: Flask, now: Callable[[], datetime]) -> None:
        self._app, self._now = app, now
        self._child = subprocess.Popen(
            ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._sessions: dict[str, FlaskClient] = {}
        self._count = 0
        self.line: Line = lambda request: "through"

    def open(self, name: str, **options: Any) -> None:
        """A new tablet; `copyOf` another makes it a copy of that one's profile, session and all."""
        self._sessions[name] = self._sessions.get(options.get("copyOf", ""), browser(self._app))
        self(name, "open", **options)

    def sign_in(self, name: str, key: str, device: str | None = None) -> None:
        """Somebody signs in; the device is that of the tablet's name unless another is given."""
        who = cast.person(key)
        device = device or str(derive("tablet", name))
        self(name, "signIn", membership=str(who.membership), device=device)

    def lose_cookies(self, name: str) -> None:
        """The browser forgets its cookies and keeps its database."""
        self._sessions[name] = browser(self._app)

    def __call__(self, tablet: str, verb: str, **arguments: Any) -> Any:
        """Let a tablet do something, and answer what it gives back. Raises Failed."""
        self._count += 1
        self._say({"id": self._count, "do": verb, "tablet": tablet, "now": to_ms(self._now()), **arguments})
        while True:
            message = self._hear()
            if "send" in message:
                self._say({"answer": message["send"], **self._carry(message)})
            elif message.get("done") == self._count:
                if "error" in message:
                    raise Failed(message["error"])
                return message["result"]

    def close(self) -> None:
        """End the child."""
        assert self._child.stdin is not None
        self._child.stdin.close()
        self._child.wait(timeout=10)
        if self._child.stdout is not None:
            self._child.stdout.close()

    def _carry(self, message: dict[str, Any]) -> dict[str, Any]:
        fate = self.line(message)
        if fate == "lost":
            return {"lost": True}
        answer = self._ask(message)
        if fate == "twice":
            answer = self._ask(message)
        return {"lost": True} if fate == "answer-lost" else answer

    def _ask(self, message: dict[str, Any]) -> dict[str, Any]:
        client = self._sessions[message["tablet"]]
        data, headers = None, {}
        if "body" in message:
            data = gzip.compress(json.dumps(message["body"]).encode(), 1)
            headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        told = client.open(f"/api/v1{message['path']}", method=message["method"], data=data, headers=headers)
        return {"status": told.status_code, "body": told.get_json(silent=True)}

    def _say(self, message: dict[str, Any]) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(message) + "\n")
        self._child.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise Failed("the tablets' process ended")
        heard: dict[str, Any] = json.loads(line)
        return heard
