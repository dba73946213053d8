"""`flask quarantine …`, `flask sync …` and `flask dossiers …`."""

import click
from flask.cli import AppGroup

from server.config import settings
from server.core import clock
from server.core.database import reading, writing
from server.operations.digests import spell
from server.sync import key_files
from server.sync.authority import authority, renew_epoch
from server.sync.quarantine import NotReleasable, groups, listed, release_by_hand
from server.sync.rebuilding import dossiers as dossiers

quarantine = AppGroup("quarantine", help="Records that were set aside: why, of which agency, how many.")
sync = AppGroup("sync", help="The server's keys and its epoch.")


@quarantine.command("list")
@click.option("--agency", help="Code of an agency: list its operations one by one; needs --reason.")
@click.option("--reason", help="Reason code, such as not_assigned.")
def list_quarantine(agency: str | None, reason: str | None) -> None:
    """Show what is set aside. What it says is shown to its own agency alone, never here."""
    with reading() as session:
        if agency and reason:
            for one in listed(session, agency, reason):
                click.echo(f"{spell(one.id)}\t{one.dossier}\t{clock.to_wire(one.received)}")
            return
        found = groups(session)
    for group in found:
        waits = f"\twaits for {group.missing}" if group.missing else ""
        since = clock.to_wire(group.oldest)
        click.echo(f"{group.agency}\t{group.reason}\t{group.number}\tsince {since}{waits}")
    if not found:
        click.echo("nothing is set aside")


@quarantine.command("release")
@click.argument("agency")
@click.argument("reason")
@click.option("--operation", help="Only this operation, by its id.")
def release_quarantine(agency: str, reason: str, operation: str | None) -> None:
    """Let in what an agency vouches for: set aside because of who wrote it, not of what it is."""
    ours = authority()
    with reading() as session:
        chosen = [one for one in listed(session, agency, reason) if operation in (None, spell(one.id))]
    try:
        count = release_by_hand(ours, chosen, clock.now())
    except NotReleasable as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{count} of {len(chosen)} let in")


@sync.command("new-epoch")
def new_epoch() -> None:
    """Begin a new epoch, after the database was restored from a backup. Restart the server afterwards."""
    with writing() as session:
        click.echo(str(renew_epoch(session, settings().keys_dir, clock.now())))


@sync.command("new-key")
def new_key() -> None:
    """Make a new key that the server signs with from its next start on; the former ones keep verifying."""
    folder = settings().keys_dir
    key_files.make_key(folder, len(key_files.read_keys(folder)) + 1, clock.now())
    click.echo(key_files.read_keys(folder)[-1].kid)
