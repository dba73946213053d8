"""The two commands say what they do, and what they lack."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

STAMP = ROOT / ".ci" / "stamp"


def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_help_names_every_target_that_people_use() -> None:
    shown = run("make", "help").stdout
    for target in (
        "run",
        "test",
        "test-fast",
        "check",
        "format",
        "generate",
        "migration",
        "bench",
        "lock",
        "help",
    ):
        assert f"make {target} " in shown


def test_a_migration_asks_what_changes() -> None:
    done = run("make", "--no-print-directory", "-o", "python", "migration")
    assert done.returncode != 0
    assert 'make migration NAME="' in done.stderr


def test_a_step_runs_again_only_when_what_it_rests_on_changed(tmp_path: Path) -> None:
    source, log = tmp_path / "source", tmp_path / "log"
    source.mkdir()
    (source / "a").write_text("1")
    step = (STAMP, tmp_path / "stamp", "=text", source, "--", "bash", "-c", f"echo ran >>{log}")
    run(*step)
    run(*step)
    assert log.read_text() == "ran\n"
    (source / "a").write_text("2")
    run(*step)
    assert log.read_text() == "ran\nran\n"
    (source / "node_modules").mkdir()
    (source / "node_modules" / "made").write_text("x")
    run(*step)
    assert log.read_text() == "ran\nran\n"


def test_a_step_that_fails_is_tried_again(tmp_path: Path) -> None:
    step = (STAMP, tmp_path / "stamp", "--", "false")
    assert run(*step).returncode != 0
    assert not (tmp_path / "stamp").exists()


def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    return tmp_path


def only(tmp_path: Path, *programs: str) -> str:
    """A PATH with those programs alone."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for program in programs:
        found = shutil.which(program)
        assert found is not None
        (folder / program).symlink_to(found)
    return str(folder)


@pytest.mark.parametrize(
    ("script", "word"), [((".ci/python", "x.lock"), "Python 3.11"), ((".ci/node", "pwa"), "Node 20.19")]
)
def test_what_the_machine_lacks_is_said_in_one_line(
    tmp_path: Path, script: tuple[str, str], word: str
) -> None:
    path = only(tmp_path, "bash", "env")
    done = run(*script, cwd=project(tmp_path), PATH=path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


def test_precompression_makes_what_a_browser_can_unpack(tmp_path: Path) -> None:
    import gzip

    (tmp_path / "app.js").write_text("let glas = 'helder';\n" * 200)
    (tmp_path / "tiny.js").write_text("1")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8" + bytes(4000))
    done = run("node", ROOT / ".ci" / "precompress.mjs", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (
        gzip.decompress((tmp_path / "app.js.gz").read_bytes()).decode() == (tmp_path / "app.js").read_text()
    )
    assert (tmp_path / "app.js.br").stat().st_size < 200
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "app.js",
        "app.js.br",
        "app.js.gz",
        "photo.jpg",
        "tiny.js",
    ]


def test_without_python3_venv_the_systems_pip_fills_the_environment(tmp_path: Path) -> None:
    system = Path("/usr/bin/python3")
    if run(system, "-m", "pip", "--version").returncode != 0:
        pytest.skip(reason="this machine's own Python has no pip")
    python = tmp_path / "python-without-ensurepip"
    python.write_text(f'#!/bin/bash\n[ "$*" = "-c import ensurepip" ] && exit 1\nexec {system} "$@"\n')
    python.chmod(0o755)
    (tmp_path / "empty.lock").touch()
    done = run(".ci/python", "empty.lock", cwd=project(tmp_path), PYTHON=str(python))
    assert done.returncode == 0, done.stderr
    assert run(
        tmp_path / ".venv" / "bin" / "python", "-c", "import sys; print(sys.prefix)"
    ).stdout.strip() == str(tmp_path / ".venv")
