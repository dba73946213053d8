"""A million operations, quickly: rows of real size and shape, whose texts nobody signed."""

from datetime import datetime
from hashlib import sha256
from typing import cast
from uuid import UUID

from sqlalchemy import Table, update
from sqlalchemy.orm import Session

from server.access.models import Dossier, DossierAssignment, Scope
from server.access.service import ensure_scopes
from server.core.database import bulk, writing
from server.core.ids import derive
from server.identity.models import Signer
from server.operations.digests import spell
from server.sync.entries import Entry, extend
from server.sync.models import Batch, Operation, ScopeEntry
from tests import cast as people

ENTRIES = 1000
"""Operations in a dossier."""
SEALED = 50
"""Operations in a batch."""
_TEXT = "x" * 40


def dossier_id(number: int) -> UUID:
    return derive("bench dossier", str(number))


def fill(action: UUID, dossiers: int, assigned: int, now: datetime) -> list[str]:
    """Make `dossiers` dossiers of 1,000 operations each; the first `assigned` are Nadia's. Names of the
    scopes.
    """
    names = {dossier_id(n): f"joint:{dossier_id(n)}" for n in range(dossiers)}
    with writing() as session:
        signers = _signers(session, now)
        scopes = _dossiers(session, action, names, assigned, now)
    for number, (dossier, name) in enumerate(names.items()):
        with writing() as session:
            _fill_one(session, dossier, scopes[name], signers[number % len(signers)], now)
    return list(names.values())


def _signers(session: Session, now: datetime) -> list[UUID]:
    who = people.person("nadia")
    ids = [derive("bench signer", str(n)) for n in range(60)]
    for id in ids:
        text = f'{{"t":"signer","v":1,"id":"{id}"}}'
        session.add(
            Signer(
                id=id, member=who.member, agency=who.agency, device=who.device, key=bytes(91), text=text,
                signature=bytes(64), registered=now,
            )
        )  # fmt: skip
    session.flush()
    return ids


def _dossiers(
    session: Session, action: UUID, names: dict[UUID, str], assigned: int, now: datetime
) -> dict[str, int]:
    rows = [(id, action, None, None, None, True, now) for id in names]
    columns = ("id", "action", "team", "target", "site", "planned", "opened")
    bulk(session, cast(Table, Dossier.__table__), rows, columns=columns)
    who = people.person("nadia")
    mine = [(id, who.member, who.agency, now, None) for id in list(names)[:assigned]]
    columns = ("dossier", "member", "agency", "since", "until")
    bulk(session, cast(Table, DossierAssignment.__table__), mine, columns=columns)
    return ensure_scopes(session, list(names.values()))


def _fill_one(session: Session, dossier: UUID, scope: int, signer: UUID, now: datetime) -> None:
    ids = [sha256(f"{dossier} {n}".encode()).digest() for n in range(ENTRIES)]
    sealed = [sha256(f"batch {dossier} {n // SEALED}".encode()).digest() for n in range(0, ENTRIES, SEALED)]
    running = bytes(32)
    entries, operations = [], []
    for n, id in enumerate(ids):
        running = extend(running, Entry(operation=id))
        entries.append((scope, n + 1, id, None, None, False, running[:16]))
        head = (
            f'{{"t":"op","v":1,"kind":"answer.set","dossier":"{dossier}","entity":"{dossier}",'
            f'"signer":"{signer}","at":"2026-11-25T10:00:00.000Z","offset":0,"base":[],"fields":['
            f'"{spell(id)}","{spell(id)}","{spell(id)}","{spell(id)}","{spell(id)}"]}}'
        )
        fields = "\n".join(f'["{spell(id)[:22]}","field{n}","{_TEXT}"]' for n in range(5))
        operations.append(
            (
                *(dossier, scope, id, signer, "answer.set", dossier, 0, 0, now),
                *(sealed[n // SEALED], head, fields, None),
            )
        )  # fmt: skip
    names = ",".join(f'"{spell(id)}"' for id in ids[:SEALED])
    batches = [
        (
            signer, scope, n + 1, hash, f'{{"t":"batch","operations":[{names}]}}', bytes(64), now, "{}",
            bytes(64), n * SEALED + 1, (n + 1) * SEALED,
        )
        for n, hash in enumerate(sealed)
    ]  # fmt: skip
    bulk(session, cast(Table, Operation.__table__), operations)
    bulk(session, cast(Table, Batch.__table__), batches)
    bulk(session, cast(Table, ScopeEntry.__table__), entries)
    session.execute(update(Scope).where(Scope.id == scope).values(last=ENTRIES, digest=running))
