"""The story of a visit as a seed file writes it, step by step, as the operations that the app would
record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from server.access.service import scope_for
from server.checklists.service import Library, needs_caution
from server.core import base64url, clock
from server.core.ids import derive, uuid7_of
from server.seeding.pictures import draw
from server.seeding.tablet import Tablet, Wire


class Photo(NamedTuple):
    """A picture to upload once its operation is there."""

    evidence: UUID
    content: bytes


@dataclass
class Visit:
    """What is known of a visit while its story is told."""

    dossier: UUID
    place: Mapping[str, str]
    library: Library
    versions: Mapping[str, str]
    """Code of a list → the version to fill."""
    begun: set[tuple[UUID, UUID]] = field(default_factory=set)
    """Fillings that were created, by agency."""
    answers: dict[tuple[UUID, str], str] = field(default_factory=dict)
    """Filling and question → id of the answer."""
    words: dict[tuple[str, UUID, str], str] = field(default_factory=dict)
    """Kind, agency and list of an agency's word on the visit → the operation that the next one replaces."""
    findings: dict[str, UUID] = field(default_factory=dict)
    """Rule → the finding that was confirmed."""


class Told(NamedTuple):
    """What a step becomes: operations by scope, and photos."""

    wires: list[tuple[str, Wire]]
    photos: list[Photo]


def tell(visit: Visit, tablet: Tablet, step: Mapping[str, Any], at: datetime) -> Told:
    """The operations of one step. The step's one verb says which; `KeyError` for another."""
    verb = next(name for name in _VERBS if name in step)
    told = Told([], [])
    _VERBS[verb](_Pen(visit, tablet, step, at, told))
    return told


def instance_id(dossier: UUID, checklist: str, label: str, agency: UUID, team: bool) -> UUID:
    """The id of a filling: derived where there can be one, drawn from its name where there may be many."""
    if label:
        return drawn(f"{dossier} {checklist} {label}")
    return derive("instance", dossier, checklist) if team else derive("instance", dossier, checklist, agency)


def drawn(name: str) -> UUID:
    """A UUIDv7 that follows from a name, so that the demo is the same wherever it is loaded."""
    return uuid7_of(1_790_000_000_000, sha256(name.encode()).digest()[:10])


@dataclass
class _Pen:
    """A step in the hand of its author."""

    visit: Visit
    tablet: Tablet
    step: Mapping[str, Any]
    at: datetime
    told: Told

    def write(
        self, kind: str, entity: UUID, fields: Mapping[str, Any], chosen: str = "", base: str | None = None
    ) -> Wire:
        """Write an operation into its home scope; `base` is what its author saw and replaces."""
        replaced = [] if base is None else [base]
        wire = self.tablet.write(kind, self.visit.dossier, entity, fields, at=self.at, base=replaced)
        scope = scope_for(
            kind,
            fields,
            dossier=self.visit.dossier,
            agency=self.tablet.agency,
            chosen=chosen or f"agency:{self.visit.dossier}:{self.tablet.agency}",
            classes=self.visit.library,
        )
        self.told.wires.append((str(scope), wire))
        return wire

    def say(self, kind: str, fields: Mapping[str, Any]) -> None:
        """The agency's word on the visit, in place of the one before."""
        said = (kind, self.tablet.agency, str(fields.get("list", "")))
        wire = self.write(kind, self.visit.dossier, fields, base=self.visit.words.get(said))
        self.visit.words[said] = wire.id

    def chosen(self) -> str:
        """The scope that the step names for what its author may put anywhere."""
        return f"joint:{self.visit.dossier}" if self.step.get("shared") else ""

    def list(self) -> tuple[dict[str, str], UUID]:
        """The list of the step as fields, and its filling, begun when it is new."""
        code, label = self.step["list"], self.step.get("label", "")
        version = self.visit.versions[code]
        of = {"checklist": code, "version": version}
        team = self.visit.library.of_list(code, version) == "team"
        instance = instance_id(self.visit.dossier, code, label, self.tablet.agency, team)
        if (instance, self.tablet.agency) not in self.visit.begun:
            self.visit.begun.add((instance, self.tablet.agency))
            self.write("instance.create", instance, {**of, "label": label or None})
        return of, instance

    def photo(self, subject: UUID, chosen: str) -> None:
        """Name the step's picture as evidence of something."""
        if "photo" not in self.step:
            return
        content = draw(self.step["photo"], str(subject))
        evidence = drawn(f"photo {subject}")
        fields = {
            "subject": str(subject),
            "sha256": base64url.encode(sha256(content).digest()),
            "bytes": len(content),
            "mime": "image/jpeg",
            "taken_at": clock.to_wire(self.at),
            "caption": self.step.get("caption"),
            "place": self.visit.place,
        }
        self.write("evidence.add", evidence, fields, chosen)
        self.told.photos.append(Photo(evidence, content))


