"""What tests of control_actions share: people, three sites, browsers."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.core.database import writing
from tests import cast
from tests.factories import sites


@pytest.fixture
def places(app: Flask, now: datetime) -> dict[str, UUID]:
    """The cast and three sites: roses and a cold store in Westland, bulbs in Katwijk."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
        return {
            "roses": sites.make(session, now),
            "cold store": sites.make(session, now, name="Koelhuis Zuid", address="Kade 3", town="De Lier"),
            "bulbs": sites.make(
                session, now, name="Bollenloods", address="Duin 1", town="Rijnsburg", municipality="GM0537"
            ),
        }


@pytest.fixture
def browser(app: Flask) -> Callable[[str], FlaskClient]:
    """A browser in which somebody of the cast is signed in."""

    def open_browser(key: str) -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_X_REQUESTED_WITH"] = "glashelder"
        cast.sign_in(client, key)
        return client

    return open_browser
