"""Sending a large file in parts, read by position; no part is larger than a tablet takes in one breath."""

import os
from collections.abc import Iterator

from flask import Response, request
from werkzeug.http import quote_etag

from server.core.problems import Problem
from server.maps.archive import Archive

MOST_PER_PART = 8 * 2**20
_BLOCK = 2**18


def send(archive: Archive) -> Response:
    """The archive, or the part that `Range` asks for; `If-Range` of another version gets the whole.

    Raises `range-unsatisfiable`.
    """
    first, last = _asked(archive)
    whole = (first, last) == (0, archive.size - 1) and not _ranged(archive)
    answer = Response(_read(archive, first, last), 200 if whole else 206, mimetype="application/vnd.pmtiles")
    answer.content_length = last - first + 1
    answer.accept_ranges = "bytes"
    answer.set_etag(archive.sha256)
    answer.headers["Cache-Control"] = "private, no-cache"
    if not whole:
        answer.content_range.set(first, last + 1, archive.size)
    else:
        answer.make_conditional(request)
    return answer


def _ranged(archive: Archive) -> bool:
    wanted = request.headers.get("If-Range")
    parts = request.range is not None and request.range.units == "bytes"
    return parts and wanted in (None, quote_etag(archive.sha256))


def _asked(archive: Archive) -> tuple[int, int]:
    """First and last byte."""
    if not _ranged(archive):
        return 0, archive.size - 1
    found = request.range.range_for_length(archive.size) if request.range is not None else None
    if found is None:
        raise Problem(
            "range-unsatisfiable", bytes=archive.size, headers={"Content-Range": f"bytes */{archive.size}"}
        )
    first, end = found
    return first, min(end, first + MOST_PER_PART) - 1


def _read(archive: Archive, first: int, last: int) -> Iterator[bytes]:
    file = os.open(archive.path, os.O_RDONLY)
    try:
        while first <= last:
            block = os.pread(file, min(_BLOCK, last + 1 - first), first)
            if not block:
                return
            yield block
            first += len(block)
    finally:
        os.close(file)
