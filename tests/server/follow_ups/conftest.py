"""The visit that every test of follow-ups begins with."""

from datetime import datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.server.follow_ups.world import Visit


@pytest.fixture
def visit(client: FlaskClient, db: Session, now: datetime) -> Visit:
    return Visit(client, now)
