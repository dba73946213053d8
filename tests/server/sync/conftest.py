"""The small world of `tests.factories.access`, with the checklists, for tests that push into it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask

from server.checklists.service import load
from server.core.database import writing
from tests import cast
from tests.factories import access as world
from tests.factories.sending import Tablet

Tablets = Callable[..., Tablet]


@pytest.fixture
def scopes(app: Flask, now: datetime) -> dict[str, str]:
    """Names of scopes by a short word; two visits of one action, all checklists loaded."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
        load(session, now)
        return world.build(session, now).by_word


@pytest.fixture
def tablet(app: Flask, scopes: dict[str, str]) -> Tablets:
    """`tablet("nadia")`: somebody of the cast, signed in and enrolled."""
    return lambda key, **more: Tablet(app, key, **more)