def _state(pen: _Pen) -> None:
    fields = {"state": pen.step["state"], "reason": pen.step.get("reason"), "place": pen.visit.place}
    pen.say("visit.state", fields)


def _progress(pen: _Pen) -> None:
    fields = {"list": pen.step["of"], "progress": pen.step["progress"], "reason": pen.step.get("reason")}
    pen.say("agency.progress", fields)


def _follow_up(pen: _Pen) -> None:
    fields = {"list": pen.step["of"], "follow_up": pen.step["follow_up"]}
    pen.say("agency.follow_up", fields)


def _answers(pen: _Pen) -> None:
    of, instance = pen.list()
    for question, value in pen.step["answers"].items():
        fields: dict[str, Any] = {**of, "instance": str(instance), "question": question, "value": value}
        content = pen.visit.library.content(of["checklist"], of["version"])
        if needs_caution(content.questions[question]):
            moment = clock.to_wire(pen.at)
            fields["caution"] = {"asked": moment, "punitive": True, "given": moment}
        before = pen.visit.answers.get((instance, question))
        wire = pen.write("answer.set", derive("answer", instance, question), fields, base=before)
        pen.visit.answers[instance, question] = wire.id


def _finding(pen: _Pen) -> None:
    of, instance = pen.list()
    question, rule = pen.step["question"], pen.step["finding"]
    entity = derive("finding", derive("answer", instance, question), rule, pen.tablet.agency)
    pen.visit.findings[rule] = entity
    fields = {
        **of,
        "instance": str(instance),
        "question": question,
        "rule": rule,
        "answers": [pen.visit.answers[instance, question]],
        "parameters": pen.step.get("parameters", {}),
        "decision": "confirm",
        "reason": None,
        "severity": pen.step["severity"],
        "referrals": [],
        "place": pen.visit.place,
    }
    pen.write("finding.decide", entity, fields)
    scope = pen.told.wires[-1][0]
    pen.photo(entity, scope)


def _free(pen: _Pen) -> None:
    entity = drawn(f"finding {pen.visit.dossier} {pen.step['free']}")
    fields = {
        "title": pen.step["free"],
        "severity": pen.step["severity"],
        "text": pen.step.get("text"),
        "kind": pen.step.get("kind", "violation"),
        "place": pen.visit.place,
    }
    pen.write("finding.add", entity, fields, pen.chosen())
    pen.photo(entity, pen.told.wires[-1][0])


def _note(pen: _Pen) -> None:
    entity = drawn(f"note {pen.visit.dossier} {pen.step['note']}")
    pen.write("note.add", entity, {"text": pen.step["note"], "subject": None}, pen.chosen())


def _sign_off(pen: _Pen) -> None:
    of, instance = pen.list()
    home = str(
        scope_for(
            "instance.sign_off",
            of,
            dossier=pen.visit.dossier,
            agency=pen.tablet.agency,
            chosen="",
            classes=pen.visit.library,
        )
    )
    seen = [id for (filling, _), id in pen.visit.answers.items() if filling == instance]
    fields = {**of, "instance": str(instance), "seen": seen, "remark": pen.step.get("remark")}
    pen.write("instance.sign_off", instance, fields, home)


_VERBS: dict[str, Callable[[_Pen], None]] = {
    "state": _state,
    "progress": _progress,
    "follow_up": _follow_up,
    "answers": _answers,
    "finding": _finding,
    "free": _free,
    "note": _note,
    "sign_off": _sign_off,
}
