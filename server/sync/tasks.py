"""Jobs of sync: letting in what waited, and the alarm of a fork."""

from datetime import datetime

import structlog

from server.core.jobs import Subject, job, periodic
from server.sync.authority import authority
from server.sync.waiting import release_all

log = structlog.get_logger(__name__)


@job("checklists.loaded")
def checklist_loaded(subject: Subject, now: datetime) -> None:
    """A checklist version came: what waited for it is let in."""
    release_all(authority(), now, f"checklist:{subject['checklist']}@{subject['version']}")


@periodic("sync.waiting", minutes=10)
def let_in(subject: Subject, now: datetime) -> None:
    """Whatever waits for something that is here: after an upgrade, or when nobody asked in time."""
    count = release_all(authority(), now)
    if count:
        log.info("sync.let_in", operations=count)


@job("sync.fork")
def tell_fork(subject: Subject, now: datetime) -> None:
    """Two devices write with one key, as after a copied profile. Nobody is blamed; its device enrols anew."""
    log.warning("sync.fork", signer=subject["signer"], scope=subject["scope"])
