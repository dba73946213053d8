"""Sites for tests."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.core.ids import derive
from server.sites import service
from server.sites.models import Establishment

ROSES = {
    "name": "Kwekerij Rozenglas",
    "address": "Zwethlaan 41",
    "postcode": "2675 LA",
    "town": "Honselersdijk",
    "municipality": "GM1783",
    "lon": 4.2337,
    "lat": 51.9954,
    "fictitious": True,
    "types": ["greenhouse"],
}


def make(session: Session, now: datetime, **changes: Any) -> UUID:
    """Add a site like the roses, with these changes; its id."""
    return service.add(session, {**ROSES, **changes}, now).id


def business(session: Session, site: UUID, name: str, *, kvk: str) -> UUID:
    """An establishment at a site; its id."""
    id = derive("establishment", f"0000{kvk}")
    session.add(
        Establishment(
            id=id, site=site, ref=f"0000{kvk}", name=name, kvk=kvk, branch=f"0000{kvk}", status=None,
            source="kvk", source_date="2026-11-25", digest=b"",
        )
    )  # fmt: skip
    session.flush()
    return id
