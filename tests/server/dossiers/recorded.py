"""Accepted operations for tests of the fold: as the factories write them, read as the server reads them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from server.dossiers.service import Accepted
from server.operations.operation import read_operation
from tests.factories.record import Author, Wire, drawn_id

RECEIVED = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
DOSSIER = UUID(drawn_id("dossier"))
JOINT, AGENCY = 1, 2


def accept(
    author: Author, wire: Wire, *, scope: int = JOINT, decided: Mapping[str, Any] | None = None
) -> Accepted:
    """An operation as it is handed to the fold."""
    operation = read_operation(wire.head, wire.fields, author.agency)
    return Accepted(operation, scope, RECEIVED, decided or {})


def at(minutes: int) -> str:
    """A device time that many minutes after ten."""
    moment = datetime(2026, 11, 25, 10, 0, tzinfo=UTC) + timedelta(minutes=minutes)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def add_finding(author: Author, entity: str, title: str, *, severity: str = "serious", **more: Any) -> Wire:
    """A free finding."""
    fields = {"title": title, "severity": severity, "text": None, "kind": "violation"}
    return author.operation("finding.add", DOSSIER, entity, fields, **more)


def withdraw(author: Author, marked: Wire, of: str, entity: str, **more: Any) -> Wire:
    """A withdrawal of `marked`."""
    fields = {"id": marked.id, "of": of, "reason": "Vergissing"}
    return author.operation("withdraw", DOSSIER, entity, fields, **more)


def resolve(author: Author, kind: str, entity: str, fields: Mapping[str, Any], keep: Sequence[Wire]) -> Wire:
    """A resolution that keeps all of `keep` and leads with the first."""
    ids = [one.id for one in keep]
    said = {**fields, "resolution": {"keep": ids, "lead": ids[0]}, "reason": "Beide gezien"}
    return author.operation(kind, DOSSIER, entity, said, base=ids, at=at(90))
