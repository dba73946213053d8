"""One runner starts the server and its worker, and ends both together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.house.tree import ROOT

pytestmark = pytest.mark.slow

Start = Callable[..., "subprocess.Popen[str]"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def flask(folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "flask", "--app", "server.app", *words]
    subprocess.run(command, cwd=ROOT, env=environment(folder), check=True, capture_output=True)


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"GLASHELDER_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)} | more


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a runner on a database of its own; what is still running at the end is stopped."""
    flask(tmp_path, "db", "upgrade")
    running: list[subprocess.Popen[str]] = []

    def begin(port: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "server.serving.runner"]
        output = (tmp_path / "output").open("w")
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(tmp_path, PORT=str(port)),
            stdout=output,
            stderr=output,
            text=True,
        )
        output.close()
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def answers(port: int, patience: float = 60) -> bool:
    """Wait until the server answers."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError):
            time.sleep(0.1)
    return False


def children(process: "subprocess.Popen[str]") -> list[int]:
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [int(pid) for pid in listed.split()]


def gone(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_signal_ends_server_and_worker(start: Start, tmp_path: Path) -> None:
    port = free_port()
    process = start(port)
    assert answers(port)
    both = children(process)
    assert len(both) == 2
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert gone(port)
    assert [pid for pid in both if Path(f"/proc/{pid}").exists()] == []
    assert f"Glashelder is ready: http://localhost:{port}" in (tmp_path / "output").read_text()


def test_when_one_of_them_dies_the_other_does_not_go_on_alone(start: Start) -> None:
    port = free_port()
    process = start(port)
    assert answers(port)
    os.kill(children(process)[1], signal.SIGKILL)
    assert process.wait(30) == 1
    assert gone(port)


def test_a_port_in_use_is_said_in_one_line(start: Start, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(port)
        assert process.wait(30) == 1
    said = (tmp_path / "output").read_text()
    assert said == f"Port {port} is in use. Choose another one: make run PORT={port + 10}\n"
