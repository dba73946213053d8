"""Work that follows later: written in the transaction that asks for it, done by a worker, safe to repeat.

    enqueue(session, now, Ask("follow-ups.derive", {"finding": str(finding)}, key=f"follow-ups|{finding}"))

    @job("follow-ups.derive")
    def derive(subject: Subject, now: datetime) -> None: …

A job is told only what it is about. It reads the present state itself, opens its own `writing()` and writes
what should be there, so that it may run twice or late.
"""

from server.core.jobs.nudge import install
from server.core.jobs.outbox import Ask, enqueue
from server.core.jobs.registry import Subject, job, periodic
from server.core.jobs.runner import run_due

__all__ = ["Ask", "Subject", "enqueue", "install", "job", "periodic", "run_due"]
