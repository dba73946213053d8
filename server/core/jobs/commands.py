"""`flask jobs …`: the worker, and what people do about work that failed."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select, update

from server.core import clock
from server.core.database import reading, writing
from server.core.jobs.models import DEAD, WAITING, Job
from server.core.jobs.nudge import consume
from server.core.jobs.runner import ask_periodic, run_due

jobs = AppGroup("jobs", help="Work that follows later: previews, follow-ups, notices.")


@jobs.command("work")
@click.option("--workers", default=2, show_default=True, help="How many jobs at the same time.")
def work(workers: int) -> None:
    """Do jobs until stopped."""
    consume(current_app._get_current_object(), workers)  # type: ignore[attr-defined]


@jobs.command("run")
def run() -> None:
    """Do what is due now, and stop."""
    ask_periodic()
    click.echo(f"{run_due()} done")


@jobs.command("list")
def show() -> None:
    """Show what waits, runs or is dead; dead ones first."""
    with reading() as session:
        rows = session.scalars(select(Job).order_by(Job.state, Job.due)).all()
        for row in rows:
            due = clock.to_wire(row.due)
            click.echo(f"{row.id}\t{row.state}\t{row.kind}\t{row.attempts}\t{due}\t{row.error or ''}")
    if not rows:
        click.echo("nothing waits")


@jobs.command("retry")
@click.argument("number", type=int, required=False)
def retry(number: int | None) -> None:
    """Try a dead job again; without a number, all of them."""
    chosen = [Job.state == DEAD] + ([Job.id == number] if number is not None else [])
    values = {"state": WAITING, "attempts": 0, "due": clock.now()}
    with writing() as session:
        changed = session.execute(update(Job).where(*chosen).values(values).returning(Job.id)).all()
    if not changed:
        raise click.ClickException("no such dead job; `flask jobs list` shows them")
    click.echo(f"{len(changed)} will be tried again")
