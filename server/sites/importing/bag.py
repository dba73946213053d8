"""A BAG extract of Kadaster as batches of buildings, addresses and units."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from server.core.rijksdriehoek import RD
from server.sites.importing import bag_xml
from server.sites.importing.archives import BROKEN, Member, members
from server.sites.importing.faults import Fault, FileRefused
from server.sites.importing.objects import BATCH, Delivered, Kind, Objects

_KINDS: dict[str, Kind] = {"Pand": "building", "Nummeraanduiding": "address", "Verblijfsobject": "unit"}


def delivered(path: Path) -> Delivered:
    """The source (`bag:` and the municipality, or `NL`) and day that the first file names.

    Raises `FileRefused`.
    """
    head = bag_xml.Head()
    with members(path) as files:
        for _ in _objects(files[:1], head):
            break
    several = len(head.municipalities) != 1
    return Delivered("bag:NL" if several else f"bag:{head.municipalities[0]}", head.date)


def read(path: Path, size: int = BATCH) -> Iterator[Objects]:
    """Batches of up to `size` objects of one kind. Streets and towns are kept in memory meanwhile: of the
    whole country they take about 100 MB, of a municipality next to nothing.

    Raises `FileRefused` at the place where a file is broken.
    """
    names = _Names()
    numbers = count(1)
    batch: Objects | None = None
    with members(path) as files:
        for found in _objects(files, bag_xml.Head()):
            kind = _KINDS.get(found.kind)
            if kind is None:
                names.keep(found)
                continue
            if batch is None or batch.kind != kind or len(batch) >= size:
                if batch is not None:
                    yield batch
                batch = Objects(kind, RD)
            _take(batch, next(numbers), found, names)
    if batch is not None:
        yield batch


def _objects(files: list[Member], head: bag_xml.Head) -> Iterator[bag_xml.Found]:
    for _, archive, name in files:
        try:
            with archive.open(name) as stream:
                yield from bag_xml.objects(stream, head)
        except ET.ParseError as error:
            raise FileRefused(f"{name} is no sound XML: {error}. Download it again.") from error
        except BROKEN as error:
            raise FileRefused(f"{name} is damaged ({error}). Download it again.") from error


class _Names:
    """Streets and towns by their ids."""

    def __init__(self) -> None:
        self.towns: dict[str, str] = {}
        self.streets: dict[str, tuple[str, str]] = {}
        """Name, id of the town."""

    def keep(self, found: bag_xml.Found) -> None:
        told = found.told
        ref, name = _first(told, "identificatie"), _first(told, "naam")
        if found.kind == "Woonplaats":
            self.towns[ref] = name
        elif found.kind == "OpenbareRuimte":
            self.streets[ref] = (name, _first(told, "WoonplaatsRef"))


def _take(batch: Objects, row: int, found: bag_xml.Found, names: _Names) -> None:
    ref = _first(found.told, "identificatie")
    if found.fault is not None:
        batch.faults.append(Fault(row, ref, "geometry", found.fault))
    elif batch.kind == "address":
        _take_address(batch, row, ref, found.told, names)
    elif batch.kind == "building":
        told = found.told
        year, status = _first(told, "oorspronkelijkBouwjaar"), _first(told, "status")
        batch.add(row, ref, found.shape, {"year": year, "status": status})
    else:
        batch.add(
            row, ref, found.shape,
            {
                "status": _first(found.told, "status"),
                "address": _first(found.told, "heeftAlsHoofdadres"),
                "building": _first(found.told, "PandRef") or None,
                "uses": sorted(found.told.get("gebruiksdoel", [])),
                "floor_area": _first(found.told, "oppervlakte") or None,
            },
        )  # fmt: skip


def _take_address(batch: Objects, row: int, ref: str, told: dict[str, list[str]], names: _Names) -> None:
    street = names.streets.get(_first(told, "OpenbareRuimteRef"))
    # a number may lie in another town than its street
    town = names.towns.get(_first(told, "WoonplaatsRef") or (street[1] if street else ""))
    number = _first(told, "huisnummer")
    for value, field, code in (
        (street, "ligtAan", "street-unknown"),
        (town, "ligtIn", "town-unknown"),
        (number, "huisnummer", "field-missing"),
    ):
        if not value:
            batch.faults.append(Fault(row, ref, field, code))
            return
    assert street is not None
    parts = (_first(told, "huisletter"), _first(told, "huisnummertoevoeging"))
    batch.add(
        row, ref, None,
        {
            "status": _first(told, "status"),
            "street": street[0],
            "number": number + parts[0] + (f"-{parts[1]}" if parts[1] else ""),
            "postcode": _first(told, "postcode") or None,
            "town": town,
        },
    )  # fmt: skip


def _first(told: dict[str, list[str]], name: str) -> str:
    return told.get(name, [""])[0]
