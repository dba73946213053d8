"""Whole columns as one binary array parameter for PostgreSQL.

psycopg quotes a list of texts with a Python call for each element: 50 of 62 ms for 1,000 JSON texts. An
array packed here in one pass makes `INSERT … SELECT FROM unnest(…)` about as fast as COPY, and it can ignore
duplicates, which COPY cannot.
"""

import struct
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import psycopg
from psycopg.adapt import Buffer, Dumper
from psycopg.pq import Format

_HEAD = struct.Struct("!iiIii")
_NULL = b"\xff\xff\xff\xff"


class BinaryArray(bytes):
    """An array in PostgreSQL's binary form; each subclass stands for one element type."""

    oid = 0


class UuidArray(BinaryArray):
    oid = 2951


class BytesArray(BinaryArray):
    oid = 1001


class BigintArray(BinaryArray):
    oid = 1016


class IntegerArray(BinaryArray):
    oid = 1007


class BooleanArray(BinaryArray):
    oid = 1000


class DoubleArray(BinaryArray):
    oid = 1022


class TextArray(BinaryArray):
    oid = 1009


class _ArrayDumper(Dumper):
    format = Format.BINARY

    def dump(self, obj: BinaryArray) -> Buffer:
        return bytes(obj)


def register_dumpers() -> None:
    """Teach psycopg our arrays; harmless to do twice."""
    for kind in (UuidArray, BytesArray, BigintArray, IntegerArray, BooleanArray, DoubleArray, TextArray):
        dumper = type(f"{kind.__name__}Dumper", (_ArrayDumper,), {"oid": kind.oid})
        psycopg.adapters.register_dumper(kind, dumper)


def _head(element: int, count: int, has_null: bool) -> bytes:
    if count == 0:
        return struct.pack("!iiI", 0, 0, element)
    return _HEAD.pack(1, int(has_null), element, count, 1)


def _fixed(element: int, width: int, packed: Sequence[bytes | None]) -> bytes:
    """An array whose elements are `width` bytes each."""
    size = struct.pack("!i", width)
    if None not in packed:
        body = size.join([b"", *packed])  # type: ignore[list-item]
        return _head(element, len(packed), False) + body
    return _head(element, len(packed), True) + b"".join(
        _NULL if item is None else size + item for item in packed
    )


def _varied(element: int, packed: Sequence[bytes | None]) -> bytes:
    """An array whose elements differ in length."""
    pack = struct.Struct("!i").pack
    parts = [_NULL if item is None else pack(len(item)) + item for item in packed]
    return _head(element, len(packed), None in packed) + b"".join(parts)


def uuids(values: Sequence[UUID | bytes | None]) -> UuidArray:
    """`uuid[]` of UUIDs or their 16 bytes."""
    return UuidArray(_fixed(2950, 16, [v.bytes if isinstance(v, UUID) else v for v in values]))


def blobs(values: Sequence[bytes | None]) -> BytesArray:
    """`bytea[]`."""
    return BytesArray(_varied(17, values))


def texts(values: Sequence[str | None]) -> TextArray:
    """`text[]`."""
    return TextArray(_varied(25, [None if v is None else v.encode() for v in values]))


def _numbers(letter: str, width: int, element: int) -> Callable[[Sequence[Any]], bytes]:
    single = struct.Struct("!" + letter).pack

    def dump(values: Sequence[Any]) -> bytes:
        if None in values:
            return _fixed(element, width, [None if v is None else single(v) for v in values])
        flat: list[Any] = [width] * (2 * len(values))
        flat[1::2] = values
        body = struct.pack("!" + f"i{letter}" * len(values), *flat)
        return _head(element, len(values), False) + body

    return dump


_bigints, _integers, _doubles = _numbers("q", 8, 20), _numbers("i", 4, 23), _numbers("d", 8, 701)


def bigints(values: Sequence[int | None]) -> BigintArray:
    """`bigint[]`."""
    return BigintArray(_bigints(values))


def integers(values: Sequence[int | None]) -> IntegerArray:
    """`integer[]`."""
    return IntegerArray(_integers(values))


def doubles(values: Sequence[float | None]) -> DoubleArray:
    """`double precision[]`."""
    return DoubleArray(_doubles(values))


def booleans(values: Sequence[bool | None]) -> BooleanArray:
    """`boolean[]`."""
    return BooleanArray(_fixed(16, 1, [None if v is None else (b"\x01" if v else b"\x00") for v in values]))
