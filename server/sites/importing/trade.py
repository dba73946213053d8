"""Establishments of a CSV file, as the Trade Register's, in batches."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.core.geometry import NETHERLANDS
from server.core.rijksdriehoek import to_degrees
from server.sites.address_keys import address_key, number_of
from server.sites.importing.faults import Fault
from server.sites.importing.objects import BATCH, Objects
from server.sites.importing.tables import NEEDED, rows

_MOST = 200
"""Characters of a cell."""


class _Wrong(Exception):
    """A row cannot be taken: (field, code)."""


def read(path: Path, size: int = BATCH) -> Iterator[Objects]:
    """Batches of establishments. Raises `FileRefused`."""
    batch = Objects("establishment")
    for number, told, whole in rows(path):
        try:
            ref, known = _row(told, whole)
            batch.add(number, ref, None, known)
        except _Wrong as wrong:
            field, code = wrong.args
            ref = (told.get("branch") or told.get("kvk") or "")[:80]
            batch.faults.append(Fault(number, ref, field, code))
        if len(batch) + len(batch.faults) >= size:
            yield batch
            batch = Objects("establishment")
    if len(batch) or batch.faults:
        yield batch


def _row(told: dict[str, str], whole: bool) -> tuple[str, dict[str, Any]]:
    if not whole:
        raise _Wrong("", "columns")
    for field, value in told.items():
        if value.startswith("="):
            raise _Wrong(field, "formula")
        if len(value) > _MOST:
            raise _Wrong(field, "too-long")
    for field in NEEDED:
        if not told[field]:
            raise _Wrong(field, "field-missing")
    kvk, branch = _digits(told, "kvk", 8), _digits(told, "branch", 12)
    postcode = told["postcode"].replace(" ", "").upper()
    number = told.get("number", "") + told.get("letter", "")
    number += f"-{told['addition']}" if told.get("addition") else ""
    address = f"{told.get('street', '')} {number}".strip() if number else told.get("address", "")
    key = address_key(postcode, number or number_of(address))
    if key is None:
        raise _Wrong("postcode", "address-incomplete")
    bag_id = told.get("bag_id", "")
    return branch or f"{kvk}:{key.replace(' ', ':')}", {
        "name": told["name"],
        "kvk": kvk,
        "branch": branch,
        "status": told.get("status") or None,
        "address": address,
        "postcode": f"{postcode[:4]} {postcode[4:]}",
        "town": told["town"],
        "key": key,
        "place": _place(told),
        "bag_id": bag_id if re.fullmatch(r"\d{16}", bag_id) else None,
    }


def _digits(told: dict[str, str], field: str, width: int) -> str | None:
    """The number with the zeros that spreadsheets drop."""
    text = told.get(field, "").replace(".", "").replace(" ", "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{4,}", text) or len(text) > width:
        raise _Wrong(field, f"{field}-invalid")
    return text.zfill(width)


def _place(told: dict[str, str]) -> tuple[float, float] | None:
    """Longitude, latitude from degrees or RD metres; None when neither is told."""
    for pair, degrees in ((("lon", "lat"), True), (("x", "y"), False)):
        if not told.get(pair[0]) and not told.get(pair[1]):
            continue
        try:
            x, y = (float(told.get(name, "").replace(",", ".")) for name in pair)
            lon, lat = (x, y) if degrees else to_degrees(x, y)
        except ValueError as error:
            raise _Wrong(pair[0], "not-a-number") from error
        west, south, east, north = NETHERLANDS
        if not (west <= lon <= east and south <= lat <= north):
            raise _Wrong(pair[0], "outside")
        return lon, lat
    return None
