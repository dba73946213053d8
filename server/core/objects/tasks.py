"""What follows when an object is erased."""

from datetime import datetime

from server.core.jobs import Subject, job
from server.core.objects.vault import vault


@job("objects.remove")
def remove(subject: Subject, now: datetime) -> None:
    """Take the bytes of an erased object away."""
    vault().store.remove(subject["stored"])
