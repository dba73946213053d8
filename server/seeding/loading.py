"""Load the demo, or bring it up to the day it is: run twice on a day, the second time changes nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from flask import Flask
from sqlalchemy import select

from server.checklists import service as checklists
from server.config import settings
from server.control_actions.documents import member_documents
from server.control_actions.models import ControlAction
from server.core import clock
from server.core.database import reading, writing
from server.core.ids import derive
from server.core.jobs import run_due
from server.identity.models import Member
from server.seeding import plans
from server.seeding.decisions import decide, follow_up_of
from server.seeding.people import load_people
from server.seeding.places import load_places
from server.seeding.replay import Cast, replay
from server.seeding.story import drawn
from server.sites.service import load_areas
from server.sync.documents import put_documents

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FINISHED = derive("demo-action", "finished")


@dataclass
class Loaded:
    """What was new."""

    today: str | None = None
    """The day for which an action was made."""
    closed: int = 0
    finished: bool = False
    checklists: int = 0
    interrupted: bool = False
    """An earlier run was broken off while it recorded the finished action, which therefore stands in part."""


def load_demo(app: Flask, now: datetime, folder: Path = SEEDS) -> Loaded:
    """Load everything of `folder` as of `now`. Outside an application context: requests make their own."""
    loaded = Loaded()
    with app.app_context():
        days = settings().dossier_days_after_close
        with writing() as session:
            loaded.checklists = len(checklists.load(session, now, folder).versions)
            load_people(session, folder, now)
            load_areas(session, folder / "areas")
            load_places(session, folder)
            members = list(session.scalars(select(Member.id)))
            put_documents(session, member_documents(session, members), now)
        _finished(app, folder, now, days, loaded)
        _today(folder, now, days, loaded)
        run_due()
    return loaded


def _today(folder: Path, now: datetime, days: int, loaded: Loaded) -> None:
    """Close what is left of earlier days, and see that there is an action of today."""
    day = plans.local_day(now)
    wanted = _read(folder, "today")
    with writing() as session:
        for action in plans.open_before(session, day):
            plans.advance(session, wanted["lead"], action.id, "closed", now)
            loaded.closed += 1
        if session.get(ControlAction, plans.today_id(day)) is not None:
            return
        begins = min(now, plans.moment(day, "06:30"))
        plans.plan(session, wanted, id=plans.today_id(day), day=day, now=begins, retention_days=days)
        plans.advance(session, wanted["lead"], plans.today_id(day), "active", begins)
        loaded.today = day.isoformat()


def _finished(app: Flask, folder: Path, now: datetime, days: int, loaded: Loaded) -> None:
    """Plan the finished action, let its people record, its desks decide, and close it; once."""
    with reading() as session:
        present = session.get(ControlAction, FINISHED)
    if present is not None:
        loaded.interrupted = present.state != "closed"
        return
    wanted = _read(folder, "finished")
    today = plans.local_day(now)
    day = today - timedelta(days=wanted["days_ago"])
    with _at(plans.moment(day, wanted["hours"][0]) - timedelta(hours=2)) as begins, writing() as session:
        plans.plan(session, wanted, id=FINISHED, day=day, now=begins, retention_days=days)
        plans.advance(session, wanted["lead"], FINISHED, "active", begins)
    cast = Cast(app, folder)
    findings = replay(cast, wanted, FINISHED, day)
    for step in sorted(
        [*wanted["decisions"], *wanted["replies"]], key=lambda one: (-one["days_ago"], one["at"])
    ):
        when = plans.moment(today - timedelta(days=step["days_ago"]), step["at"])
        with _at(when):
            _follow(cast, step, findings[step["site"]], today)
            run_due()
    closed = wanted["closed"]
    ends = plans.moment(today - timedelta(days=closed["days_ago"]), closed["at"])
    with _at(ends), writing() as session:
        plans.advance(session, wanted["lead"], FINISHED, "closed", ends)
    loaded.finished = True


def _follow(cast: Cast, step: Mapping[str, Any], findings: Mapping[str, UUID], today: Any) -> None:
    """One decision of a desk, or one answer of an inspector."""
    tablet = cast.signed_in(step["who"])
    receiver = step.get("receiver", tablet.agency_code)
    with reading() as session:
        follow_up = follow_up_of(session, findings[step["finding"]], receiver, step["action"])
    if "receiver" not in step:
        decide(tablet, follow_up, step, today)
        return
    tablet.enrol()
    dossier = plans.dossier_id(FINISHED, step["site"])
    fields = {"follow_up": str(follow_up), "text": step["text"]}
    reply = tablet.write("follow_up.reply", dossier, drawn(f"reply {follow_up}"), fields, at=clock.now())
    tablet.push(f"agency:{dossier}:{tablet.agency}", [reply])


@contextmanager
def _at(moment: datetime) -> Iterator[datetime]:
    """Let everything meanwhile happen at that moment."""
    with clock.reading(lambda: moment):
        yield clock.now()


def _read(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((folder / "demo" / f"{name}.yaml").read_text(), yaml.CSafeLoader)
    return found
