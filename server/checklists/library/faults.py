"""What is wrong with a source file, in words that name file, path and mend."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `path` is as in `sections[B].questions[BRA-07].show_if`."""

    file: str
    path: str
    detail: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: {self.detail}. Mend: {self.mend}."


class LibraryRejected(Exception):
    """Nothing was loaded; `faults` says all that is wrong, in the order of the files."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class Notes:
    """Gathers the faults of one file while it is looked through."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def add(self, path: str, detail: str, mend: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(self.file, path or "the file", detail, mend))


def spell_path(source: Any, steps: Iterable[str | int]) -> str:
    """A path in the words of the file: list items by their code or value where they have one."""
    path, here = "", source
    for step in steps:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            name = here.get("code") or here.get("value") if isinstance(here, dict) else None
            path += f"[{name if isinstance(name, str) else step}]"
        else:
            here = here.get(step) if isinstance(here, dict) else None
            path += f".{step}" if path else step
    return path
