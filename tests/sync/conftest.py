"""Two visits of one action, all checklists, and tablets of the real core."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from server.checklists.service import load
from server.core.database import writing
from tests import cast
from tests.conftest import Clock
from tests.factories import access as world
from tests.sync.tablets import Tablets, build


@pytest.fixture(scope="session")
def tablet_script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app's core as a program for Node; `TABLET_SCRIPT` names one that was built before."""
    ready = os.environ.get("TABLET_SCRIPT")
    return Path(ready) if ready else build(tmp_path_factory.mktemp("tablet"))


@pytest.fixture
def tablets(app: Flask, clock: Clock, tablet_script: Path) -> Iterator[Tablets]:
    """No tablet yet; the small world of `tests.factories.access` is on the server."""
    with app.app_context(), writing() as session:
        cast.load(session, clock.time)
        load(session, clock.time)
        world.build(session, clock.time)
    made = Tablets(tablet_script, app, clock.now)
    yield made
    made.close()
