"""A generated history: what people at a visit do on tablets, in an order and on a line from a seed."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from flask import Flask

from server.access.service import assign, ensure_dossier, unassign
from server.core.database import writing
from server.core.ids import derive
from server.identity.roles import Role
from server.sync.authority import authority
from server.sync.waiting import release_all, release_dossier
from tests import cast
from tests.conftest import Clock
from tests.engines import Sandbox
from tests.factories import access as world
from tests.sync import backups, server_side
from tests.sync.tablets import Tablets

LATER = derive("test", "a visit that the server learns of late")
FATES = ("through", "through", "through", "lost", "answer-lost", "twice")
PEOPLE = {"nadia 1": "nadia", "nadia 2": "nadia", "defne": "defne", "noor": "noor", "joris": "joris"}
STEPS = 60


@dataclass
class History:
    """The world of one history; `written` are the operations that a tablet said it has."""

    app: Flask
    sandbox: Sandbox
    clock: Clock
    tablets: Tablets
    random: Random
    written: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    backup: backups.Backup | None = None

    def begin(self) -> None:
        """Everybody signs in and fetches the list that all may fill, with network, on clocks that are off."""
        for name, key in PEOPLE.items():
            self.tablets.open(name, off=self.random.randint(-20 * 60_000, 20 * 60_000))
            self.tablets.sign_in(name, key)
            self.tablets(name, "fetchList", code="GEN-START", version="0.1.0")
            self.names.append(name)

    def run(self) -> None:
        """So many steps over a line that fails."""
        self.tablets.line = lambda request: self.random.choice(FATES)
        for _ in range(STEPS):
            self.clock.forward(seconds=self.random.randint(1, 300))
            self.random.choices(
                [
                    self.record,
                    self.sync,
                    self.take_back,
                    self.leave,
                    self.return_,
                    self.back_up,
                    self.restore,
                ],
                [30, 24, 6, 2, 2, 2, 1],
            )[0]()

    def record(self) -> None:
        """Somebody records one to three things at once."""
        name = self.random.choice(self.names)
        items = [self._item() for _ in range(self.random.randint(1, 3))]
        for id in self.tablets(name, "record", items=items):
            self.written[id] = name

    def sync(self) -> None:
        """A tablet tries to send, and may be killed at any write; what it calls safe is safe."""
        name = self.random.choice(self.names)
        kill = {"killAt": self.random.randint(1, 60)} if self.random.random() < 0.3 else {}
        if self.tablets(name, "sync", **kill) == "done":
            there = {*server_side.accepted(self.app), *server_side.set_aside(self.app)}
            safe = {
                item["id"]
                for item in self.tablets(name, "outbox")
                if item["stage"] in ("on-server", "confirmed")
            }
            assert safe <= there

    def take_back(self) -> None:
        """Somebody withdraws something, chooses between values, or keeps both."""
        name = self.random.choice(self.names)
        mine = [id for id, by in self.written.items() if by == name]
        if mine and self.random.random() < 0.5:
            id = self.tablets(name, "withdraw", operation=self.random.choice(mine))
        else:
            id = self.tablets(name, "resolve", dossier=str(world.VISIT_A), both=self.random.random() < 0.5)
        if id:
            self.written[id] = name

    def leave(self) -> None:
        """Joris leaves the team; his tablet loses the visit."""
        who = cast.person("joris")
        with self.app.app_context(), writing() as session:
            unassign(session, world.VISIT_A, who.member, who.agency, self.clock.time)

    def return_(self) -> None:
        """Joris is back."""
        self._assign(world.VISIT_A, "joris")

    def back_up(self) -> None:
        """The nightly backup, at any hour."""
        self.backup = backups.take(self.app)

    def restore(self) -> None:
        """The server is set back to its last backup."""
        if self.backup is not None:
            backups.restore(self.app, self.sandbox, self.backup)

    def copy_profile(self) -> None:
        """Somebody's profile is copied to another machine and both go on."""
        self.tablets.open("copy", copyOf="nadia 2")
        self.names.append("copy")

    def end(self) -> None:
        """The line is whole, the late visit is known, and everybody is back; all send until nothing waits."""
        self.tablets.line = lambda request: "through"
        self._know_later_visit()
        self.return_()
        for _ in range(3):
            self.clock.forward(minutes=10)
            with self.app.app_context():
                release_all(authority(), self.clock.time)  # as the server does from time to time
            for name in self.names:
                assert self.tablets(name, "sync") == "done"
                self._reissue_forked(name)
        for name in self.names:
            assert self.tablets(name, "sync") == "done"

    def _reissue_forked(self, name: str) -> None:
        for item in self.tablets(name, "outbox"):
            if item["stage"] == "set-aside" and item["reason"] == "fork" and not item["reissuedBy"]:
                id = self.tablets(name, "reissue", operation=item["id"], changes={})
                self.written[id] = name

    def _know_later_visit(self) -> None:
        with self.app.app_context():
            ours = authority()
            with writing() as session:
                ensure_dossier(
                    session,
                    dossier=LATER,
                    action=world.ACTION,
                    team=world.TEAM_A,
                    target=None,
                    site=None,
                    planned=True,
                    opened=self.clock.time,
                )
                for key in sorted(set(PEOPLE.values())):
                    who = cast.person(key)
                    assign(session, LATER, who.member, who.agency, self.clock.time)
                release_dossier(session, ours, LATER, self.clock.time)

    def _assign(self, dossier: Any, key: str) -> None:
        who = cast.person(key)
        with self.app.app_context(), writing() as session:
            world.put_on_action(session, world.ACTION, world.TEAM_A, key, Role.INSPECTOR, self.clock.time)
            assign(session, dossier, who.member, who.agency, self.clock.time)

    def _item(self) -> dict[str, Any]:
        drawn = self.random.random()
        dossier = str(LATER if drawn < 0.1 else world.VISIT_A)
        scope = self.random.choice(["joint", "agency"])
        number = str(self.random.randint(1, 4))
        if drawn < 0.3:
            return {
                "kind": "note.add",
                "dossier": dossier,
                "fields": {"text": f"n{number}", "subject": None},
                "scope": scope,
            }
        if drawn < 0.45:
            fields = {"title": "Losse kabels", "severity": "serious", "text": None, "kind": "violation"}
            return {"kind": "finding.add", "dossier": dossier, "fields": fields, "scope": scope}
        if drawn < 0.6:
            state = self.random.choice(["arrived", "suspended", "left", "closed"])
            return {"kind": "visit.state", "dossier": dossier, "fields": {"state": state, "reason": None}}
        fields = {"checklist": "GEN-START", "version": "0.1.0", "question": "GEN-05", "value": number}
        return {"kind": "answer.set", "dossier": dossier, "fields": fields}
