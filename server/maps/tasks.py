"""The job of maps."""

from datetime import datetime

from server.core.jobs import Subject, periodic
from server.maps import packs


@periodic("maps.forget_old", minutes=60 * 24)
def forget_old(_: Subject, now: datetime) -> None:
    """Packs of long ago take no room."""
    packs.forget_old(now)
