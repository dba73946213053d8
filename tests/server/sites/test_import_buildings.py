"""Footprints come in from BAG, GeoPackage and GeoJSON alike, once, and are kept as the register has them."""

from pathlib import Path

import pytest
from shapely import Polygon
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.core.rijksdriehoek import to_degrees
from server.sites.importing import run as running
from server.sites.importing.faults import FileRefused
from server.sites.importing.run import Count
from server.sites.models import Building, Delivery
from tests.factories import registers as files
from tests.server.sites.importing import NOW, imported


def buildings(db: Session) -> dict[str, Building]:
    query = select(Building).execution_options(populate_existing=True)
    return {one.ref: one for one in db.scalars(query)}


def test_a_bag_extract_gives_buildings_as_they_are_now(db: Session, tmp_path: Path) -> None:
    court = Polygon(files.square(2, 12).exterior.coords, [files.square(2, 4).exterior.coords])
    path = files.bag(
        tmp_path / "bag.zip",
        files.building(1, year="9999", ended=True),
        files.building(1, year="1992"),
        files.building(2, court, year="9999", status="Bouwvergunning verleend"),
    )
    counts, told = imported(path)
    assert counts == {"building": Count(read=2, new=2)}
    assert told == []
    found = buildings(db)
    one, two = found[files.ref(1)], found[files.ref(2)]
    assert (one.year, one.status, one.source, one.source_date) == (
        1992,
        "Pand in gebruik",
        "bag:9999",
        "2026-01-08",
    )
    assert (two.year, two.status, two.fictitious) == (None, "Bouwvergunning verleend", False)
    assert len(two.geom.interiors) == 1  # type: ignore[attr-defined]
    assert one.geom.bounds[:2] == pytest.approx(to_degrees(files.X + 20, files.Y), abs=1e-5)
    assert (one.west, one.south, one.east, one.north) == one.geom.bounds


def test_zips_in_a_zip_are_read_as_kadaster_delivers_them(db: Session, tmp_path: Path) -> None:
    inside = {"PND": files.xml([files.building(1)], municipality="0221")}
    counts, _ = imported(files.extract(tmp_path / "bag.zip", inside, nested=True))
    assert counts == {"building": Count(read=1, new=1)}
    assert buildings(db)[files.ref(1)].source == "bag:0221"


def test_running_twice_changes_nothing(db: Session, tmp_path: Path) -> None:
    path = files.bag(tmp_path / "bag.zip", *(files.building(n) for n in range(5)))
    imported(path)
    before = [(one.ref, one.digest, one.source_date) for one in buildings(db).values()]
    counts, told = imported(path)
    assert counts == {"building": Count(read=5, same=5)}
    assert told == []
    assert [(one.ref, one.digest, one.source_date) for one in buildings(db).values()] == before


def test_what_changed_is_brought_up_to_date_and_what_disappeared_is_told_and_kept(
    db: Session, tmp_path: Path
) -> None:
    imported(files.bag(tmp_path / "a.zip", files.building(1), files.building(2), files.building(3)))
    later = [files.building(1), files.building(2, status="Pand gesloopt")]
    counts, told = imported(files.bag(tmp_path / "b.zip", *later, date="2026-02-08"))
    assert counts == {"building": Count(read=2, changed=1, same=1, disappeared=1)}
    assert [(line["id"], line["what"], line["row"]) for line in told] == [(files.ref(3), "disappeared", "")]
    found = buildings(db)
    assert set(found) == {files.ref(1), files.ref(2), files.ref(3)}
    assert (found[files.ref(2)].status, found[files.ref(2)].source_date) == ("Pand gesloopt", "2026-02-08")
    assert found[files.ref(1)].source_date == "2026-01-08"


def test_another_municipality_lets_nothing_disappear(db: Session, tmp_path: Path) -> None:
    imported(files.bag(tmp_path / "a.zip", files.building(1), municipality="0001"))
    counts, told = imported(files.bag(tmp_path / "b.zip", files.building(2), municipality="0002"))
    assert counts["building"].disappeared == 0
    assert told == []


def test_a_run_that_was_broken_off_is_taken_up_by_running_again(
    db: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files.bag(tmp_path / "bag.zip", *(files.building(n) for n in range(10)))
    monkeypatch.setattr(running.bag.read, "__defaults__", (4,))
    store, calls = running.store, iter(range(99))

    def power_cut(*words: object) -> object:
        if next(calls) == 1:
            raise KeyboardInterrupt
        return store(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "store", power_cut)
    with pytest.raises(KeyboardInterrupt):
        imported(path)
    assert len(buildings(db)) == 4
    counts, _ = imported(path)
    assert counts == {"building": Count(read=10, new=6, same=4)}
    unfinished = select(func.count()).where(Delivery.finished.is_(None))
    assert db.scalar(unfinished) == 1


def test_each_run_is_written_down(db: Session, tmp_path: Path) -> None:
    imported(files.bag(tmp_path / "bag.zip", files.building(1)))
    one = db.scalars(select(Delivery)).one()
    assert (one.by, one.file, one.source, one.source_date, one.finished) == (
        "tester", "bag.zip", "bag:9999", "2026-01-08", NOW,
    )  # fmt: skip
    assert one.counts["building"]["new"] == 1
    assert len(one.sha256) == 32


def test_the_same_building_from_bag_and_from_geojson_is_one_building(db: Session, tmp_path: Path) -> None:
    imported(files.bag(tmp_path / "bag.zip", files.building(1)))
    told = {"identificatie": files.ref(1), "bouwjaar": 1999, "status": "Pand in gebruik"}
    path = files.geojson(tmp_path / "panden.geojson", [(files.square(1), told)], crs="EPSG:28992")
    assert imported(path)[0] == {"building": Count(read=1, same=1)}


def test_a_geopackage_in_rd_is_read(db: Session, tmp_path: Path) -> None:
    fields = {"lokaalid": ["K.1", "K.2"], "typegebouw": ["kas, warenhuis", "overig"]}
    path = files.geopackage(
        tmp_path / "top10.gpkg", "gebouw_vlak", [files.square(1), files.square(2)], fields
    )
    assert imported(path, date="2026-05-01")[0] == {"building": Count(read=2, new=2)}
    one = buildings(db)["K.1"]
    assert (one.kind, one.source, one.source_date) == ("kas, warenhuis", "top10", "2026-05-01")
    assert one.geom.bounds[:2] == pytest.approx(to_degrees(files.X + 20, files.Y), abs=1e-5)


def test_what_is_made_up_says_so(db: Session, tmp_path: Path) -> None:
    shape = Polygon([(4.2, 52), (4.21, 52), (4.21, 52.01)])
    path = files.geojson(tmp_path / "kassen.geojson", [(shape, {"id": "GH1", "synthetic": True})])
    imported(path, kind="kas")
    assert (buildings(db)["GH1"].fictitious, buildings(db)["GH1"].kind) == (True, "kas")


@pytest.mark.parametrize("layer", [None, "overig"])
def test_of_several_layers_one_is_to_be_named(db: Session, tmp_path: Path, layer: str | None) -> None:
    path = tmp_path / "two.gpkg"
    for name in ("weg", "water"):
        files.geopackage(path, name, [files.square(1)], {"id": ["1"]})
    with pytest.raises(FileRefused, match=r"weg, water"):
        imported(path, layer=layer)
    assert imported(path, layer="water")[0]["building"].new == 1
