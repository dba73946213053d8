"""The spool: one at a time, what was not acknowledged is cut off, a killed server locks nothing."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from server.evidence import spool

HOLD_THEN_DIE = """
import sys, pathlib, os, signal
from server.evidence import spool
root = pathlib.Path(sys.argv[1])
with spool.turn(root, "a"), spool.opened(root, "a") as file:
    file.write(b"half a photo")
    print("held", flush=True)
    sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_writing_goes_on_at_the_acknowledged_offset(tmp_path: Path) -> None:
    with spool.opened(tmp_path, "a") as file:
        file.write(b"kept and not acknowledged")
    with spool.opened(tmp_path, "a") as file:
        spool.cut(file, 4)
        file.write(b"!")
        spool.settle(file)
    assert (tmp_path / "a").read_bytes() == b"kept!"


def test_a_second_one_is_turned_away_also_within_one_process(tmp_path: Path) -> None:
    with spool.turn(tmp_path, "a"), pytest.raises(spool.Busy), spool.turn(tmp_path, "a"):
        pass
    with spool.turn(tmp_path, "a"), spool.turn(tmp_path, "b"):
        pass


def test_one_who_waits_has_the_turn_after_the_other_and_not_beside_it(tmp_path: Path) -> None:
    seen: list[str] = []

    def at_it(who: int) -> None:
        with spool.turn(tmp_path, "a", patience=30):
            seen.append(f"{who} begins")
            time.sleep(0.002)
            seen.append(f"{who} ends")

    threads = [threading.Thread(target=at_it, args=(who,)) for who in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [line.split()[0] for line in seen[::2]] == [line.split()[0] for line in seen[1::2]]
    assert len(seen) == 16
    assert list(spool.names(tmp_path)) == []


def test_patience_ends(tmp_path: Path) -> None:
    began = time.monotonic()
    with spool.turn(tmp_path, "a"), pytest.raises(spool.Busy), spool.turn(tmp_path, "a", patience=0.2):
        pass
    assert time.monotonic() - began >= 0.2


def test_a_server_killed_in_the_middle_leaves_nothing_locked(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD_THEN_DIE, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(spool.Busy), spool.turn(tmp_path, "a"):
            pass
        other.communicate("die\n")
    with spool.turn(tmp_path, "a"), spool.opened(tmp_path, "a") as file:
        spool.cut(file, 4)
    assert (tmp_path / "a").read_bytes() == b"half"
    assert [name for name, _ in spool.names(tmp_path)] == ["a"]


def test_a_file_shorter_than_acknowledged_is_said(tmp_path: Path) -> None:
    with spool.opened(tmp_path, "a") as file, pytest.raises(FileNotFoundError, match="shorter"):
        spool.cut(file, 1)


def test_discarding_is_safe_to_repeat(tmp_path: Path) -> None:
    with spool.opened(tmp_path, "a") as file:
        file.write(b"x")
    assert [name for name, _ in spool.names(tmp_path)] == ["a"]
    spool.discard(tmp_path, "a")
    spool.discard(tmp_path, "a")
    assert list(spool.names(tmp_path)) == []
