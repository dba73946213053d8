"""Who wrote on an entity before."""

from collections.abc import Collection, Mapping
from uuid import UUID

import orjson
from sqlalchemy import Select, select, union_all
from sqlalchemy.orm import Session

from server.access.models import Scope
from server.core.database import among
from server.dossiers.families import FAMILIES
from server.operations.show import is_resolution
from server.operations.state import State


def agencies_on(session: Session, scope: str, entities: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """The agencies whose own words entities of a scope have, resolutions aside, by entity.

    `entities` by family. One query.
    """
    if not entities:
        return {}
    parts = [_states(session, scope, family, entities[family]) for family in sorted(entities)]
    rows = session.execute(union_all(*parts))
    return {str(entity): _agencies(orjson.loads(state)) for entity, state in rows}


def _states(session: Session, scope: str, family: str, entities: Collection[str]) -> Select[UUID, str]:
    table = FAMILIES[family].table.c
    query = select(table.entity, table.state).join(Scope, Scope.id == table.scope).where(Scope.name == scope)
    return query.where(among(session, table.entity, sorted({UUID(entity) for entity in entities})))


def _agencies(state: State) -> set[str]:
    registers = state["registers"].values()
    return {
        one["agency"] for register in registers for one in register["seen"].values() if not is_resolution(one)
    }
