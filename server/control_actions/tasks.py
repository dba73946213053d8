"""The job of control actions. It is told ids alone and may run twice or late."""

from datetime import datetime
from uuid import UUID

from server.control_actions.linking import link_visits
from server.core.jobs import Subject, job


@job("control_actions.link")
def link(subject: Subject, now: datetime) -> None:
    """A visit was opened on site; its entity is the dossier."""
    link_visits(UUID(subject["entity"]), now)
