"""Archives are read by position, and a pack holds exactly the tiles of its area."""

import gzip
import io
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from pmtiles.reader import MemorySource, all_tiles
from pmtiles.tile import Entry, deserialize_directory, tileid_to_zxy, write_varint

from server.maps.archive import NotAnArchive, open_archive
from server.maps.cut import cut, tile_at, touching, write
from server.maps.directory import Entries, directories, packed, varints

BASE, DETAIL = Path("seeds/maps/base.pmtiles"), Path("seeds/maps/detail.pmtiles")
GREENHOUSES = (4.15, 51.95, 4.30, 52.05)


@pytest.mark.parametrize("path", [BASE, DETAIL])
def test_tiles_are_numbered_as_the_format_says(path: Path) -> None:
    tiles = open_archive(path).tiles
    for row, id in enumerate(tiles.id.tolist()):
        assert (tiles.zoom[row], tiles.x[row], tiles.y[row]) == tileid_to_zxy(id)


def test_a_pack_is_an_archive_of_the_same_tiles(tmp_path: Path) -> None:
    archive = open_archive(DETAIL)
    pack = cut(archive, GREENHOUSES)
    sha256 = write(pack, tmp_path / "pack.pmtiles")
    content = (tmp_path / "pack.pmtiles").read_bytes()
    assert len(content) == pack.size
    found, master = dict(all_tiles(MemorySource(content))), dict(all_tiles(MemorySource(DETAIL.read_bytes())))
    west, north = tile_at(GREENHOUSES[0], GREENHOUSES[3], 15)
    east, south = tile_at(GREENHOUSES[2], GREENHOUSES[1], 15)
    wanted = {
        (z, x, y)
        for z, x, y in master
        if west >> 15 - z <= x <= east >> 15 - z and north >> 15 - z <= y <= south >> 15 - z
    }
    assert found == {place: master[place] for place in wanted}
    assert open_archive(tmp_path / "pack.pmtiles").sha256 == sha256


def test_a_pack_of_everything_weighs_what_the_archive_weighs() -> None:
    archive = open_archive(BASE)
    whole = cut(archive, (-180, -85, 180, 85))
    assert whole.tiles == len(archive.tiles.id)
    assert int(whole.lengths.sum()) == archive.header["tile_data_length"]


def test_an_area_without_detail_is_an_empty_pack(tmp_path: Path) -> None:
    pack = cut(open_archive(DETAIL), (6.0, 53.0, 6.1, 53.1))
    write(pack, tmp_path / "pack.pmtiles")
    assert pack.tiles == 0
    assert len(open_archive(tmp_path / "pack.pmtiles").tiles.id) == 0


def test_every_tile_that_touches_counts_also_at_the_edge() -> None:
    archive = open_archive(DETAIL)
    point = (4.2337, 51.9954, 4.2337, 51.9954)
    zooms = archive.tiles.zoom[touching(archive, point)].tolist()
    assert zooms == [12, 13, 14, 15]


def test_a_pack_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = cut(open_archive(DETAIL), GREENHOUSES)
    monkeypatch.setattr("server.maps.archive.os.pread", lambda *_: (_ for _ in ()).throw(OSError("disk")))
    with pytest.raises(OSError, match="disk"):
        write(pack, tmp_path / "pack.pmtiles")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"PMTiles", b"PMTiles\x03" + bytes(200), gzip.compress(b"not a map")], ids=len
)
def test_a_file_that_is_no_archive_is_told_apart(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pmtiles"
    path.write_bytes(content)
    with pytest.raises(NotAnArchive, match=r"broken\.pmtiles"):
        open_archive(path)


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "map.pmtiles"
    path.write_bytes(DETAIL.read_bytes())
    first = open_archive(path)
    path.write_bytes(BASE.read_bytes())
    assert open_archive(path).sha256 != first.sha256


def test_a_large_archive_is_never_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.pmtiles"
    path.write_bytes(DETAIL.read_bytes())
    with path.open("r+b") as file:
        file.truncate(64_000_000)
    tracemalloc.start()
    try:
        assert open_archive(path).size == 64_000_000
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()


def test_the_packs_of_a_busy_day_are_each_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / f"{n}.pmtiles" for n in range(20)]
    for path in paths:
        path.write_bytes(DETAIL.read_bytes())
    opened = [open_archive(path) for path in paths]
    monkeypatch.setattr("server.maps.archive.deserialize_header", lambda _: pytest.fail("read again"))
    assert [open_archive(path) for path in paths] == opened


def test_numbers_are_written_as_the_format_says() -> None:
    numbers = [0, 1, 127, 128, 16_383, 16_384, 2**31, 2**62]
    expected = io.BytesIO()
    for number in numbers:
        write_varint(expected, number)
    assert varints(np.array(numbers)) == expected.getvalue()


def test_a_large_directory_has_leaves_that_are_read_as_written() -> None:
    count = 200_000
    length = np.arange(count) ** 2 * 7919 % 100_003 + 1
    entries = Entries(
        np.arange(count) * 3, np.cumsum(length) - length, length, np.ones(count, dtype=np.int64)
    )
    root, leaves = directories(entries)
    assert len(root) <= 16_384 - 127
    found: list[Entry] = []
    for one in deserialize_directory(root):
        assert one.run_length == 0
        found += deserialize_directory(leaves[one.offset : one.offset + one.length])
    assert [(e.tile_id, e.offset, e.length, e.run_length) for e in found] == list(zip(*entries, strict=True))


def test_a_directory_that_fits_is_the_root_alone() -> None:
    one = np.array([5])
    root, leaves = directories(Entries(one, np.array([0]), np.array([9]), one))
    assert leaves == b""
    assert [(e.tile_id, e.length) for e in deserialize_directory(root)] == [(5, 9)]
    assert deserialize_directory(packed(Entries(one[:0], one[:0], one[:0], one[:0]))) == []
