"""The directory of an archive, written from columns: which tiles there are and where each lies.

Written whole in the root where it fits there, else in leaves that the root names (PMTiles 3, § 4).
"""

import gzip
from typing import NamedTuple

import numpy as np

from server.maps.archive import HEADER_BYTES, type_ints

ROOT_BYTES = 16_384 - HEADER_BYTES
"""A reader fetches header and root in one breath of 16 KiB."""
_LEAF = 4096


class Entries(NamedTuple):
    """One row for each run of tiles with the same content; by id. A run of 0 names a leaf."""

    id: type_ints
    offset: type_ints
    length: type_ints
    run: type_ints


def entries_of(id: type_ints, offset: type_ints, length: type_ints) -> Entries:
    """One row for each run of following ids with the same tile."""
    if len(id) == 0:
        return Entries(id, offset, length, id)
    change = (id[1:] != id[:-1] + 1) | (offset[1:] != offset[:-1])
    starts = np.append(0, np.flatnonzero(change) + 1)
    return Entries(id[starts], offset[starts], length[starts], np.diff(np.append(starts, len(id))))


def directories(entries: Entries) -> tuple[bytes, bytes]:
    """The root and, where that would be too large, the leaves behind it."""
    root, leaves, size = packed(entries), b"", _LEAF
    while len(root) > ROOT_BYTES:
        starts = range(0, len(entries.id), size)
        parts = [packed(Entries(*(column[at : at + size] for column in entries))) for at in starts]
        lengths = np.array([len(part) for part in parts], dtype=np.int64)
        first = entries.id[::size]
        root = packed(Entries(first, np.cumsum(lengths) - lengths, lengths, np.zeros_like(first)))
        leaves, size = b"".join(parts), size * 2
    return root, leaves


def packed(entries: Entries) -> bytes:
    """One directory: count, id steps, runs, lengths, offsets (0: right behind the one before), by gzip."""
    id, offset, length, run = entries
    steps = np.diff(id, prepend=0)
    behind = np.append(False, offset[1:] == offset[:-1] + length[:-1])[: len(id)]
    columns = (np.array([len(id)]), steps, run, length, np.where(behind, 0, offset + 1))
    return gzip.compress(b"".join(varints(column) for column in columns), compresslevel=6, mtime=0)


def varints(numbers: type_ints) -> bytes:
    """Each number in groups of seven bits, the lowest first, the eighth bit set on all but the last."""
    groups = np.ones_like(numbers)
    for bits in range(7, 63, 7):
        groups += numbers >> bits > 0
    number = np.repeat(numbers, groups)
    place = np.arange(len(number)) - np.repeat(np.cumsum(groups) - groups, groups)
    more = place < np.repeat(groups, groups) - 1
    return ((number >> 7 * place & 0x7F) | (more << 7)).astype(np.uint8).tobytes()
