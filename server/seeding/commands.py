"""`flask seeds …`: the demo's data."""

import time
from pathlib import Path

import click
from flask.cli import ScriptInfo, pass_script_info

from server.core import clock
from server.seeding.loading import SEEDS, load_demo

group = click.Group("seeds", help="The demo: agencies, people, sites and two actions.")


@group.command("load")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=SEEDS)
@pass_script_info
def load(info: ScriptInfo, folder: Path) -> None:
    """Load the demo from FOLDER (default: seeds), or bring it up to today. Safe to repeat."""
    begun = time.perf_counter()
    loaded = load_demo(info.load_app(), clock.now(), folder)
    told = [
        f"{loaded.checklists} checklist version(s)" if loaded.checklists else "",
        "the finished action" if loaded.finished else "",
        f"an action of {loaded.today}" if loaded.today else "",
        f"{loaded.closed} action(s) of earlier days closed" if loaded.closed else "",
    ]
    said = ", ".join(one for one in told if one) or "nothing was missing"
    click.echo(f"Demo: {said} ({time.perf_counter() - begun:.1f} s).")
    if loaded.interrupted:
        click.echo(
            "The finished action stands in part: loading was broken off. Delete the data to load it anew."
        )
