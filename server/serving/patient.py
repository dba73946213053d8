"""gunicorn's worker with threads, which waits for nobody for ever.

A tablet that drives out of reach in the middle of a request leaves a connection that never says so. Without a
bound each of them holds a thread, and a handful of them the whole server.
"""

import os
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

SILENCE_SECONDS = float(os.environ.get("GLASHELDER_SILENCE_SECONDS", "20"))
"""How long a connection may say nothing in the middle of a request, or take nothing of its answer."""


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """Bounds each read and write of a connection; a request that falls silent ends with 408, or cut off."""

    def handle(self, conn: Any) -> Any:
        conn.init = partial(_begin, conn)  # runs before each request, after the socket was made blocking
        return super().handle(conn)


def _begin(conn: Any) -> None:
    TConn.init(conn)
    conn.sock.settimeout(SILENCE_SECONDS)
