"""Which archives this installation has: the base of the country, and the detail that packs are cut from."""

from pathlib import Path
from typing import Any

from flask import current_app

from server.config import settings
from server.core.problems import Problem
from server.maps.archive import Archive, NotAnArchive, open_archive


def base() -> Archive:
    """The whole country as far as zoom 11. Raises `map-absent`."""
    return _open(settings().map_base)


def detail() -> Archive:
    """What packs are cut from, zoom 12 and on. Raises `map-absent`."""
    return _open(settings().map_detail)


def _open(path: Path | None) -> Archive:
    if path is None:
        raise Problem("map-absent")
    try:
        return open_archive(path)
    except NotAnArchive as why:
        current_app.logger.error("map archive not usable: %s", why)
        raise Problem("map-absent") from why


def archive_json(archive: Archive) -> dict[str, Any]:
    """An archive as a tablet asks for it; degrees in WGS 84, sizes in bytes."""
    return {
        "bytes": archive.size,
        "sha256": archive.sha256,
        "bounds": archive.bounds,
        "minZoom": archive.header["min_zoom"],
        "maxZoom": archive.header["max_zoom"],
        "attribution": str(archive.metadata.get("attribution", "")),
        "synthetic": str(archive.metadata.get("name", "")).endswith("(synthetic)"),
    }
