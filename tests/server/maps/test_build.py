"""`flask maps build` makes archives from the files that a description names, and says what is missing."""

import gzip
import json
from pathlib import Path

import pytest
from flask import Flask
from pmtiles.reader import MemorySource, all_tiles

from server.maps.archive import Archive, open_archive
from server.maps.build import NotBuilt, build

DESCRIPTION = """
archives:
  - name: detail
    zooms: [12, 13]
    bounds: [4.0, 51.0, 5.0, 52.0]
    synthetic: true
    layers:
      - {layer: places, kind: locality, file: towns.geojson, source: own, named: name, ranked: people}
      - {layer: buildings, kind: greenhouse, file: plots.geojson, source: own}
sources:
  own: {name: Fictitious, licence: EUPL-1.2}
"""
PLOT = [[4.23, 51.99], [4.24, 51.99], [4.24, 51.995], [4.23, 51.995], [4.23, 51.99]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources.yaml").write_text(DESCRIPTION)
    towns = [("Glasdorp", 200_000, [4.3, 51.5]), ("Elders", 10, [6.0, 53.0])]
    write(tmp_path / "towns.geojson", [({"name": n, "people": p}, "Point", at) for n, p, at in towns])
    write(tmp_path / "plots.geojson", [({}, "Polygon", [PLOT])])
    return tmp_path


def write(path: Path, features: list[tuple[dict[str, object], str, object]]) -> None:
    told = [
        {"type": "Feature", "properties": p, "geometry": {"type": kind, "coordinates": at}}
        for p, kind, at in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": told}))


def test_an_archive_holds_what_lies_within_its_bounds(folder: Path) -> None:
    (built,) = build(folder / "sources.yaml", folder, folder / "out")
    archive = open_archive(built.path)
    content = b"".join(gzip.decompress(part) for part in _tiles(archive))
    assert (built.name, built.features) == ("detail", 2)
    assert b"greenhouse" in content
    assert b"Glasdorp" in content
    assert b"Elders" not in content
    assert (archive.header["min_zoom"], archive.header["max_zoom"]) == (12, 13)
    assert archive.metadata["attribution"] == "Fictitious"
    assert archive.metadata["name"] == "detail (synthetic)"


def _tiles(archive: Archive) -> list[bytes]:
    return [tile for _, tile in all_tiles(MemorySource(archive.path.read_bytes()))]


def test_a_missing_source_is_named_and_the_old_archive_stays(folder: Path) -> None:
    list(build(folder / "sources.yaml", folder, folder / "out"))
    before = (folder / "out/detail.pmtiles").read_bytes()
    (folder / "plots.geojson").unlink()
    with pytest.raises(NotBuilt, match=r"plots\.geojson"):
        list(build(folder / "sources.yaml", folder, folder / "out"))
    assert (folder / "out/detail.pmtiles").read_bytes() == before


def test_the_command_says_what_is_missing(app: Flask, folder: Path) -> None:
    (folder / "towns.geojson").unlink()
    words = ["maps", "build", str(folder), "--sources", str(folder / "sources.yaml"), "--out", str(folder)]
    done = app.test_cli_runner().invoke(args=words)
    assert done.exit_code == 1
    assert "towns.geojson" in done.output
    assert "Traceback" not in done.output


def test_the_shipped_archives_are_those_that_the_shipped_description_names() -> None:
    for name, zooms in (("base", (0, 11)), ("detail", (12, 15))):
        header = open_archive(Path(f"seeds/maps/{name}.pmtiles")).header
        assert (header["min_zoom"], header["max_zoom"]) == zooms
