"""What the rules judge by, asked once for all operations of a signer in a scope."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from msgspec import Struct
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.access.service import Rights, ScopeName, rights_of, was_in_team
from server.checklists.service import Library, Opened, can_be_shut, opened
from server.checklists.versions import contents
from server.core.database import lock, lock_id
from server.dossiers.service import agencies_on
from server.operations.operation import Operation
from server.sync.signers.known import KnownSigner


class Facts(Struct):
    """Facts about a signer, a scope and the lists that its operations name.

    `dossier_known`: the dossier is here. `teams`: the (action, team) the author was ever in, of those that a
    `dossier.open` names.
    """

    scope: ScopeName
    scope_name: str
    dossier: UUID
    dossier_known: bool
    signer: KnownSigner
    rights: Rights
    library: Library
    opened: Opened
    teams: set[tuple[str, str]]
    dossier_id: str
    signer_id: str
    """Both as texts write them."""
    visit: tuple[str, str] | None = None
    """Of an unplanned visit that is here, where somebody opens it again: its action and team."""
    founders: Mapping[str, set[str]] = {}
    """Agencies that wrote on the drawn entities that are here, by entity."""
    waived: frozenset[str] = frozenset()
    """Reasons that do not count this time."""
    trusted: bool = False
    """This server accepted the operations before; only what folding them needs is asked."""


def lock_dossier(session: Session, dossier: UUID) -> bool:
    """Take the lock that all writers of a dossier take, before any read; False when it is not here.

    Also who would open it holds a lock then: of two, one finds it here.
    """
    if lock(session, Dossier.id, [dossier]):
        return True
    lock_id(session, dossier)
    return bool(lock(session, Dossier.id, [dossier]))


def versions_named(operations: Iterable[Operation | None]) -> set[tuple[str, str]]:
    """The checklist versions that operations name, as far as they are texts at all."""
    found = set()
    for operation in operations:
        if operation is None or "checklist" not in operation.values:
            continue
        checklist, version = operation.values["checklist"], operation.values.get("version")
        if isinstance(checklist, str) and isinstance(version, str):
            found.add((checklist, version))
    return found


def load_library(session: Session, operations: Iterable[Operation | None]) -> Library:
    """The checklist versions that operations name, as far as they are loaded."""
    return contents(session, versions_named(operations))


def load_opened(session: Session, agency: UUID, library: Library) -> Opened:
    """Which lists of own systems the agency opened here; asked only when a list that may be shut is named."""
    may_be_shut = any(map(can_be_shut, library.contents.values()))
    return opened(session, [agency])[agency] if may_be_shut else Opened({})


def load_teams(
    session: Session, signer: KnownSigner, operations: Iterable[Operation | None]
) -> set[tuple[str, str]]:
    """Those (action, team) among what `dossier.open` operations name that the author was ever in."""
    named = {
        (str(operation.values.get("action")), str(operation.values.get("team")))
        for operation in operations
        if operation is not None and operation.head.kind == "dossier.open"
    }
    found = set()
    for action, team in named:
        ids = _ids(action, team)
        if ids and was_in_team(
            session, action=ids[0], team=ids[1], member=signer.member, agency=signer.agency
        ):
            found.add((action, team))
    return found


def _ids(*texts: str) -> list[UUID]:
    try:
        return [UUID(text) for text in texts]
    except ValueError:
        return []


def load_visit(
    session: Session, dossier: UUID, operations: Iterable[Operation | None]
) -> tuple[str, str] | None:
    """For whom an unplanned visit was opened, where operations open it again."""
    if not any(one is not None and one.head.kind == "dossier.open" for one in operations):
        return None
    found = session.get(Dossier, dossier)
    return None if found is None or found.planned else (str(found.action), str(found.team))


def load_founders(
    session: Session, scope: ScopeName, drawn: Iterable[tuple[str, str]]
) -> dict[str, set[str]]:
    """Agencies that wrote on entities of a scope before, for (family, entity)."""
    by_family: dict[str, set[str]] = {}
    for family, entity in drawn:
        by_family.setdefault(family, set()).add(entity)
    return agencies_on(session, str(scope), by_family)


def load_rights(session: Session, signer: KnownSigner, dossier: UUID) -> Rights:
    """Where the author was assigned, and with which roles when."""
    return rights_of(session, member=signer.member, agency=signer.agency, dossier=dossier)
