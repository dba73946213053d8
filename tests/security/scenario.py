"""The script that is played twice, and the private things that are in one of the two plays."""

from base64 import b64encode
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from server.core import base64url
from server.core.ids import derive
from server.core.jobs import run_due
from server.seeding.pictures import draw
from tests import cast
from tests.conftest import Clock
from tests.engines import Sandbox
from tests.factories.control_actions import Draft
from tests.factories.record import Wire, drawn_id
from tests.factories.sending import VERSION, Tablet

PHOTO = drawn_id("private photo")


@dataclass
class Scene:
    """An action that is under way, everyone's browser, and the tablets of those who record."""

    app: Flask
    sandbox: Sandbox
    clock: Clock
    dossier: UUID
    action: Draft
    tablets: dict[str, Tablet]
    browsers: dict[str, FlaskClient]
    chains: dict[str, Any] = field(default_factory=dict)

    @property
    def joint(self) -> str:
        return f"joint:{self.dossier}"

    def keep_chains(self) -> None:
        """Remember how far each tablet's batches go, for the second play."""
        self.chains = {key: deepcopy(tablet.author.chains) for key, tablet in self.tablets.items()}

    def begin(self) -> None:
        """Let tablets and server forget what was since."""
        for key, tablet in self.tablets.items():
            tablet.author.chains = deepcopy(self.chains[key])
        for forget in self.app.extensions.get("glashelder.forget", ()):
            forget()

    def work(self) -> None:
        """Do the work that follows."""
        with self.app.app_context():
            run_due()

    def take(self, key: str, scope: str, *wires: Wire) -> None:
        """Record, and fail unless all of it is accepted."""
        fates = self.tablets[key].record(scope, *wires)
        assert fates == [("accepted", None)] * len(wires), fates


def joint_finding(scene: Scene) -> None:
    """Nadia finds an exit blocked: a joint finding with follow-ups for several agencies."""
    nadia = scene.tablets["nadia"]
    instance = derive("instance", scene.dossier, "BRW-BRAND")
    of = {"checklist": "BRW-BRAND", "version": VERSION}
    begun = nadia.author.operation("instance.create", scene.dossier, instance, {**of, "label": None})
    answer = nadia.answer(scene.dossier, "BRA-01", "no")
    finding = derive("finding", derive("answer", instance, "BRA-01"), "BRA-EXIT", nadia.agency)
    told = {
        **of,
        "instance": str(instance),
        "question": "BRA-01",
        "rule": "BRA-EXIT",
        "answers": [answer.id],
        "parameters": {},
        "decision": "confirm",
        "reason": None,
        "severity": "critical",
        "referrals": [],
    }
    scene.take(
        "nadia",
        scene.joint,
        begun,
        answer,
        nadia.author.operation("finding.decide", scene.dossier, finding, told),
    )


def private_finding(scene: Scene, key: str, scope: str) -> None:
    """A finding that its agency keeps to itself."""
    told = {"title": "Loon in contanten", "severity": "serious", "text": "Zie notitie.", "kind": "violation"}
    entity = drawn_id("private finding")
    scene.take(key, scope, scene.tablets[key].author.operation("finding.add", scene.dossier, entity, told))


def private_photo(scene: Scene, key: str, scope: str) -> None:
    """A photo of it, uploaded whole, with its preview."""
    tablet, content = scene.tablets[key], draw("beds", "private")
    told = {
        "subject": drawn_id("private finding"),
        "sha256": base64url.encode(sha256(content).digest()),
        "bytes": len(content),
        "mime": "image/jpeg",
        "taken_at": "2026-11-25T10:00:00.000Z",
    }
    scene.take(key, scope, tablet.author.operation("evidence.add", scene.dossier, PHOTO, told))
    tus = {"Tus-Resumable": "1.0.0"}
    named = {
        "Upload-Length": str(len(content)),
        "Upload-Metadata": f"id {b64encode(PHOTO.encode()).decode()}",
    }
    created = tablet.client.post("/api/v1/evidence-uploads", headers=tus | named)
    assert created.status_code == 201, created.text
    part = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    sent = tablet.client.patch(f"/api/v1/evidence-uploads/{PHOTO}", headers=tus | part, data=content)
    assert sent.status_code == 204, sent.text


def private_draft(scene: Scene, key: str, scope: str) -> None:
    """A filling of the agency's own list that is begun and not signed off."""
    tablet = scene.tablets[key]
    instance = derive("instance", scene.dossier, "NLA-ARBEID", tablet.agency)
    of = {"checklist": "NLA-ARBEID", "version": VERSION}
    begun = tablet.author.operation("instance.create", scene.dossier, instance, {**of, "label": None})
    answer = tablet.answer(scene.dossier, "ARB-16", "no", checklist="NLA-ARBEID", instance=instance)
    scene.take(key, scope, begun, answer)


def routes(scene: Scene) -> list[str]:
    """The path of every GET that could tell something of it, whether it is there or not."""
    dossier, action = scene.dossier, scene.action.id
    labour, police = cast.person("noor").agency, cast.person("joris").agency
    scopes = (f"agency:{dossier}:{labour}", f"class:{dossier}:wpg:{police}", f"joint:{dossier}")
    return [
        "/sessions/current",
        "/agencies",
        "/checklists",
        "/sites",
        "/control-actions",
        f"/control-actions/{action}",
        f"/control-actions/{action}/people",
        "/demo/people",
        "/dossiers",
        f"/dossiers?action={action}&state=planned",
        f"/dossiers/{dossier}",
        *(f"/dossiers/{dossier}/{part}" for part in ("answers", "findings", "evidence", "timeline")),
        f"/dossiers/{dossier}/timeline?limit=1",
        *(f"/evidence/{PHOTO}/{part}" for part in ("original", "preview", "receipt")),
        "/follow-ups",
        "/follow-ups?view=new",
        "/follow-ups/handlers",
        "/sync/batches",
        *(f"/access/explanation?scope={scope}" for scope in scopes),
    ]
