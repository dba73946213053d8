"""The tables of one dossier made anew from its operations and what acceptance decided, and nothing else.

No clock, parameter, rule or present assignment is read, so the rows must equal those that arrival made.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from server.core.clock import to_ms
from server.core.database import bulk
from server.dossiers.families import FAMILIES, Family
from server.dossiers.service.accepted import Accepted
from server.dossiers.service.fold import Key, fold_family, names_of_row, row_of
from server.operations.fold import family_of

Row = tuple[Any, ...]


class Difference(NamedTuple):
    """A row that is not what its operations say: too many, missing, or another."""

    family: str
    scope: int
    entity: UUID
    what: str


def rebuild(
    session: Session, dossier: UUID, accepted: Sequence[Accepted], *, check: bool = False
) -> list[Difference]:
    """Make the dossier's rows what its operations say, and answer what differed; with `check` only that.

    `accepted` are all accepted operations of the dossier. The caller holds its lock.
    """
    found: list[Difference] = []
    for name, family in FAMILIES.items():
        own = [one for one in accepted if family_of(one.operation) == name]
        wanted = {
            key: tuple(map(_raw, row_of(family, key, dossier, folding)))
            for key, folding in fold_family(family, own, {}).items()
        }
        present = _present(session, family, dossier)
        differing = _differences(name, wanted, present)
        found += differing
        if differing and not check:
            _write(session, family, wanted, present)
    return found


def _present(session: Session, family: Family, dossier: UUID) -> dict[Key, Row]:
    columns = [family.table.c[name] for name in names_of_row(family)]
    rows = session.execute(select(*columns).where(family.table.c.dossier == dossier))
    return {(row[0], row[1].bytes): tuple(map(_raw, row)) for row in rows}


def _raw(value: Any) -> Any:
    """A value as `bulk` writes it, ids as bytes."""
    if isinstance(value, UUID):
        return value.bytes
    return to_ms(value) if isinstance(value, datetime) else value


def _differences(name: str, wanted: dict[Key, Row], present: dict[Key, Row]) -> list[Difference]:
    found = []
    for scope, entity in sorted(wanted.keys() | present.keys()):
        key = (scope, entity)
        if wanted.get(key) != present.get(key):
            what = (
                "missing" if key not in present else "made from nothing" if key not in wanted else "another"
            )
            found.append(Difference(name, scope, UUID(bytes=entity), what))
    return found


def _write(session: Session, family: Family, wanted: dict[Key, Row], present: dict[Key, Row]) -> None:
    table = family.table.c
    surplus = sorted(present.keys() - wanted.keys())
    if surplus:
        these = or_(
            *(and_(table.scope == scope, table.entity == UUID(bytes=entity)) for scope, entity in surplus)
        )
        session.execute(family.table.delete().where(these))
    rows = [wanted[key] for key in sorted(wanted)]
    bulk(session, family.table, rows, "upsert", columns=names_of_row(family))
