"""Terms are days in the Netherlands, not hours: from the day a finding was decided to a date."""

from datetime import timedelta

from server.core.clock import from_ms, local_day

TRUSTED = timedelta(days=30)
"""So far a device's corrected time may lie before the server heard of it; beyond, the server's time
counts.
"""


def due_on(at: int | None, received: int | None, days: int) -> str | None:
    """The date (YYYY-MM-DD) `days` after a decision; `at` is its corrected device time in ms.

    A clock that is off by a year must not make a task late before it is read, so a time that cannot be right
    gives way to `received`, when the server heard of it, in ms.
    """
    if received is None:
        return None
    heard = from_ms(received)
    # Compared as numbers: a device may claim a time that no calendar has.
    plausible = at is not None and received - TRUSTED // timedelta(milliseconds=1) <= at <= received
    moment = from_ms(at) if plausible and at is not None else heard
    return (local_day(moment) + timedelta(days=days)).isoformat()
