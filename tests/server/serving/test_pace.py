"""The other end of a socket keeps pace, or is given up: by silence, or by what moved in the time it took."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import Buffer

from server.serving import pace
from server.serving.pace import PacedSocket

Ends = tuple[PacedSocket, socket.socket]


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ends]:
    """A paced socket that has hardly a buffer, and its other end."""
    monkeypatch.setattr(pace, "SILENCE_SECONDS", 1.0)
    monkeypatch.setattr(pace, "REQUEST_SECONDS", 1.5)
    monkeypatch.setattr(pace, "BYTES_PER_SECOND", 1000.0)
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    paced = PacedSocket(ours)
    paced.setblocking(True)
    yield paced, theirs
    ours.close()
    theirs.close()


def take(end: socket.socket, size: int, pause: float) -> threading.Thread:
    """Read from `end`, `size` bytes at a time with a pause before each, until nothing more comes."""

    def read() -> None:
        time.sleep(pause)
        while end.recv(size):
            time.sleep(pause)

    thread = threading.Thread(target=read)
    thread.start()
    return thread


def test_an_answer_may_take_long_as_long_as_it_is_taken(ends: Ends) -> None:
    ours, theirs = ends
    thread = take(theirs, 20_000, 0.1)
    began = time.monotonic()
    ours.sendall(b"a" * 600_000)
    assert time.monotonic() - began > 2, "longer than the bound of silence"
    ours.shutdown(socket.SHUT_WR)
    thread.join()


def test_the_slowest_link_carries_each_piece_before_it_counts_as_silent() -> None:
    offered: list[int] = []

    class Told(socket.socket):
        def send(self, data: Buffer, flags: int = 0, /) -> int:
            offered.append(len(memoryview(data)))
            return super().send(data, flags)

    ours, theirs = socket.socketpair()
    with theirs, Told(fileno=ours.detach()) as told:
        thread = take(theirs, 100_000, 0)
        PacedSocket(told).sendall(b"a" * 100_000)
        told.shutdown(socket.SHUT_WR)
        thread.join()
    assert sum(offered) >= 100_000
    assert max(offered) / pace.BYTES_PER_SECOND < pace.SILENCE_SECONDS


def test_a_file_is_sent_from_where_it_is_asked_and_no_further(ends: Ends, tmp_path: Path) -> None:
    ours, theirs = ends
    (tmp_path / "file").write_bytes(b"0123456789")
    with (tmp_path / "file").open("rb") as file:
        assert ours.sendfile(file, 2, 5) == 5
        assert ours.sendfile(file, 8) == 2
    assert theirs.recv(100) == b"2345689"


@pytest.mark.parametrize("size", [0, 8], ids=["nothing", "a trickle"])
def test_an_answer_that_is_not_taken_is_given_up(ends: Ends, size: int) -> None:
    ours, theirs = ends
    stop = threading.Event()

    def trickle() -> None:
        while not stop.wait(0.1):
            theirs.recv(size)

    thread = threading.Thread(target=trickle) if size else threading.Thread(target=stop.wait)
    thread.start()
    try:
        with pytest.raises(TimeoutError):
            ours.sendall(b"a" * 5_000_000)
    finally:
        stop.set()
        thread.join()


def test_only_waiting_counts(ends: Ends) -> None:
    ours, theirs = ends
    theirs.sendall(b"ab")
    assert ours.recv(1) == b"a"
    time.sleep(2)
    assert ours.recv(1) == b"b"


def test_a_bound_of_the_caller_that_is_shorter_is_kept(ends: Ends) -> None:
    ours, _ = ends
    ours.settimeout(0.1)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        ours.recv(1)
    assert time.monotonic() - began < 0.9
    assert ours.gettimeout() == 0.1
