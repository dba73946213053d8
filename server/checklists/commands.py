"""`flask checklists …`: check a library folder, load it, and open a list of own systems for an agency."""

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


_list = click.argument("code")
_agency = click.argument("agency")
_question = click.option("--question", default="", help="Only this question of the list.")


@group.command("open")
@_list
@_agency
@_question
@with_appcontext
def open_list(code: str, agency: str, question: str) -> None:
    """Let AGENCY (its code) record the list CODE here, although its class runs in own systems."""
    _settle(code, agency, question, is_open=True)


@group.command("close")
@_list
@_agency
@_question
@with_appcontext
def close_list(code: str, agency: str, question: str) -> None:
    """Let AGENCY (its code) keep the list CODE in its own system again; what was recorded here stays."""
    _settle(code, agency, question, is_open=False)


def _settle(code: str, agency: str, question: str, *, is_open: bool) -> None:
    try:
        with writing() as session:
            changed = service.settle(
                session, code, agency, question=question, is_open=is_open, by="operator", now=clock.now()
            )
    except service.NotToBeOpened as refused:
        raise click.ClickException(str(refused)) from refused
    where = "recorded here" if is_open else "kept in its own system"
    what = f"{code} {question}".strip()
    click.echo(f"{what} is {where} by {agency} " + ("from now on" if changed else "already: nothing changed"))


def _say(rejected: service.LibraryRejected) -> None:
    for fault in rejected.faults:
        click.echo(str(fault), err=True)
    click.echo(f"{len(rejected.faults)} fault(s); nothing was loaded.", err=True)
    sys.exit(1)
