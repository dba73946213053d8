"""What waits in quarantine for something to come: let in when it is here, dossier by dossier."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.models import Dossier
from server.checklists.versions import contents
from server.core.database import among, reading, writing
from server.operations.kinds import KINDS
from server.sync.acceptance.facts import lock_dossier
from server.sync.authority import Authority
from server.sync.models import Quarantine
from server.sync.releasing import release_waiting

KNOWN_VERSION = "version:1"


def release_dossier(session: Session, authority: Authority, dossier: UUID, now: datetime) -> int:
    """Let in what waited for a dossier, in the transaction that made it; how many operations were.

    To be called as late as possible, by whoever makes dossiers (`authority()` is asked before `writing()`).
    """
    if not lock_dossier(session, dossier):
        return 0
    return release_waiting(session, authority, f"dossier:{dossier}", dossier, now)


def release_all(authority: Authority, now: datetime, only: str | None = None) -> int:
    """Let in whatever waits for something that is here now, or for `only`; a transaction for each dossier.

    Run after an upgrade and from time to time: nothing that came may wait for ever because nobody looked.
    """
    count = 0
    for missing, dossier in _here(only):
        with writing() as session:
            if lock_dossier(session, dossier):
                count += release_waiting(session, authority, missing, dossier, now)
    return count


def _here(only: str | None) -> list[tuple[str, UUID]]:
    """(what is waited for, dossier) where what is waited for is here."""
    query = select(Quarantine.missing, Quarantine.dossier).where(Quarantine.missing.is_not(None)).distinct()
    with reading() as session:
        rows = session.execute(query if only is None else query.where(Quarantine.missing == only)).all()
        waiting = [(str(missing), dossier) for missing, dossier in rows]
        there = _present(session, {missing for missing, _ in waiting})
    return sorted((missing, dossier) for missing, dossier in waiting if missing in there)


def _present(session: Session, keys: Collection[str]) -> set[str]:
    """Those of what is waited for that are here."""
    named: dict[str, set[str]] = {"dossier": set(), "checklist": set(), "kind": set(), "version": set()}
    for key in keys:
        what, _, name = key.partition(":")
        named.setdefault(what, set()).add(name)
    ids = {UUID(name) for name in named["dossier"]}
    dossiers = (
        set(session.scalars(select(Dossier.id).where(among(session, Dossier.id, ids)))) if ids else set()
    )
    versions = {(code, version) for code, _, version in (name.partition("@") for name in named["checklist"])}
    return {
        *(f"dossier:{id}" for id in dossiers),
        *(f"checklist:{code}@{version}" for code, version in contents(session, versions).contents),
        *(f"kind:{name}" for name in named["kind"] & KINDS.keys()),
        *({KNOWN_VERSION} & set(keys)),
    }
