"""The small world of `tests.factories.access`, with the checklists, for tests that push into it."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

import pytest
from flask import Flask

from server.checklists.library.read import Library, read_library
from server.checklists.library.store import store_library
from server.checklists.loading import SEEDS
from server.core.database import writing
from tests import cast
from tests.factories import access as world
from tests.factories.sending import Tablet

Tablets = Callable[..., Tablet]


@cache
def library() -> Library:
    """Read once for all tests; that takes longer than most of them."""
    return read_library(SEEDS)


@pytest.fixture
def scopes(app: Flask, now: datetime) -> dict[str, str]:
    """Names of scopes by a short word; two visits of one action, all checklists loaded."""
    with app.app_context(), writing() as session:
        cast.load(session, now)
        store_library(session, library(), now)
        return world.build(session, now).by_word


@pytest.fixture
def tablet(app: Flask, scopes: dict[str, str]) -> Tablets:
    """`tablet("nadia")`: somebody of the cast, signed in and enrolled."""
    return lambda key, **more: Tablet(app, key, **more)
