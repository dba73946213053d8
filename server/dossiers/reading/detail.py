"""One dossier: its visit, its fillings, and which parts of it the reader reads."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier, Scope
from server.access.service import Viewer, readable_scopes
from server.core.problems import Problem
from server.dossiers.models import Instance, Visit
from server.dossiers.reading.entities import in_dossier, tell_rows
from server.dossiers.reading.listing import joint_dossiers, tell_all


def read_dossier(session: Session, viewer: Viewer, now: datetime, dossier: UUID) -> dict[str, Any]:
    """A dossier with all its visits' words and fillings; a constant number of queries. Raises `not-found`."""
    row = session.execute(joint_dossiers(viewer, now).where(Dossier.id == dossier)).one_or_none()
    if row is None:
        raise Problem("not-found")
    scopes = session.execute(
        select(Scope.name, Scope.kind, Scope.data_class, Scope.agency)
        .where(Scope.dossier == dossier, Scope.id.in_(readable_scopes(viewer, now)))
        .order_by(Scope.name)
    )
    visits = list(session.execute(in_dossier(Visit, viewer, now, dossier)))
    instances = list(
        session.execute(
            in_dossier(Instance, viewer, now, dossier).order_by(
                Instance.checklist, Instance.at, Instance.entity
            )
        )
    )
    told = tell_rows(session, [*visits, *instances])
    return {
        **tell_all(session, [row])[0],
        "scopes": [
            {"name": name, "dataClass": _class(kind, narrow), "agency": None if of is None else str(of)}
            for name, kind, narrow, of in scopes
        ],
        "visits": [common for _, common in told[: len(visits)]],
        "instances": [{**common, **instance_json(one)} for one, common in told[len(visits) :]],
    }


def require_dossier(session: Session, viewer: Viewer, now: datetime, dossier: UUID) -> None:
    """Raises `not-found` unless the viewer reads the dossier's joint part."""
    if session.execute(joint_dossiers(viewer, now).where(Dossier.id == dossier)).one_or_none() is None:
        raise Problem("not-found")


def _class(kind: str, narrow: str | None) -> str | None:
    return {"joint": "team", "agency": "agency"}.get(kind, narrow)


def instance_json(row: Instance) -> dict[str, Any]:
    """The columns of a filling."""
    return {
        "checklist": row.checklist,
        "version": row.version,
        "label": row.label,
        "signed": row.signed,
    }
