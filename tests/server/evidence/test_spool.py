"""The spool: one writer at a time, what was not acknowledged is cut off, a killed writer locks nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from server.evidence import spool

HOLD_THEN_DIE = """
import sys, pathlib, os, signal
from server.evidence import spool
with spool.locked(pathlib.Path(sys.argv[1]), "a") as file:
    file.write(b"half a photo")
    print("held", flush=True)
    sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_writing_goes_on_at_the_acknowledged_offset(tmp_path: Path) -> None:
    with spool.locked(tmp_path, "a") as file:
        file.write(b"kept and not acknowledged")
    with spool.locked(tmp_path, "a") as file:
        spool.cut(file, 4)
        file.write(b"!")
        spool.settle(file)
    assert (tmp_path / "a").read_bytes() == b"kept!"


def test_a_second_writer_is_turned_away_also_within_one_process(tmp_path: Path) -> None:
    with spool.locked(tmp_path, "a"), pytest.raises(spool.Busy), spool.locked(tmp_path, "a"):
        pass
    with spool.locked(tmp_path, "a"), spool.locked(tmp_path, "b"):
        pass


def test_a_writer_killed_in_the_middle_leaves_nothing_locked(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD_THEN_DIE, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(spool.Busy), spool.locked(tmp_path, "a"):
            pass
        other.communicate("die\n")
    with spool.locked(tmp_path, "a") as file:
        spool.cut(file, 4)
    assert (tmp_path / "a").read_bytes() == b"half"


def test_a_file_shorter_than_acknowledged_is_said(tmp_path: Path) -> None:
    with spool.locked(tmp_path, "a") as file, pytest.raises(FileNotFoundError, match="shorter"):
        spool.cut(file, 1)


def test_discarding_is_safe_to_repeat(tmp_path: Path) -> None:
    with spool.locked(tmp_path, "a") as file:
        file.write(b"x")
    assert [name for name, _ in spool.names(tmp_path)] == ["a"]
    spool.discard(tmp_path, "a")
    spool.discard(tmp_path, "a")
    assert list(spool.names(tmp_path)) == []
