"""Rows of a register, made from what a file brought and stored when they are new or changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, cast
from uuid import UUID

import numpy
import orjson
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from server.core.database import among, bulk
from server.core.geometry import boxes, packed
from server.core.ids import derive
from server.sites.address_keys import address_key
from server.sites.importing.faults import Fault
from server.sites.importing.objects import Delivered, Kind, Objects
from server.sites.importing.seen import Seen
from server.sites.models import Address, Building, Establishment, Unit

MODELS: dict[Kind, type[Building] | type[Address] | type[Unit] | type[Establishment]] = {
    "building": Building,
    "address": Address,
    "unit": Unit,
    "establishment": Establishment,
}
_BASE = ("id", "ref", "status", "source", "source_date", "digest")
_BOX = ("west", "south", "east", "north")
COLUMNS: dict[Kind, tuple[str, ...]] = {
    "building": (*_BASE, "year", "kind", "fictitious", "geom", *_BOX),
    "address": (*_BASE, "street", "number", "postcode", "town", "key"),
    "unit": (*_BASE, "address", "building", "uses", "floor_area", "geom"),
}
_REF = re.compile(r"[\w.:-]{1,80}")
_BAG = re.compile(r"\d{16}")
_AREA = re.compile(r"[0-9]{1,9}")
"""Square metres that fit the column; of any other word nothing is kept."""


@dataclass(slots=True)
class Stored:
    """How many of a batch."""

    new: int = 0
    changed: int = 0
    same: int = 0


def row_id(kind: Kind, ref: str, source: str) -> UUID:
    """The id of an object: that of its BAG id or branch number wherever it comes from, else of its data set's
    own id."""
    if kind == "establishment":
        return derive(kind, ref)
    return derive(kind, "bag" if _BAG.fullmatch(ref) else source, ref)


def with_ids(objects: Objects, source: str, seen: Seen) -> tuple[Objects, list[UUID]]:
    """The objects whose id is sound and came for the first time, and the ids of their rows."""
    wrong = {
        n: Fault(objects.rows[n], ref[:80], "id", "id-invalid" if ref else "id-missing")
        for n, ref in enumerate(objects.refs)
        if not _REF.fullmatch(ref)
    }
    objects = objects.without(wrong) if wrong else objects
    ids = [row_id(objects.kind, ref, source) for ref in objects.refs]
    again = {
        n: Fault(objects.rows[n], objects.refs[n], "id", "id-twice")
        for n, fresh in enumerate(seen.add(ids))
        if not fresh
    }
    return objects.without(again), [id for n, id in enumerate(ids) if n not in again]


def store(session: Session, objects: Objects, ids: Sequence[UUID], delivered: Delivered) -> Stored:
    """Write what is new or differs from what is there; one query and at most one statement more."""
    if not ids:
        return Stored()
    kind = objects.kind
    table = cast(Table, MODELS[kind].__table__)
    known = {
        id: bytes(digest)
        for id, digest in session.execute(
            select(table.c.id, table.c.digest).where(among(session, table.c.id, ids))
        )
    }
    shapes = None if kind == "address" else _array(objects.shapes)
    flat = [b""] * len(ids) if shapes is None else packed(session, shapes)
    told = [_told(kind, one, delivered.source) for one in objects.told]
    digests = [_digest(status, rest, shape) for (status, rest), shape in zip(told, flat, strict=True)]
    fresh = [n for n, id in enumerate(ids) if known.get(id) != digests[n]]
    box = boxes(shapes) if kind == "building" else None
    rows = [
        (
            ids[n], objects.refs[n], told[n][0], delivered.source, delivered.date, digests[n], *told[n][1],
            *(() if shapes is None else (flat[n],)), *(() if box is None else box[n]),
        )
        for n in sorted(fresh, key=lambda n: ids[n])
    ]  # fmt: skip
    bulk(session, table, rows, "upsert", columns=COLUMNS[kind])
    changed = sum(ids[n] in known for n in fresh)
    return Stored(len(fresh) - changed, changed, len(ids) - len(fresh))


def _told(kind: Kind, told: dict[str, Any], source: str) -> tuple[str | None, tuple[Any, ...]]:
    """Status, and the columns of the kind in their order."""
    status = _text(told.get("status"))
    if kind == "building":
        return status, (_year(told.get("year")), _text(told.get("kind")), bool(told.get("fictitious")))
    if kind == "address":
        postcode, number = told["postcode"], told["number"]
        return status, (told["street"], number, postcode, told["town"], address_key(postcode, number))
    building, area = told["building"], told["floor_area"]
    return status, (
        row_id("address", told["address"], source),
        None if building is None else row_id("building", building, source),
        told["uses"],
        int(area) if area is not None and _AREA.fullmatch(area) else None,
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value).strip()[:200].replace("\0", "") or None


def _year(value: Any) -> int | None:
    """A year of building that can be; BAG's 9999 means unknown."""
    word = str(value if value is not None else "").split(".")[0]
    return int(word) if re.fullmatch(r"[12]\d{3}", word) else None


def _digest(status: str | None, rest: tuple[Any, ...], shape: bytes) -> bytes:
    words = orjson.dumps((status, rest))
    return blake2b(words + shape, digest_size=16).digest()


def _array(shapes: Sequence[Any]) -> Any:
    made = numpy.empty(len(shapes), dtype=object)
    made[:] = shapes
    return made
