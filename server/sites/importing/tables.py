"""A CSV file of establishments as rows by our names: whatever its encoding, delimiter and Dutch headers."""

import codecs
import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from server.sites.importing.faults import FileRefused

_HEADERS = {
    "kvk": ("kvknummer", "kvk", "kvknr", "dossiernummer", "inschrijfnummer"),
    "branch": ("vestigingsnummer", "vestigingsnr", "branch"),
    "name": ("handelsnaam", "eerstehandelsnaam", "bedrijfsnaam", "naam", "name"),
    "address": ("adres", "vestigingsadres", "address"),
    "street": ("straatnaam", "straat", "street"),
    "number": ("huisnummer", "huisnr", "number"),
    "letter": ("huisletter",),
    "addition": ("huisnummertoevoeging", "toevoeging", "addition"),
    "postcode": ("postcode",),
    "town": ("plaats", "plaatsnaam", "woonplaats", "vestigingsplaats", "town"),
    "x": ("x", "rdx", "xcoordinaat"),
    "y": ("y", "rdy", "ycoordinaat"),
    "lon": ("lon", "lengtegraad", "longitude"),
    "lat": ("lat", "breedtegraad", "latitude"),
    "bag_id": ("pandid", "bagid", "bagpandid", "identificatiepand"),
    "status": ("status",),
}
"""Ours → how files head it, in lower case and without signs."""
NEEDED = ("kvk", "name", "postcode", "town")
_EXCEL = re.compile(r'="(.*)"')
"""How Excel is made to keep the zeros before a number."""


def rows(path: Path) -> Iterator[tuple[int, dict[str, str], bool]]:
    """Number of each row from 1, its cells by our names, and whether it has as many as the header.

    Raises `FileRefused`.
    """
    with path.open(encoding=_encoding(path), newline="") as file:
        head = file.readline()
        delimiter = max(";,\t|", key=head.count)
        names = [_ours(name) for name in next(csv.reader([head], delimiter=delimiter), [])]
        missing = [_HEADERS[name][0] for name in NEEDED if name not in names]
        if missing:
            raise FileRefused(
                f"{path.name} lacks the column(s) {', '.join(missing)}; the first line names them."
            )
        reader = csv.reader(file, delimiter=delimiter)
        try:
            for number, cells in enumerate(reader, 1):
                if any(cell.strip() for cell in cells):
                    told = {name: _cell(cell) for name, cell in zip(names, cells, strict=False) if name}
                    yield number, told, len(cells) == len(names)
        except csv.Error as error:
            raise FileRefused(
                f"{path.name}, line {reader.line_num + 1}: {error}. Export it again."
            ) from error


def _encoding(path: Path) -> str:
    """UTF-8 (with or without a mark), UTF-16 with a mark, or else what Windows writes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        file.seek(0)
        with suppress(UnicodeDecodeError):
            while part := file.read(1 << 20):
                if b"\0" in part:
                    raise FileRefused(f"{path.name} is no text. Export it as CSV.")
                decoder.decode(part)
            decoder.decode(b"", final=True)
            return "utf-8-sig"
    return "cp1252"


def _ours(header: str) -> str:
    plain = re.sub(r"[^a-z]", "", header.lower())
    return next((ours for ours, theirs in _HEADERS.items() if plain in theirs), "")


def _cell(text: str) -> str:
    text = text.strip()
    kept = _EXCEL.fullmatch(text)
    return kept[1].strip() if kept else text
