"""Running an import in a test, and what it told."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server.sites.importing.objects import Asked, Kind
from server.sites.importing.report import Report
from server.sites.importing.run import Count, run

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def imported(path: Path, **said: Any) -> tuple[dict[Kind, Count], list[dict[str, str]]]:
    """The counts, and the lines of the report; inside an application context."""
    told = path.with_suffix(".report.csv")
    told.unlink(missing_ok=True)
    with Report(told) as report:
        counts = run(path, Asked("tester", **said), report, lambda: NOW, lambda _: None)
    return counts, lines(told)


def lines(path: Path) -> list[dict[str, str]]:
    """The lines of a report; none when there is none."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
