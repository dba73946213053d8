"""`flask dossiers rebuild`: the tables of the fold made anew from what was accepted."""

from collections.abc import Iterator
from uuid import UUID

import click
import orjson
from flask.cli import AppGroup
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.core.database import lock, reading, writing
from server.dossiers.service import Accepted, Difference, rebuild
from server.identity.models import Signer
from server.operations.operation import read_operation
from server.sync.models import Operation

dossiers = AppGroup("dossiers", help="The tables that are made from operations.")


@dossiers.command("rebuild")
@click.option("--check", is_flag=True, help="Change nothing; say what differs, and fail if anything does.")
@click.option("--dossier", type=click.UUID, help="Only this one.")
def rebuild_command(check: bool, dossier: UUID | None) -> None:
    """Make the tables of all dossiers anew from operations and acceptance alone; one transaction each."""
    count = 0
    for found in rebuild_all(check=check, only=dossier):
        count += 1
        click.echo(f"{found.family}\t{found.scope}\t{found.entity}\t{found.what}")
    click.echo(f"{count} row(s) differed" + ("" if check or not count else " and were made anew"))
    if check and count:
        raise SystemExit(1)


def rebuild_all(*, check: bool, only: UUID | None = None) -> Iterator[Difference]:
    """Rebuild dossier by dossier, and tell what differed."""
    with reading() as session:
        ids = [only] if only else list(session.scalars(select(Dossier.id).order_by(Dossier.id)))
    for id in ids:
        with writing() as session:
            lock(session, Dossier.id, [id])
            found = rebuild(session, id, list(accepted_of(session, id)), check=check)
        yield from found


def accepted_of(session: Session, dossier: UUID) -> Iterator[Accepted]:
    """All accepted operations of a dossier, read from their texts and checked against their hashes."""
    rows = session.execute(
        select(Operation.head, Operation.fields, Operation.scope, Operation.received, Operation.acceptance)
        .add_columns(Signer.agency)
        .join(Signer, Signer.id == Operation.signer)
        .where(Operation.dossier == dossier)
    )
    for head, fields, scope, received, acceptance, agency in rows:
        operation = read_operation(head, fields.split("\n"), str(agency))
        yield Accepted(operation, scope, received, orjson.loads(acceptance) if acceptance else {})
