"""The world of the access table: the demo, and a finding with a photo that the police keep under their
class."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from server.core import base64url, clock
from server.core.database import reading
from server.core.jobs import run_due
from server.dossiers.models import EvidenceRecord, Finding
from server.seeding import places, plans
from server.seeding.decisions import follow_up_of
from server.seeding.loading import FINISHED, SEEDS, load_demo
from server.seeding.pictures import draw
from server.seeding.replay import Cast
from server.seeding.story import drawn
from tests import cast

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
TODAY = plans.today_id(plans.local_day(NOW))
SMOKE, SANITARY, WEAPON = "BRA-SMOKE", "HUI-SANITARY", "police's own"


@dataclass
class World:
    """The ids of the world, by the names the table uses, and a browser for each of the cast."""

    app: Flask
    ids: dict[str, str]
    browsers: dict[str, FlaskClient]

    def fill(self, path: str) -> str:
        """The path with its names replaced by ids."""
        for name, id in self.ids.items():
            path = path.replace("{" + name + "}", id)
        return path


def build(app: Flask) -> World:
    """Load the demo, let the police record under their class, and sign everyone in."""
    with clock.reading(lambda: NOW):
        load_demo(app, NOW)
        dossier = plans.dossier_id(FINISHED, "tomaat")
        with app.app_context():
            police_photo = _police(app, dossier)
        return World(
            app, _ids(app, dossier, police_photo), {key: _browser(app, key) for key in cast.everyone()}
        )


def _police(app: Flask, dossier: UUID) -> UUID:
    tablet = Cast(app, SEEDS).signed_in("joris")
    tablet.device = cast.sign_in(tablet.client, "joris").device
    tablet.enrol()
    scope = f"class:{dossier}:wpg:{tablet.agency}"
    finding, photo = drawn("police finding"), drawn("police photo")
    content = draw("wiring", "police")
    at = clock.now() - timedelta(minutes=5)
    told = {"title": WEAPON, "severity": "serious", "text": None, "kind": "violation"}
    named = {
        "subject": str(finding),
        "sha256": base64url.encode(sha256(content).digest()),
        "bytes": len(content),
        "mime": "image/jpeg",
        "taken_at": clock.to_wire(at),
        "caption": WEAPON,
    }
    tablet.push(
        scope,
        [
            tablet.write("finding.add", dossier, finding, told, at=at),
            tablet.write("evidence.add", dossier, photo, named, at=at),
        ],
    )
    tablet.upload(photo, content)
    run_due()
    return photo


def _ids(app: Flask, dossier: UUID, police_photo: UUID) -> dict[str, str]:
    westland, fire = cast.person("leo").agency, cast.person("nadia").agency
    with app.app_context(), reading() as session:
        findings = {
            row.rule: row.entity for row in session.scalars(select(Finding).where(Finding.dossier == dossier))
        }
        photos = {
            row.subject: row.entity
            for row in session.scalars(select(EvidenceRecord).where(EvidenceRecord.dossier == dossier))
        }
        emergency = follow_up_of(session, findings[SMOKE], "GEM-WESTLAND", "emergency_order")
    return {
        "finished": str(FINISHED),
        "today": str(TODAY),
        "dossier": str(dossier),
        "dossier of today": str(plans.dossier_id(TODAY, "zonneglans")),
        "joint photo": str(photos[findings[SMOKE]]),
        "municipality's photo": str(photos[findings[SANITARY]]),
        "police photo": str(police_photo),
        "follow-up": str(emergency),
        "westland": str(westland),
        "fire": str(fire),
        "police": str(cast.person("joris").agency),
        "site": str(places.site_id("zonneglans")),
    }


def _browser(app: Flask, key: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
    cast.sign_in(client, key)
    return client


Tell = Callable[[Any], str]


def _words(values: Any) -> str:
    return ", ".join(sorted(set(values)))


TELL: dict[str, Tell] = {
    "status": lambda _: "",
    "actions": lambda body: _words(one["title"] for one in body["actions"]),
    "sites": lambda body: _words(one["site"]["name"] for one in body["dossiers"]),
    "lists": lambda body: _words(one["checklist"] for one in body["answers"]),
    "findings": lambda body: _words(one["rule"] or one["title"] for one in body["findings"]),
    "photos": lambda body: str(len(body["evidence"])),
    "scopes": lambda body: _words(one["scope"].split(":")[0] for one in body["items"]),
    "follow-ups": lambda body: _words(one["action"] for one in body["followUps"]),
    "names": lambda body: _words(one["name"] for one in body),
    "why": lambda body: "yes" if body["why"] else "no",
    "self": lambda body: body["member"]["name"],
    "batches": lambda body: "some" if body["batches"] else "none",
    "kinds of scope": lambda body: _words(name.split(":")[0] for name in body["scopes"]),
}
"""How a cell tells what somebody saw, by the name that a row of the table gives."""
