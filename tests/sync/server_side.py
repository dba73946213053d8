"""What the server holds, to compare with what tablets hold."""

from typing import Any

import orjson
from flask import Flask
from sqlalchemy import select

from server.access.models import Scope
from server.core.database import reading
from server.dossiers.families import FAMILIES
from server.operations.digests import spell
from server.sync.models import Operation, Quarantine

States = dict[tuple[str, str, str], Any]
"""(scope, entity, family) → state of the fold."""


def accepted(app: Flask) -> list[str]:
    """Ids of all operations, each as often as it is there."""
    with app.app_context(), reading() as session:
        return [spell(id) for id in session.scalars(select(Operation.id))]


def set_aside(app: Flask) -> set[str]:
    """Ids of all that is in quarantine."""
    with app.app_context(), reading() as session:
        return {spell(id) for id in session.scalars(select(Quarantine.id))}


def states(app: Flask) -> States:
    """The fold as it is stored."""
    found: States = {}
    with app.app_context(), reading() as session:
        names = {row.id: row.name for row in session.execute(select(Scope.id, Scope.name))}
        for family in FAMILIES.values():
            table = family.table.c
            for scope, entity, state in session.execute(select(table.scope, table.entity, table.state)):
                found[names[scope], str(entity), family.name] = orjson.loads(state)
    return found
