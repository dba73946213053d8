"""`flask sites …`: what registers deliver, taken in."""

import getpass
import sys
import time
from datetime import datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from server.config import settings
from server.core import clock
from server.core.database import writing
from server.sites.importing.faults import FileRefused
from server.sites.importing.objects import Asked, Kind
from server.sites.importing.report import Report
from server.sites.importing.run import Count, run
from server.sites.service import load_areas

AREAS = Path(__file__).resolve().parents[2] / "seeds" / "areas"

group = click.Group("sites", help="Sites, and what registers say of buildings, addresses and businesses.")

_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))


@group.command("import")
@_file
@click.option("--source", help="Name of the data set; default: as the extract says, or the file's name.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of the delivery; default: as the extract says, or today.",
)
@click.option("--crs", help="EPSG:28992 or EPSG:4326, when the file does not say so itself.")
@click.option("--layer", help="Which layer of a GeoPackage.")
@click.option("--id-field", help="Which field holds the id.")
@click.option("--kind", help="What kind of building all of them are, such as kas.")
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Where refused rows are told (CSV)."
)
@with_appcontext
def import_(file: Path, date: datetime | None, report: Path | None, **said: str | None) -> None:
    """Take in FILE: a BAG extract (.zip), GeoPackage, GeoJSON, or establishments (.csv). Safe to repeat."""
    now = clock.now()
    asked = Asked(getpass.getuser(), date=None if date is None else date.date().isoformat(), **said)
    told = report or settings().data_dir / "imports" / f"{file.stem}-{now:%Y%m%d-%H%M%S}.csv"
    progress = Progress()
    with Report(told) as lines:
        try:
            counts = run(file, asked, lines, clock.now, progress.say)
        except FileRefused as refused:
            progress.end()
            click.echo(str(refused), err=True)
            click.echo(
                "Broken off. What was read before stays; running it again takes up from there.", err=True
            )
            sys.exit(1)
    progress.end()
    for kind_, count in counts.items():
        click.echo(f"{kind_}: {_told(count)}")
    if not counts:
        click.echo("There was nothing in it.")
    if lines.lines:
        click.echo(f"{lines.lines} line(s) to look at: {told}")


@group.command("areas")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=AREAS)
@with_appcontext
def areas(folder: Path) -> None:
    """Take in municipalities, districts and postcodes of FOLDER (default: seeds/areas). Safe to repeat."""
    try:
        with writing() as session:
            number = load_areas(session, folder)
    except (OSError, ValueError, KeyError) as error:
        click.echo(
            f"{folder} is not in order: {error!r}; seeds/areas shows how. Nothing was changed.", err=True
        )
        sys.exit(1)
    click.echo(f"{number:,} area(s) new or changed")


def _told(count: Count) -> str:
    parts = [
        f"{count.read:,} read",
        f"{count.new:,} new",
        f"{count.changed:,} changed",
        f"{count.same:,} unchanged",
    ]
    for number, word in (
        (count.refused, "refused"),
        (count.mended, "mended"),
        (count.disappeared, "not in this delivery any more (kept)"),
    ):
        if number:
            parts.append(f"{number:,} {word}")
    return ", ".join(parts)


class Progress:
    """One line that is written over on a terminal; a line every ten seconds elsewhere."""

    def __init__(self) -> None:
        self._begun = self._last = time.perf_counter()
        self._open = False

    def say(self, counts: dict[Kind, Count]) -> None:
        """The counts so far."""
        now, live = time.perf_counter(), sys.stderr.isatty()
        if now - self._last < (0.2 if live else 10):
            return
        self._last = now
        read = sum(count.read for count in counts.values())
        line = f"{read:,} objects, {read / (now - self._begun):,.0f}/s"
        click.echo(f"\r{line:<60}" if live else line, err=True, nl=not live)
        self._open = live

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            click.echo(err=True)
