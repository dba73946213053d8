"""Sites for tests."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.sites import service

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
