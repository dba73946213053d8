"""gunicorn's settings; the runner passes address and certificate in the environment.

Threads, because tablets on a slow link hold a connection for minutes: two workers that each serve one
request at a time would stand still after two slow photos.
"""

import os
from typing import Any

from server.serving.welcome import welcome

bind = os.environ.get("GLASHELDER_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("GLASHELDER_WORKERS", "2"))
threads = 8
worker_class = "server.serving.patient.PatientWorker"
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 5
control_socket_disable = True
accesslog = None
loglevel = "warning"
certfile = os.environ.get("GLASHELDER_TLS_CERT") or None
keyfile = os.environ.get("GLASHELDER_TLS_KEY") or None


def post_fork(server: Any, worker: Any) -> None:
    """A connection opened before the fork must not be shared by two processes."""
    from server.core.database import db

    app = server.app.wsgi()
    with app.app_context():
        db.engine.dispose(close=False)


def when_ready(server: Any) -> None:
    """Say where it is and who can sign in."""
    welcome(server.app.wsgi(), os.environ.get("GLASHELDER_ADDRESS", ""))
