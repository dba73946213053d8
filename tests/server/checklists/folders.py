"""Library folders of a test's own: the real ones with one thing changed."""

import shutil
from pathlib import Path

from server.checklists.loading import SEEDS

LISTS = ("BRW-BRAND", "GEM-HUISVESTING")


def library_in(folder: Path, *codes: str) -> Path:
    """A copy of the vocabulary, the norms and some lists."""
    (folder / "checklists").mkdir(parents=True)
    for name in ("vocabulary.yaml", "parameters.yaml"):
        shutil.copy(SEEDS / name, folder / name)
    for code in codes or LISTS:
        shutil.copy(SEEDS / "checklists" / f"{code}.yaml", folder / "checklists" / f"{code}.yaml")
    return folder


def change(folder: Path, file: str, before: str, after: str) -> None:
    """Put `after` for the first `before` in a file; the test is wrong when it is not there."""
    path = folder / file
    text = path.read_text()
    assert before in text, f"{before!r} is not in {file}"
    path.write_text(text.replace(before, after, 1))
