"""What the server loads when it starts."""

import subprocess
import sys

from tests.house.tree import ROOT

LATER = {"pywebpush", "py_vapid", "aiohttp", "requests"}

LOADED = """
import sys
from server.app import create_app
create_app()
print(*sys.modules)
"""


def test_what_only_sending_needs_is_not_loaded_at_start(tmp_path: object) -> None:
    environment = {"GLASHELDER_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert "server.app" in loaded
    assert loaded & LATER == set()


def test_it_is_at_hand() -> None:
    ran = subprocess.run([sys.executable, "-c", "from pywebpush import webpush"], check=False)
    assert ran.returncode == 0
