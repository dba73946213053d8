"""The small world of the evidence tests, on each engine."""

import shutil

import pytest
from flask import Flask

from server.evidence.service import spool_folder
from tests.conftest import Clock
from tests.server.evidence.world import World, build


@pytest.fixture
def world(app: Flask, clock: Clock) -> World:
    """People at a visit, nothing recorded yet, nothing in the spool; the clock stands still."""
    shutil.rmtree(spool_folder(app.config["GLASHELDER"].data_dir), ignore_errors=True)
    return build(app)
