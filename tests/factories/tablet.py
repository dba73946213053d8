"""A tablet as far as pulling goes: it keeps what it is told, as the format says (docs/format.md § 7)."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson

from server.core.database import db as extension
from server.sync.pull import pull
from tests import cast

EPOCH = uuid4()


class Device:
    """A tablet that keeps what it is told, as the format says: a put replaces, never merges."""

    def __init__(self, key: str, limit: int = 1000) -> None:
        self.viewer, self.limit = cast.viewer(key), limit
        self.cursors: dict[str, str | None] = {}
        self.held: dict[str, dict[str, Any]] = {}
        self.batches: dict[str, set[str]] = {}
        self.types: dict[str, str] = {}
        self.pages: list[dict[str, Any]] = []

    def pull(self, now: datetime) -> dict[str, Any]:
        """Ask until nothing more comes; the last page."""
        while True:
            session = extension.session()
            told = pull(session, self.viewer, now, epoch=EPOCH, cursors=self.cursors, limit=self.limit)
            session.rollback()
            page = orjson.loads(orjson.dumps(told))
            self.pages.append(page)
            self._take(page)
            if not any(told["more"] for told in page["scopes"].values()):
                return page

    def _take(self, page: dict[str, Any]) -> None:
        for name in page["lost"]:
            for kept in (self.cursors, self.held, self.batches):
                kept.pop(name, None)
        for name, told in page["scopes"].items():
            if told["from"] == 0:
                self.held[name], self.batches[name] = {}, set()
            for entry in told["entries"]:
                if "put" in entry:
                    self.held[name][entry["put"]] = entry.get("head") or entry["body"]
                    self.types[f"{name}#{entry['put']}"] = entry.get("type", "operation")
                if "remove" in entry:
                    self.held[name].pop(entry["remove"], None)
            self.batches[name] |= {batch["text"] for batch in told["batches"]}
            self.cursors[name] = told["cursor"]

    def documents(self, type: str) -> dict[str, dict[str, Any]]:
        """The bodies of all documents of a type that it holds, by scope and id as `scope#id`."""
        return {
            f"{scope}#{id}": body
            for scope, kept in self.held.items()
            for id, body in kept.items()
            if self.types.get(f"{scope}#{id}") == type
        }
