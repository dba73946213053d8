"""The report of an import: a CSV file for a spreadsheet, written while the import runs."""

import csv
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from server.sites.importing.faults import EN, GONE, MENDED, NL, Fault

HEADER = ("row", "id", "field", "what", "reason", "mend", "reden", "herstel")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Report:
    """`with Report(path) as report: report.add(faults)`; the file is made with the first fault."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        self._file: TextIO | None = None
        self._writer: Any = None

    def __enter__(self) -> "Report":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, faults: Iterable[Fault]) -> None:
        """A line for each."""
        for fault in faults:
            if self._file is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._file = self.path.open("w", encoding="utf-8-sig", newline="")
                self._writer = csv.writer(self._file, delimiter=";")
                self._writer.writerow(HEADER)
            self._writer.writerow([harmless(cell) for cell in _line(fault)])
            self.lines += 1


def _line(fault: Fault) -> tuple[str, ...]:
    what = "mended" if fault.code in MENDED else "disappeared" if fault.code == GONE else "refused"
    en, nl = EN[fault.code], NL[fault.code]
    return (str(fault.row or ""), fault.ref, fault.field, what, en.reason, en.mend, nl.reason, nl.mend)


def harmless(cell: str) -> str:
    """The text as a spreadsheet shows it, and never works it out as a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell
