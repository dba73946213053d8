"""Is it alive, and can it serve."""

from pathlib import Path

from flask import Flask, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server.core.database import reading
from server.core.routing.permissions import PUBLIC, mark
from server.core.routing.responses import json


def register_health(app: Flask, pwa: Path) -> None:
    """`/healthz`: the process answers. `/readyz`: database and built app are there; 503 names what is not."""

    def alive() -> Response:
        return json({"status": "ok"})

    def ready() -> Response:
        checks = {"database": _database(), "app": (pwa / "index.html").is_file()}
        return json({"ready": all(checks.values()), "checks": checks}, 200 if all(checks.values()) else 503)

    app.add_url_rule("/healthz", "healthz", mark(alive, PUBLIC))
    app.add_url_rule("/readyz", "readyz", mark(ready, PUBLIC))


def _database() -> bool:
    try:
        with reading() as session:
            session.execute(text("SELECT version_num FROM alembic_version"))
    except SQLAlchemyError:
        return False
    return True
