"""Cutting a pack out of an archive: the tiles that touch an area, as an archive of its own.

The size is told before a byte is copied, and is exact: what is counted is what is written.
"""

import gzip
import hashlib
import json
import math
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pmtiles.tile import HeaderDict, serialize_header

from server.maps.archive import HEADER_BYTES, Archive, type_ints
from server.maps.directory import Entries, directories, entries_of

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

MOST_LATITUDE = 85.05112877980659


@dataclass(frozen=True, eq=False)
class Cut:
    """What a pack will hold: its head, and where its tiles lie in the archive, in order."""

    archive: Archive
    head: bytes
    offsets: type_ints
    lengths: type_ints
    tiles: int

    @property
    def size(self) -> int:
        """Of the pack, in bytes."""
        return len(self.head) + int(self.lengths.sum())


def cut(archive: Archive, area: Box) -> Cut:
    """The tiles of `archive` that touch `area`, at every zoom it has."""
    rows = np.flatnonzero(touching(archive, area))
    tiles = archive.tiles
    offsets, first = np.unique(tiles.offset[rows], return_index=True)
    lengths = tiles.length[rows][first]
    fresh = np.cumsum(lengths) - lengths
    at = fresh[np.searchsorted(offsets, tiles.offset[rows])]
    entries = entries_of(tiles.id[rows], at, tiles.length[rows])
    return Cut(
        archive,
        _head(archive, area, entries, len(rows), len(offsets), int(lengths.sum())),
        offsets,
        lengths,
        len(rows),
    )


def touching(archive: Archive, area: Box) -> "np.typing.NDArray[np.bool_]":
    """Which tiles of the archive touch the area."""
    tiles = archive.tiles
    found = np.zeros(len(tiles.id), dtype=bool)
    for zoom in range(archive.header["min_zoom"], archive.header["max_zoom"] + 1):
        west, north = tile_at(area[0], area[3], zoom)
        east, south = tile_at(area[2], area[1], zoom)
        inside = (tiles.x >= west) & (tiles.x <= east) & (tiles.y >= north) & (tiles.y <= south)
        found |= (tiles.zoom == zoom) & inside
    return found


def tile_at(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    """Column and row of the tile at this place; the latitude ends where the square map does."""
    last = (1 << zoom) - 1
    high = math.radians(max(-MOST_LATITUDE, min(MOST_LATITUDE, lat)))
    x = int((lon + 180) / 360 * (last + 1))
    y = int((1 - math.asinh(math.tan(high)) / math.pi) / 2 * (last + 1))
    return min(max(x, 0), last), min(max(y, 0), last)


def write(pack: Cut, path: Path) -> str:
    """Write the pack to `path`, whole or not at all; its SHA-256."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".pack-", delete=False) as file:
        try:
            for part in _parts(pack):
                whole.update(part)
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return whole.hexdigest()


def _parts(pack: Cut) -> Iterator[bytes]:
    yield pack.head
    yield from pack.archive.parts(pack.offsets, pack.lengths)


def _head(archive: Archive, area: Box, entries: Entries, tiles: int, contents: int, data: int) -> bytes:
    root, leaves = directories(entries)
    metadata = gzip.compress(json.dumps(archive.metadata).encode(), mtime=0)
    west, south, east, north = (round(degrees * 10_000_000) for degrees in area)
    at_metadata = HEADER_BYTES + len(root)
    at_leaves = at_metadata + len(metadata)
    header: HeaderDict = {
        **archive.header,
        "root_offset": HEADER_BYTES,
        "root_length": len(root),
        "metadata_offset": at_metadata,
        "metadata_length": len(metadata),
        "leaf_directory_offset": at_leaves,
        "leaf_directory_length": len(leaves),
        "tile_data_offset": at_leaves + len(leaves),
        "tile_data_length": data,
        "addressed_tiles_count": tiles,
        "tile_entries_count": len(entries.id),
        "tile_contents_count": contents,
        "clustered": False,
        "min_lon_e7": west,
        "min_lat_e7": south,
        "max_lon_e7": east,
        "max_lat_e7": north,
        "center_lon_e7": (west + east) // 2,
        "center_lat_e7": (south + north) // 2,
        "center_zoom": archive.header["min_zoom"],
    }
    return bytes(serialize_header(header) + root + metadata + leaves)
