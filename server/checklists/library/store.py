"""Store what a library folder says: new versions and new dated values are added, nothing is ever changed.

The caller's transaction decides: it is all of the folder or nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.checklists.library.faults import Fault, LibraryRejected
from server.checklists.library.norms import Norm
from server.checklists.library.read import Library, ReadList
from server.checklists.models import Checklist, ChecklistVersion, Parameter
from server.operations.versions import order


@dataclass(frozen=True, slots=True)
class Stored:
    """What loading added; both empty when all was there already."""

    versions: tuple[tuple[str, str], ...]
    norms: tuple[Norm, ...]


def store_library(session: Session, library: Library, now: datetime) -> Stored:
    """Add what is new. Raises LibraryRejected, with nothing stored, when a loaded version or value was
    changed.
    """
    faults: list[Fault] = []
    lists = _new_lists(session, library, faults)
    norms = _new_norms(session, library, faults)
    if faults:
        raise LibraryRejected(faults)
    for one in lists:
        _store(session, one, now)
    for norm in norms:
        session.add(
            Parameter(
                name=norm.name, valid_from=norm.valid_from, value=norm.value, unit=norm.unit, note=norm.note
            )
        )
    session.flush()
    return Stored(tuple((one.content["code"], one.content["version"]) for one in lists), tuple(norms))


def _new_lists(session: Session, library: Library, faults: list[Fault]) -> list[ReadList]:
    newest = dict(session.execute(select(Checklist.code, Checklist.version)).all())
    known = {
        (code, version): digest
        for code, version, digest in session.execute(
            select(ChecklistVersion.code, ChecklistVersion.version, ChecklistVersion.digest)
        )
    }
    fresh: list[ReadList] = []
    for one in library.lists:
        code, version = one.content["code"], one.content["version"]
        highest = newest.get(code)
        if (code, version) in known:
            if known[code, version] != one.digest:
                detail = f"{version} is loaded already and said something else"
                faults.append(
                    Fault(one.file, "version", detail, f"raise the version, for example to {_next(highest)}")
                )
        elif highest is not None and order(version) < order(highest):
            detail = f"{version} is older than {highest}, which is loaded"
            faults.append(
                Fault(one.file, "version", detail, f"raise the version, for example to {_next(highest)}")
            )
        else:
            fresh.append(one)
    return fresh


def _next(version: str | None) -> str:
    major, minor, patch = order(version or "0.0.0")
    return f"{major}.{minor}.{patch + 1}"


def _store(session: Session, one: ReadList, now: datetime) -> None:
    content = one.content
    text = orjson.dumps(content)
    row = session.get(Checklist, content["code"])
    if row is None:
        session.add(
            Checklist(code=content["code"], agency_kind=content["agency"], version=content["version"])
        )
        session.flush()
    else:
        row.agency_kind, row.version = content["agency"], content["version"]
    session.add(
        ChecklistVersion(
            code=content["code"],
            version=content["version"],
            status=content["status"],
            content=text.decode(),
            content_digest=sha256(text).digest(),
            digest=one.digest,
            loaded_at=now,
        )
    )


def _new_norms(session: Session, library: Library, faults: list[Fault]) -> list[Norm]:
    known = {(row.name, row.valid_from): row.value for row in session.scalars(select(Parameter))}
    fresh: list[Norm] = []
    for norm in library.norms:
        value = known.get((norm.name, norm.valid_from))
        if value is None:
            fresh.append(norm)
        elif value != norm.value:
            detail = f"{norm.valid_from} is loaded already with {value}, and records may rest on it"
            faults.append(
                Fault(
                    "parameters.yaml",
                    f"parameters[{norm.name}]",
                    detail,
                    "keep it, and add a value with a new day",
                )
            )
    return fresh
