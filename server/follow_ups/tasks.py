"""The jobs of follow-ups. Each is told ids alone and may run twice or late."""

from datetime import datetime
from uuid import UUID

from server.core.jobs import Subject, job
from server.follow_ups.service.asking import copy_reply
from server.follow_ups.service.leading import count_for_dossier, count_for_lead
from server.follow_ups.service.settle import settle


@job("follow_ups.finding")
def finding(subject: Subject, now: datetime) -> None:
    """A finding was recorded, decided, withdrawn or released, or its receiver decided on it."""
    settle(int(subject["scope"]), UUID(subject["entity"]), now)


@job("follow_ups.reply")
def reply(subject: Subject, now: datetime) -> None:
    """An inspector answered a question, or withdrew an answer."""
    copy_reply(int(subject["scope"]), UUID(subject["entity"]), now)


@job("follow_ups.counts")
def counts(subject: Subject, now: datetime) -> None:
    """Something changed that the lead of an action may know in numbers."""
    count_for_lead(UUID(subject["action"]), now)


@job("follow_ups.word")
def word(subject: Subject, now: datetime) -> None:
    """An agency said whether anything follows from a list in its own system; its entity is the dossier."""
    count_for_dossier(UUID(subject["entity"]), now)
