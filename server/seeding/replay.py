"""The finished action is recorded: each person on a tablet of their own, batch by batch, as on the day
itself."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask

from server.checklists import service as checklists
from server.core import clock
from server.core.database import reading
from server.core.jobs import run_due
from server.seeding import plans
from server.seeding.people import read
from server.seeding.places import features
from server.seeding.story import Photo, Visit, tell
from server.seeding.tablet import Tablet, Wire


class Cast:
    """The people of the demo with their tablets, by key."""

    def __init__(self, app: Flask, folder: Path) -> None:
        self._app = app
        self.folder = folder
        self._agencies = {one["key"]: one["agency"] for one in read(folder, "members")}
        self._tablets: dict[str, Tablet] = {}

    def signed_in(self, key: str) -> Tablet:
        """The tablet of this person, with a session of this moment."""
        if key not in self._tablets:
            self._tablets[key] = Tablet(self._app, key, self._agencies[key])
        self._tablets[key].sign_in()
        return self._tablets[key]


def replay(cast: Cast, wanted: Mapping[str, Any], action: UUID, day: date) -> dict[str, dict[str, UUID]]:
    """Record the whole story of an action and do the work that follows; its findings by site and rule."""
    with reading() as session:
        versions = {content.code: content.version for content in checklists.newest(session)}
        library = checklists.contents(session, list(versions.items()))
    places = {one["properties"]["key"]: one["properties"] for one in features(cast.folder)}
    findings: dict[str, dict[str, UUID]] = {}
    for told in wanted["story"]:
        site = places[told["site"]]
        place = {
            "lon": f"{site['lon']:.5f}".rstrip("0"),
            "lat": f"{site['lat']:.5f}".rstrip("0"),
            "accuracy": "6",
        }
        visit = Visit(plans.dossier_id(action, told["site"]), place, library, versions)
        _visit(cast, visit, told["steps"], day)
        findings[told["site"]] = visit.findings
    return findings


def _visit(cast: Cast, visit: Visit, steps: list[dict[str, Any]], day: date) -> None:
    """All of one visit: each person syncs once, after their last step."""
    people = list(dict.fromkeys(step["who"] for step in steps))
    with _at(plans.moment(day, steps[0]["at"]) - timedelta(minutes=10)):
        tablets = {key: cast.signed_in(key) for key in people}
        for tablet in tablets.values():
            tablet.enrol()
    batches: dict[str, dict[str, list[Wire]]] = {key: {} for key in people}
    photos: dict[str, list[Photo]] = {key: [] for key in people}
    for step in steps:
        told = tell(visit, tablets[step["who"]], step, plans.moment(day, step["at"]))
        for scope, wire in told.wires:
            batches[step["who"]].setdefault(scope, []).append(wire)
        photos[step["who"]] += told.photos
    with _at(plans.moment(day, steps[-1]["at"]) + timedelta(minutes=5)):
        for key in people:
            for scope, wires in batches[key].items():
                tablets[key].push(scope, wires)
            for photo in photos[key]:
                tablets[key].upload(photo.evidence, photo.content)
        run_due()


@contextmanager
def _at(moment: datetime) -> Iterator[None]:
    with clock.reading(lambda: moment):
        yield
