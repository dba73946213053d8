"""One import from file to report: batch by batch, each in a transaction of its own, so that a run that was
broken off is taken up by running it again."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from uuid import UUID

from sqlalchemy import Table, select

from server.core.database import reading, writing
from server.core.ids import uuid7
from server.sites.importing import bag, trade
from server.sites.importing.businesses import Municipalities, store_businesses
from server.sites.importing.faults import GONE, MENDED, Fault, FileRefused
from server.sites.importing.objects import Asked, Delivered, Kind, Objects
from server.sites.importing.registered import MODELS, Stored, store, with_ids
from server.sites.importing.report import Report
from server.sites.importing.seen import Seen
from server.sites.importing.shapes import in_degrees
from server.sites.models import Delivery


@dataclass(slots=True)
class Count:
    """Of one kind of object."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    mended: int = 0
    disappeared: int = 0


Say = Callable[[dict[Kind, Count]], None]


def run(
    path: Path, asked: Asked, report: Report, clock: Callable[[], datetime], say: Say
) -> dict[Kind, Count]:
    """Import a file; what became of it, by kind of object. `say` hears the counts after every batch.

    Raises `FileRefused` for a file that cannot be read, at the place where it cannot; what came before stays.
    """
    now = clock()
    delivered, batches = _open(path, asked, now)
    delivery = _begin(path, asked, delivered, now)
    counts: dict[Kind, Count] = {}
    seen: dict[Kind, Seen] = {}
    for objects in batches:
        count = counts.setdefault(objects.kind, Count())
        taken, stored = _take(objects, delivered, seen.setdefault(objects.kind, Seen()), now)
        _count(count, taken, stored, len(objects) + len(objects.faults))
        report.add(taken.faults)
        say(counts)
    for kind, known in seen.items():
        for faults in _disappeared(kind, delivered.source, known):
            counts[kind].disappeared += len(faults)
            report.add(faults)
    with writing() as session:
        row = session.get_one(Delivery, delivery)
        row.finished = clock()
        row.counts = {kind: asdict(count) for kind, count in counts.items()}
    return counts


def _open(path: Path, asked: Asked, now: datetime) -> tuple[Delivered, Iterator[Objects]]:
    suffix = path.suffix.lower()
    if suffix == ".zip":
        found = bag.delivered(path)
        return Delivered(asked.source or found.source, asked.date or found.date), bag.read(path)
    if suffix in (".gpkg", ".geojson", ".json"):
        from server.sites.importing import layers  # brings GDAL along, which nothing else needs

        named = Delivered(asked.source or path.stem, asked.date or now.date().isoformat())
        return named, layers.read(path, asked)
    if suffix in (".csv", ".txt", ".tsv"):
        return Delivered(asked.source or "kvk", asked.date or now.date().isoformat()), trade.read(path)
    raise FileRefused(f"{path.name}: give a BAG extract (.zip), .gpkg, .geojson, or establishments in .csv.")


def _begin(path: Path, asked: Asked, delivered: Delivered, now: datetime) -> UUID:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").digest()
    delivery = Delivery(
        id=uuid7(now), at=now, finished=None, source=delivered.source, source_date=delivered.date,
        file=path.name, sha256=digest, by=asked.by, counts={},
    )  # fmt: skip
    with writing() as session:
        session.add(delivery)
    return delivery.id


def _take(objects: Objects, delivered: Delivered, seen: Seen, now: datetime) -> tuple[Objects, Stored]:
    """What of a part of a file is sound, with the faults of the rest; and what became of it."""
    objects, ids = with_ids(objects, delivered.source, seen)
    if objects.kind in ("building", "unit"):
        kept = dict(zip(objects.rows, ids, strict=True))
        objects = in_degrees(objects)
        ids = [kept[row] for row in objects.rows]
    if not ids:
        return objects, Stored()
    with writing() as session:
        if objects.kind != "establishment":
            return objects, store(session, objects, ids, delivered)
        stored, faults = store_businesses(session, objects, ids, delivered, Municipalities(session), now)
        objects.faults.extend(faults)
        return objects, stored


def _count(count: Count, taken: Objects, stored: Stored, read: int) -> None:
    mended = sum(fault.code in MENDED for fault in taken.faults)
    count.read += read
    count.new += stored.new
    count.changed += stored.changed
    count.same += stored.same
    count.mended += mended
    count.refused += len(taken.faults) - mended


def _disappeared(kind: Kind, source: str, known: Seen) -> Iterator[list[Fault]]:
    """What came with earlier deliveries of this data set and not with this one, a part at a time."""
    table = cast(Table, MODELS[kind].__table__)
    after: UUID | None = None
    while True:
        query = select(table.c.id, table.c.ref).where(table.c.source == source).order_by(table.c.id)
        with reading() as session:
            rows = session.execute(
                (query if after is None else query.where(table.c.id > after)).limit(10_000)
            ).all()
        if not rows:
            return
        after = rows[-1].id
        held = known.holds([row.id for row in rows])
        yield [Fault(0, row.ref, "id", GONE) for row, here in zip(rows, held, strict=True) if not here]
