"""What benches of push stand on."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from flask import Flask

from server.checklists.service import load
from server.core.database import writing
from tests import cast
from tests.factories import access


@pytest.fixture
def durable(sandbox: Any) -> Iterator[None]:
    """PostgreSQL as it is installed: the throw-away server of the tests does not wait for the disk."""
    connection = getattr(sandbox, "_connection", None)
    for value in ("on", "off"):
        if connection is not None:
            for name in ("fsync", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {name} = {value}")
            connection.execute("SELECT pg_reload_conf()")
        if value == "on":
            yield


@pytest.fixture
def world(app: Flask, now: datetime) -> dict[str, str]:
    """The small world with all checklists loaded."""
    return small_world(app, now)


def small_world(app: Flask, now: datetime) -> dict[str, str]:
    """Its scopes by word, as of this moment."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
        load(session, now)
        return access.build(session, now).by_word
