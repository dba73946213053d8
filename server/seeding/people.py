"""Agencies, members and mandates from `seeds/`; ids are derived from codes and keys, so that loading twice
changes
nothing and tests know everyone by name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from sqlalchemy.orm import Session

from server.core.database import bulk
from server.core.ids import derive
from server.identity.models import Agency, Mandate, Member, Membership
from server.identity.roles import Role

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
"""From when the demo's memberships and mandates hold."""


def agency_id(code: str) -> UUID:
    """The id of a seeded agency."""
    return derive("agency", code)


def member_id(key: str) -> UUID:
    """The id of a seeded member."""
    return derive("member", key)


def membership_id(key: str, agency: str) -> UUID:
    """The id of a seeded membership."""
    return derive("membership", key, agency)


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The list of a seed file, such as `agencies` of `agencies.yaml`."""
    found: list[dict[str, Any]] = yaml.load((folder / f"{name}.yaml").read_text(), yaml.CSafeLoader)[name]
    return found


def load_people(session: Session, folder: Path, now: datetime) -> None:
    """Put agencies, members, memberships and mandates in, or bring them up to date with the files."""
    agencies = read(folder, "agencies")
    rows = [_agency(one) for one in agencies]
    bulk(session, Agency.__table__, sorted(rows, key=str), "upsert")  # type: ignore[arg-type]
    members = read(folder, "members")
    names = [(member_id(one["key"]), one["name"]) for one in members]
    bulk(session, Member.__table__, sorted(names, key=str), "upsert")  # type: ignore[arg-type]
    bulk(session, Membership.__table__, [_membership(one) for one in members], "upsert")  # type: ignore[arg-type]
    mandates = [_mandate(one, mandate, now) for one in members for mandate in one.get("mandates", [])]
    bulk(session, Mandate.__table__, sorted(mandates, key=str), "upsert")  # type: ignore[arg-type]


def _agency(one: dict[str, Any]) -> tuple[Any, ...]:
    code = one["code"]
    named = (one["kind"], one["name"], one["short"], one["glyph"])
    return (agency_id(code), code, *named, one["area"], one["public"])


def _membership(one: dict[str, Any]) -> tuple[Any, ...]:
    key, agency = one["key"], one["agency"]
    roles = [Role(role).value for role in one["roles"]]
    return (membership_id(key, agency), member_id(key), agency_id(agency), roles, SINCE, None)


def _mandate(one: dict[str, Any], mandate: dict[str, Any], now: datetime) -> tuple[Any, ...]:
    key, agency, law = one["key"], one["agency"], mandate["law"]
    days = mandate.get("until")
    until = None if days is None else now + timedelta(days=days)
    number = f"DEMO-{derive('mandate', key, law).hex[:6].upper()}"
    return (derive("mandate", key, agency, law), member_id(key), agency_id(agency), law, number, SINCE, until)
