"""`flask checklists …`: check a library folder, or load it."""

import sys
from pathlib import Path

import click
from flask.cli import with_appcontext

from server.checklists import service
from server.checklists.library.read import read_library
from server.checklists.loading import SEEDS
from server.core import clock
from server.core.database import writing

group = click.Group("checklists", help="The checklist library.")

_folder = click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=SEEDS
)


@group.command("check")
@_folder
def check(folder: Path) -> None:
    """Say what is wrong in FOLDER (default: seeds), without a database."""
    try:
        library = read_library(folder)
    except service.LibraryRejected as rejected:
        _say(rejected)
    questions = sum(len(section["questions"]) for one in library.lists for section in one.content["sections"])
    click.echo(
        f"{len(library.lists)} lists, {questions} questions, {len(library.norms)} dated values: all well."
    )


@group.command("load")
@_folder
@with_appcontext
def load(folder: Path) -> None:
    """Add the new versions and dated values of FOLDER (default: seeds); what is there already stays."""
    try:
        with writing() as session:
            stored = service.load(session, clock.now(), folder)
    except service.LibraryRejected as rejected:
        _say(rejected)
    for code, version in stored.versions:
        click.echo(f"added {code} {version}")
    for norm in stored.norms:
        click.echo(f"added {norm.name} {norm.value} from {norm.valid_from}")
    if not stored.versions and not stored.norms:
        click.echo("nothing new: all of it is loaded already")


def _say(rejected: service.LibraryRejected) -> None:
    for fault in rejected.faults:
        click.echo(str(fault), err=True)
    click.echo(f"{len(rejected.faults)} fault(s); nothing was loaded.", err=True)
    sys.exit(1)
