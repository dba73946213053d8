"""What is wrong in a file is told with its place, reason and mend, and stops nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from shapely import LineString, Polygon, box
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.sites.importing.faults import EN, NL, FileRefused
from server.sites.importing.report import harmless
from server.sites.models import Building
from tests.factories import registers as files
from tests.server.sites.importing import imported, lines

BOW = Polygon([(78500, 447200), (78510, 447210), (78510, 447200), (78500, 447210)])
FLAT = Polygon([(78500, 447200), (78510, 447200), (78500, 447200)])


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ("78500 447200 0 NaN 447210 0 78510 447200 0 78500 447200 0", "a coordinate is not a number"),
        ("78500 447200 0 x 447210 0", "its geometry cannot be read"),
        ("78500 447200 0 78510 447210 0", "its geometry cannot be read"),
        ("78500 447200 0 78510", "its geometry cannot be read"),
        ("", "it has no geometry"),
        (FLAT, "its outline crosses itself and leaves no surface"),
        (box(0, 0, 10, 10), "it lies outside the Netherlands"),
        (box(1e300, 1e300, 2e300, 2e300), "it lies outside the Netherlands"),
    ],
)
def test_a_building_whose_outline_cannot_be_is_refused_and_the_next_is_taken(
    db: Session, tmp_path: Path, shape: Polygon | str, reason: str
) -> None:
    counts, told = imported(files.bag(tmp_path / "bag.zip", files.building(1, shape), files.building(2)))
    assert (counts["building"].refused, counts["building"].new) == (1, 1)
    [line] = told
    assert (line["row"], line["id"], line["what"], line["reason"]) == ("1", files.ref(1), "refused", reason)
    assert line["mend"]
    assert line["reden"]
    assert line["herstel"]


def test_an_outline_that_crosses_itself_is_mended_and_told(db: Session, tmp_path: Path) -> None:
    counts, told = imported(files.bag(tmp_path / "bag.zip", files.building(1, BOW)))
    assert (counts["building"].mended, counts["building"].refused, counts["building"].new) == (1, 0, 1)
    assert [line["what"] for line in told] == ["mended"]
    kept = db.scalars(select(Building)).one().geom
    assert kept.is_valid
    assert kept.geom_type == "MultiPolygon"


def test_an_id_that_comes_twice_is_taken_once(db: Session, tmp_path: Path) -> None:
    path = files.bag(tmp_path / "bag.zip", files.building(1), files.building(1, year="2001"))
    for known in (0, 1):
        counts, told = imported(path)
        assert (counts["building"].refused, counts["building"].same) == (1, known)
        assert [(line["row"], line["field"]) for line in told] == [("2", "id")]
    assert db.scalars(select(Building.year)).all() == [1999]


@pytest.mark.parametrize(
    ("shape", "id", "reason"),
    [
        (None, "1", "it has no geometry"),
        (LineString([(4.2, 52), (4.3, 52)]), "1", "its geometry is of another kind"),
        ({"type": "Polygon", "coordinates": []}, "1", "it has no geometry"),
        (box(4.2, 52, 4.21, 52.01), None, "it has no id"),
        (box(4.2, 52, 4.21, 52.01), "a|b", "its id is too long or holds a sign that ids have not"),
        (box(4.2, 52, 4.21, 52.01), "=1+1", "its id is too long or holds a sign that ids have not"),
        (box(52, 4.2, 52.01, 4.21), "1", "it lies outside the Netherlands"),
    ],
)
def test_a_feature_that_cannot_be_right_is_refused(
    db: Session, tmp_path: Path, shape: object, id: str | None, reason: str
) -> None:
    good = (box(4.3, 52, 4.31, 52.01), {"id": "good", "bouwjaar": 1999})
    counts, told = imported(files.geojson(tmp_path / "x.geojson", [(shape, {"id": id}), good]))
    assert (counts["building"].refused, counts["building"].new) == (1, 1)
    assert [line["reason"] for line in told] == [reason]


def test_rd_metres_that_are_called_degrees_stop_the_import_with_the_mend(db: Session, tmp_path: Path) -> None:
    path = files.geojson(tmp_path / "x.geojson", [(files.square(1), {"id": "1"})])
    with pytest.raises(FileRefused, match=r"add --crs EPSG:28992"):
        imported(path)
    assert imported(path, crs="EPSG:28992")[0]["building"].new == 1


@pytest.mark.parametrize(
    ("crs", "word"),
    [("EPSG:3857", "The coordinate system is EPSG:3857"), (None, "names no coordinate system")],
)
def test_a_coordinate_system_that_is_not_taken_is_named(
    db: Session, tmp_path: Path, crs: str | None, word: str
) -> None:
    path = files.geopackage(tmp_path / "x.gpkg", "pand", [files.square(1)], {"id": ["1"]}, crs=crs)
    with pytest.raises(FileRefused, match=word):
        imported(path)


def test_a_file_without_ids_says_which_fields_there_are(db: Session, tmp_path: Path) -> None:
    path = files.geojson(tmp_path / "x.geojson", [(box(4.2, 52, 4.21, 52.01), {"naam": "a", "code": "b"})])
    with pytest.raises(FileRefused, match=r"--id-field: naam, code"):
        imported(path)
    assert imported(path, id_field="code")[0]["building"].new == 1


def test_a_coordinate_of_geojson_that_is_no_number_is_refused(db: Session, tmp_path: Path) -> None:
    path = files.geojson(tmp_path / "x.geojson", [(box(4.25, 52, 4.26, 52.01), {"id": "1"})])
    path.write_text(path.read_text().replace("4.25", "NaN", 1))
    counts, told = imported(path)
    assert (counts["building"].refused, counts["building"].new) == (1, 0)
    assert [line["field"] for line in told] == ["geometry"]


def no_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and nothing more")


def empty_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")


def cut_zip(path: Path) -> None:
    files.bag(path, *(files.building(n) for n in range(50)))
    whole = bytearray(path.read_bytes())
    whole[200:260] = bytes(60)
    path.write_bytes(whole)


def bad_inner_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("9999PND08012026.zip", b"no zip")


def bad_xml(path: Path) -> None:
    files.extract(path, {"PND": files.xml([files.building(1)])[:-40]})


@pytest.mark.parametrize("broken", [no_zip, empty_zip, cut_zip, bad_inner_zip, bad_xml])
def test_a_broken_extract_is_refused_in_words(db: Session, tmp_path: Path, broken: object) -> None:
    path = tmp_path / "bag.zip"
    broken(path)  # type: ignore[operator]
    with pytest.raises(FileRefused, match=r"no sound zip|holds no BAG files|damaged|no sound XML"):
        imported(path)


def test_what_came_before_the_broken_place_stays(db: Session, tmp_path: Path) -> None:
    whole = files.xml([files.building(n) for n in range(3000)])
    path = files.extract(tmp_path / "bag.zip", {"PND": whole[: len(whole) - 300]})
    with pytest.raises(FileRefused):
        imported(path)
    assert db.scalar(select(func.count()).select_from(Building)) == 2000


@pytest.mark.parametrize("text", ["", "{", '{"type": "FeatureCollection", "features": [{]}', "[]"])
def test_a_broken_geojson_is_refused_in_words(db: Session, tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_text(text)
    with pytest.raises(FileRefused):
        imported(path)


def test_a_file_of_another_kind_is_refused_in_words(db: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.touch()
    with pytest.raises(FileRefused, match=r"give a BAG extract"):
        imported(path)


def test_a_report_never_works_out_a_formula() -> None:
    assert harmless('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert harmless("Kas 1") == "Kas 1"


def test_every_fault_has_its_words_in_both_languages() -> None:
    assert set(EN) == set(NL)


def test_the_command_says_what_it_did_and_where_to_look(app: Flask, tmp_path: Path) -> None:
    path, told = files.bag(tmp_path / "bag.zip", files.building(1), files.building(1)), tmp_path / "told.csv"
    done = app.test_cli_runner().invoke(args=["sites", "import", str(path), "--report", str(told)])
    assert done.exit_code == 0, done.output
    assert "building: 2 read, 1 new, 0 changed, 0 unchanged, 1 refused" in done.output
    assert len(lines(told)) == 1


def test_the_command_fails_in_one_line_for_a_file_that_cannot_be_read(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "bag.zip"
    no_zip(path)
    done = app.test_cli_runner().invoke(args=["sites", "import", str(path)])
    assert done.exit_code == 1
    assert "bag.zip is no sound zip" in done.output
    assert "Traceback" not in done.output


def test_the_server_starts_without_gdal() -> None:
    code = "from server.app import parts; parts('commands'); import sys; sys.exit('pyogrio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
