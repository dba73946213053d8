"""A generated history: people write over lines that fail, the server is set back, one changes agency."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import orjson
from flask import Flask
from sqlalchemy import update

from server.access.service import assign, ensure_dossier, unassign
from server.core.clock import to_wire
from server.core.database import writing
from server.core.ids import derive
from server.identity.models import Membership
from server.identity.roles import Role
from server.sync.service import authority, release_dossier
from tests import cast
from tests.conftest import Clock
from tests.engines import Sandbox
from tests.factories import access as world
from tests.factories import backup
from tests.factories.record import Wire, drawn_id
from tests.sync.model.device import Device, Send

CAST = ("nadia", "nadia", "defne", "noor", "joris", "piet")
FATES = ("through", "through", "through", "lost", "answer-lost", "twice", "cut")
STEPS = 60
LATER = derive("model", "a visit that the server learns of late")
NEW = derive("membership", "defne at the fire service")
_SHARED = {"piet": world.VISIT_B}


@dataclass
class History:
    """`line` makes a way to the server, from what becomes of each message and the cookies of a profile."""

    app: Flask
    sandbox: Sandbox
    clock: Clock
    scopes: dict[str, str]
    line: Callable[[Callable[[str], str], dict[str, Any]], Send]
    seed: int
    devices: list[Device] = field(default_factory=list)
    written: dict[tuple[str, str], Wire] = field(default_factory=dict)
    known: dict[str, list[tuple[Wire, str]]] = field(default_factory=dict)
    lost: set[tuple[str, str]] = field(default_factory=set)
    kept: backup.Backup | None = None
    fine: bool = True

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.people: dict[str, str] = {}
        self.count = 0

    def begin(self) -> None:
        """Everybody signs in, while the line still holds."""
        for number, key in enumerate(CAST):
            name = f"{key} {number}"
            jar: dict[str, Any] = {}
            device = Device(name, derive("model device", name), self.line(self._fate, jar), jar)
            self.people[name] = key
            assert device.sign_in(str(cast.person(key).membership), f"{name} {self.seed} {id(self)}")
            self.devices.append(device)

    def run(self, *, restores: bool = True) -> None:
        """So many steps over lines that fail."""
        self.fine = False
        acts = [self.write, self.sync, self.pull, self.leave, self.come, self.change_agency]
        acts += [self.copy_profile, self.lose]
        weights = [40, 30, 20, 2, 2, 1, 1, 2]
        if restores:
            acts, weights = [*acts, self.back_up, self.restore], [*weights, 3, 2]
        for _ in range(STEPS):
            self.clock.forward(seconds=self.random.randint(1, 90))
            self.random.choices(acts, weights)[0]()

    def end(self) -> None:
        """The lines hold, and everybody sends and fetches until nothing is left to say."""
        self.fine = True
        self.come()
        self._plan_later()
        for _ in range(6):
            for device in self.devices:
                self._sign_in_again(device)
                device.seal()
                device.push()
                device.confirm()
                device.push()
        for device in self.devices:
            device.pull()

    def _plan_later(self) -> None:
        """The visit that some wrote in before the server knew of it."""
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
                for key in ("nadia", "noor"):
                    who = cast.person(key)
                    assign(session, LATER, who.member, who.agency, self.clock.time)
                release_dossier(session, ours, LATER, self.clock.time)

    def _fate(self, path: str) -> str:
        return "through" if self.fine else self.random.choice(FATES)

    def _any(self) -> Device:
        return self.random.choice(self.devices)

    def write(self) -> None:
        """Somebody writes one to three things, of which they may know what is there."""
        device = self._any()
        for _ in range(self.random.randint(1, 4)):
            scope, wire = self._operation(device)
            device.write(scope, wire)
            self.written[scope, wire.id] = wire

    def sync(self) -> None:
        """A device seals and sends what it has; now and then it asks what is confirmed."""
        device = self._any()
        device.seal()
        device.push(self.random)
        if self.random.random() < 0.4:
            device.confirm()

    def pull(self) -> None:
        """A device fetches."""
        self._any().pull()

    def back_up(self) -> None:
        """The nightly backup, at any hour."""
        self.kept = backup.take(self.sandbox)

    def restore(self) -> None:
        """The server is set back; sessions of later sign-ins are gone with it."""
        if self.kept is None:
            return
        backup.restore(self.sandbox, self.kept)
        for forget in self.app.extensions.get("glashelder.forget", ()):
            forget()

    def copy_profile(self) -> None:
        """The profile of a tablet is copied to a second machine, and both go on."""
        device = self._any()
        session = str(cast.person(self.people[device.name]).membership)
        self.count += 1
        copy = device.copy(f"{device.name} copy {self.count}", self.line(self._fate, device.jar))
        self.people[copy.name] = self.people[device.name]
        told = {"membership": session, "device": {"id": str(device.id), "label": "copy"}}
        if len(self.devices) < 9 and copy.send("POST", "/sessions", told):
            self.devices.append(copy)

    def lose(self) -> None:
        """A browser evicts what it had not sent: that alone may be gone."""
        self.lost |= set(self._any().lose(self.random))

    def leave(self) -> None:
        """Joris leaves the team."""
        who = cast.person("joris")
        with self.app.app_context(), writing() as session:
            unassign(session, world.VISIT_A, who.member, who.agency, self.clock.time)

    def come(self) -> None:
        """Joris is back."""
        who = cast.person("joris")
        with self.app.app_context(), writing() as session:
            assign(session, world.VISIT_A, who.member, who.agency, self.clock.time)

    def change_agency(self) -> None:
        """Defne leaves the municipality for the fire service; the unsent work on her tablet goes up."""
        who, fire = cast.person("defne"), cast.person("nadia").agency
        with self.app.app_context(), writing() as session:
            if session.get(Membership, NEW) is not None:
                return
            mine = update(Membership).where(Membership.id == who.membership)
            session.execute(mine.values(until=self.clock.time))
            since = self.clock.time
            roles = [Role.INSPECTOR.value]
            session.add(
                Membership(id=NEW, member=who.member, agency=fire, roles=roles, since=since, until=None)
            )
            assign(session, world.VISIT_A, who.member, fire, since)
        self.clock.forward(minutes=1)
        device = next(one for one in self.devices if self.people[one.name] == "defne")
        device.sign_in(str(NEW), f"defne again {self.seed} {self.count} {id(self)}")

    def _sign_in_again(self, device: Device) -> None:
        """After a restore a session may be gone: sign in under a membership that is there."""
        if device.send("GET", "/sessions/current", None):
            return
        self.count += 1
        key = self.people[device.name]
        name = f"{device.name} {self.seed} {self.count} {id(self)}"
        assert device.sign_in(str(cast.person(key).membership), name) or device.sign_in(str(NEW), name)

    def _operation(self, device: Device) -> tuple[str, Wire]:
        """One of the things people write, in a scope that is mostly theirs."""
        assert device.author is not None
        self.count += 1
        key, author, number = self.people[device.name], device.author, str(self.count)
        visit = _SHARED.get(key, world.VISIT_A)
        if key in ("nadia", "noor") and self.random.random() < 0.15:
            visit = LATER
        joint = f"joint:{visit}"
        own = f"agency:{visit}:{author.agency}"
        moment = {"at": to_wire(self.clock.time + timedelta(seconds=self.random.randint(-900, 900)))}
        moment |= {"salt": number}
        act = self.random.choice(("answer", "answer", "note", "state", "finding", "withdraw", "resolve"))
        if act == "answer":
            return joint, self._answer(device, visit, moment)
        if act == "state":
            told = {"state": self.random.choice(("arrived", "suspended", "left")), "reason": None}
            return joint, author.operation("visit.state", visit, visit, told, **moment)
        if act in ("withdraw", "resolve") and self.known.get(author.agency):
            wire, scope = self.random.choice(self.known[author.agency])
            return scope, self._about(author, act, wire, visit, moment)
        scope = self.random.choice((joint, own, own))
        if act == "finding":
            told = {"title": f"bevinding {number}", "severity": "minor", "text": None, "kind": "violation"}
            wire = author.operation("finding.add", visit, drawn_id(f"{author.id} {number}"), told, **moment)
        else:
            told = {"text": f"notitie {number}", "subject": None}
            wire = author.operation("note.add", visit, drawn_id(f"{author.id} {number}"), told, **moment)
        self.known.setdefault(author.agency, []).append((wire, scope))
        return scope, wire

    def _answer(self, device: Device, visit: UUID, moment: dict[str, str]) -> Wire:
        """An answer of the list that the fire service fills, over what the device sees or beside it."""
        assert device.author is not None
        question = self.random.choice(("BRA-01", "BRA-02", "BRA-03"))
        instance = str(derive("instance", visit, "BRW-BRAND"))
        entity = str(derive("answer", instance, question))
        seen = device.states().get((f"joint:{visit}", entity, "answer"), {"registers": {}})["registers"]
        base = sorted(seen[""]["seen"])[:20] if "" in seen and self.random.random() < 0.7 else []
        told = {"checklist": "BRW-BRAND", "version": "0.1.0", "instance": instance, "question": question}
        told["value"] = self.random.choice(("yes", "no", "na"))
        return device.author.operation("answer.set", visit, entity, told, base=base, **moment)

    def _about(self, author: Any, act: str, wire: Wire, visit: UUID, moment: dict[str, str]) -> Wire:
        """A withdrawal of something, or a resolution that keeps it."""
        head = orjson.loads(wire.head)
        if act == "withdraw" or head["kind"] != "note.add":
            told: dict[str, Any] = {"id": wire.id, "of": head["kind"], "reason": "vergissing"}
            return author.operation("withdraw", head["dossier"], head["entity"], told, **moment)  # type: ignore[no-any-return]
        told = {"text": "gekozen", "subject": None, "reason": "gezien"}
        told["resolution"] = {"keep": [wire.id], "lead": wire.id}
        made = author.operation("note.add", head["dossier"], head["entity"], told, base=[wire.id], **moment)
        return made  # type: ignore[no-any-return]
