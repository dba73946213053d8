"""A map archive: one PMTiles file of vector tiles, read by position, its directory held decoded.

The format: PMTiles, version 3 (github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
"""

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from pmtiles.tile import Compression, HeaderDict, TileType, deserialize_directory, deserialize_header

HEADER_BYTES = 127
OPEN = 64
"""Archives whose directories stay decoded: the country's two, and the packs of the actions of one day."""
_DEGREE = 10_000_000

type_ints = NDArray[np.int64]


class NotAnArchive(Exception):
    """The file is no archive that the map can use; the words say why."""


@dataclass(frozen=True, eq=False)
class Tiles:
    """Every tile of an archive, one row each, by tile id: where it lies on the earth and in the file."""

    id: type_ints
    zoom: type_ints
    x: type_ints
    y: type_ints
    offset: type_ints
    """In bytes, from the start of the tiles' part of the file."""
    length: type_ints


@dataclass(frozen=True, eq=False)
class Archive:
    """An open archive; `sha256` is of the whole file, in hex."""

    path: Path
    size: int
    """In bytes."""
    sha256: str
    header: HeaderDict
    metadata: dict[str, Any]
    tiles: Tiles

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        head = self.header
        west, south = head["min_lon_e7"] / _DEGREE, head["min_lat_e7"] / _DEGREE
        return west, south, head["max_lon_e7"] / _DEGREE, head["max_lat_e7"] / _DEGREE

    def parts(self, offsets: type_ints, lengths: type_ints) -> Iterator[bytes]:
        """The bytes of these tiles; `offsets` ascend. Neighbours in the file are read at once."""
        file = os.open(self.path, os.O_RDONLY)
        try:
            start = self.header["tile_data_offset"]
            for first, last in _neighbours(offsets, lengths):
                length = int(offsets[last] + lengths[last] - offsets[first])
                yield os.pread(file, length, start + int(offsets[first]))
        finally:
            os.close(file)


def open_archive(path: Path) -> Archive:
    """The archive at `path`, decoded once for as long as the file stays the same. Raises NotAnArchive."""
    try:
        stat = path.stat()
    except OSError as error:
        raise NotAnArchive(f"{path}: {error.strerror}") from error
    return _opened(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=OPEN)
def _opened(path: Path, size: int, _changed: int) -> Archive:
    try:
        with path.open("rb") as file:
            header = deserialize_header(file.read(HEADER_BYTES))
            _check(header)
            packed = _at(file, header["metadata_offset"], header["metadata_length"])
            metadata = json.loads(gzip.decompress(packed))
            tiles = _tiles(file, header)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except NotAnArchive as why:
        raise NotAnArchive(f"{path}: {why}") from why
    except Exception as error:
        raise NotAnArchive(f"{path}: no PMTiles archive of version 3 ({type(error).__name__})") from error
    return Archive(path, size, sha256, header, metadata, tiles)


def _at(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _check(header: HeaderDict) -> None:
    if header["tile_type"] is not TileType.MVT:
        raise NotAnArchive("its tiles are pictures; the map draws vector tiles")
    if (
        header["tile_compression"] is not Compression.GZIP
        or header["internal_compression"] is not Compression.GZIP
    ):
        raise NotAnArchive("its tiles are not packed by gzip")


def _tiles(file: BinaryIO, header: HeaderDict) -> Tiles:
    rows = np.array(
        list(_entries(file, header, header["root_offset"], header["root_length"])), dtype=np.int64
    )
    rows = rows.reshape(-1, 4)
    runs = rows[:, 3]
    first = np.repeat(rows[:, 0], runs)
    id = first + np.arange(len(first)) - np.repeat(np.cumsum(runs) - runs, runs)
    zoom, x, y = places(id)
    return Tiles(id, zoom, x, y, np.repeat(rows[:, 1], runs), np.repeat(rows[:, 2], runs))


def _entries(
    file: BinaryIO, header: HeaderDict, start: int, length: int
) -> Iterator[tuple[int, int, int, int]]:
    for entry in deserialize_directory(_at(file, start, length)):
        if entry.run_length == 0:
            leaf = header["leaf_directory_offset"] + entry.offset
            yield from _entries(file, header, leaf, entry.length)
        else:
            yield entry.tile_id, entry.offset, entry.length, entry.run_length


def places(id: type_ints) -> tuple[type_ints, type_ints, type_ints]:
    """Zoom, x and y of tile ids: the archive numbers the tiles of a zoom along a Hilbert curve."""
    zoom = np.zeros_like(id)
    for z in range(1, 27):
        zoom[id >= (4**z - 1) // 3] = z
    left = id - (4**zoom - 1) // 3
    x, y = np.zeros_like(id), np.zeros_like(id)
    for level in range(int(zoom.max(initial=0))):
        side = 1 << level
        right = 1 & (left // 2)
        up = 1 & (left ^ right)
        inside = level < zoom
        turn = inside & (up == 0)
        mirror = turn & (right == 1)
        x[mirror], y[mirror] = side - 1 - x[mirror], side - 1 - y[mirror]
        x[turn], y[turn] = y[turn], x[turn].copy()
        x[inside] += side * right[inside]
        y[inside] += side * up[inside]
        left //= 4
    return zoom, x, y


def _neighbours(offsets: type_ints, lengths: type_ints) -> Iterator[tuple[int, int]]:
    """First and last row of each run of tiles that lie one after the other in the file."""
    if len(offsets) == 0:
        return
    breaks = np.flatnonzero(offsets[1:] != offsets[:-1] + lengths[:-1])
    firsts, lasts = np.append(0, breaks + 1), np.append(breaks, len(offsets) - 1)
    yield from zip(firsts.tolist(), lasts.tolist(), strict=True)
