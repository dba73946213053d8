"""A pack of 2,000 tiles: told in 50 ms and cut in 150 ms are the goals. Raw: the same bytes copied at once.

The archive: the tiles that are shipped, each made unique, all over the country.
"""

from pathlib import Path

import numpy as np
import pytest
from pmtiles.tile import zxy_to_tileid
from pmtiles.writer import Writer

from server.maps.archive import Archive, open_archive
from server.maps.cut import Cut, cut, tile_at, write
from tests.bench.timing import spent

DETAIL = Path("seeds/maps/detail.pmtiles")
COUNTRY = (3.3, 50.7, 7.2, 53.5)
REGION = (4.08, 51.88, 4.46, 52.16)
TIMES = 20


@pytest.mark.slow
def test_a_pack_of_two_thousand_tiles(tmp_path: Path) -> None:
    archive = _country(tmp_path / "country.pmtiles")
    told, whole = cut(archive, REGION), cut(archive, COUNTRY)
    estimate = spent(lambda: cut(archive, REGION), TIMES)
    everything = spent(lambda: cut(archive, COUNTRY), 3)
    written = spent(lambda: write(cut(archive, REGION), tmp_path / "pack.pmtiles"), TIMES)
    content = (tmp_path / "pack.pmtiles").read_bytes()
    raw = spent(lambda: (tmp_path / "copy").write_bytes(content), TIMES)
    assert told.size == len(content)
    print(f"\n{len(archive.tiles.id):,} tiles; the pack {told.tiles:,}, {told.size / 1e6:.1f} MB")
    print(f"told {estimate}; cut {written}; raw copy {raw}")
    print(f"the whole country, {whole.size / 1e6:.0f} MB: told {everything}")
    _right(whole, tmp_path)


def _right(pack: Cut, folder: Path) -> None:
    write(pack, folder / "whole.pmtiles")
    assert pack.size == (folder / "whole.pmtiles").stat().st_size


def _country(path: Path) -> Archive:
    contents = [part for _, part in zip(range(400), _contents(), strict=False)]
    ids = sorted(_ids())
    with path.open("wb") as file:
        writer = Writer(file)
        for number, id in enumerate(ids):
            writer.write_tile(id, contents[number % len(contents)] + number.to_bytes(4))
        head = dict(open_archive(DETAIL).header)
        writer.finalize(head, open_archive(DETAIL).metadata)
    return open_archive(path)


def _contents() -> list[bytes]:
    archive = open_archive(DETAIL)
    offsets, first = np.unique(archive.tiles.offset, return_index=True)
    rows = zip(offsets, archive.tiles.length[first], strict=True)
    return [next(archive.parts(np.array([at]), np.array([length]))) for at, length in rows]


def _ids() -> list[int]:
    found = []
    for zoom in range(12, 16):
        west, north = tile_at(COUNTRY[0], COUNTRY[3], zoom)
        east, south = tile_at(COUNTRY[2], COUNTRY[1], zoom)
        found += [zxy_to_tileid(zoom, x, y) for x in range(west, east + 1) for y in range(north, south + 1)]
    return found
