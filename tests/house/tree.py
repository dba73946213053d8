"""The files of the project, as its repository knows them."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or is going to be, part of the project; generated and ignored ones are not."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(path for line in done.stdout.splitlines() if (path := ROOT / line).is_file())


def under(*folders: str, endings: tuple[str, ...]) -> list[Path]:
    """The files in those folders with one of those endings."""
    roots = tuple(ROOT / folder for folder in folders)
    return [
        path
        for path in files()
        if path.suffix in endings and any(path.is_relative_to(root) for root in roots)
    ]


def shown(path: Path) -> str:
    """The path as people write it."""
    return str(path.relative_to(ROOT))
