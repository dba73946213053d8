"""gunicorn's worker with threads, which waits for nobody for ever.

A tablet that drives out of reach in the middle of a request leaves a connection that never says so. Without a
bound each of them holds a thread, and a handful of them the whole server.
"""

from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from server.serving.pace import PacedSocket


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """Bounds what is waited for a connection, also its TLS handshake; the slower get 408, or are cut off."""

    def handle(self, conn: Any) -> Any:
        if not isinstance(conn.sock, PacedSocket):
            conn.sock = PacedSocket(conn.sock)
        conn.sock.anew()
        conn.init = partial(_begin, conn)
        return super().handle(conn)


def _begin(conn: Any) -> None:
    TConn.init(conn)
    if not isinstance(conn.sock, PacedSocket):  # TLS put its own in the place of ours, with our bound
        conn.sock = conn.parser.unreader.sock = PacedSocket(conn.sock)
