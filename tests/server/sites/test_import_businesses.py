"""Establishments come in from CSV as people export it, and find or make the site at their address."""

from datetime import datetime
from pathlib import Path

import pytest
from shapely import get_x, get_y
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.core.rijksdriehoek import to_degrees
from server.sites.importing.faults import FileRefused
from server.sites.importing.run import Count
from server.sites.models import Establishment, Site
from server.sites.service import Search, load_areas, search
from tests.factories import areas, sites
from tests.factories import registers as files
from tests.server.sites.importing import imported
from tests.server.sites.test_import_addresses import whole

HEAD = (
    "KvK-nummer;Vestigingsnummer;Handelsnaam;Straatnaam;Huisnummer;Huisletter;Huisnummertoevoeging;"
    "Postcode;Plaats"
)
ROSES = "12345678;000012345678;Rozen BV;Zwethlaan;41;a;2;2671 AB;Honselersdijk"


@pytest.fixture
def registers(db: Session, tmp_path: Path) -> None:
    """The areas, and BAG with one address: Zwethlaan 41a-2."""
    with writing() as session:
        load_areas(session, areas.folder(tmp_path / "areas"))
    imported(whole(tmp_path / "bag.zip"))


def table(tmp_path: Path, *lines: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    path = tmp_path / "kvk.csv"
    path.write_bytes("\r\n".join([head, *lines, ""]).encode(encoding))
    return path


def business(db: Session) -> Establishment:
    return db.scalars(select(Establishment).execution_options(populate_existing=True)).one()


def site(db: Session) -> Site:
    return db.scalars(select(Site).execution_options(populate_existing=True)).one()


def test_an_address_of_bag_becomes_a_site_with_its_building(
    db: Session, registers: None, tmp_path: Path
) -> None:
    counts, told = imported(table(tmp_path, ROSES), date="2026-11-01")
    assert (counts, told) == ({"establishment": Count(read=1, new=1)}, [])
    one, place = business(db), site(db)
    assert (one.site, one.name, one.kvk, one.branch) == (place.id, "Rozen BV", "12345678", "000012345678")
    assert (one.source, one.source_date, place.source) == ("kvk", "2026-11-01", "kvk")
    assert (place.name, place.address, place.postcode, place.town) == (
        "Rozen BV", "Zwethlaan 41a-2", "2671 AB", "Honselersdijk",
    )  # fmt: skip
    assert (place.municipality, place.bag_id, place.fictitious) == ("GM1783", files.ref(1), False)
    assert place.plot is not None
    assert (get_x(place.geom), get_y(place.geom)) == pytest.approx(
        to_degrees(files.X + 25, files.Y + 5), abs=1e-6
    )


@pytest.mark.parametrize("q", ["rozen", "12345678", "000012345678", files.ref(1), "2671 zwethlaan"])
def test_what_was_imported_is_found(db: Session, registers: None, tmp_path: Path, q: str) -> None:
    imported(table(tmp_path, ROSES))
    assert [one["name"] for one in search(db, Search(q=q))["sites"]] == ["Rozen BV"]


def test_running_twice_changes_nothing_and_a_new_name_is_an_update(
    db: Session, registers: None, tmp_path: Path
) -> None:
    imported(table(tmp_path, ROSES))
    assert imported(table(tmp_path, ROSES))[0] == {"establishment": Count(read=1, same=1)}
    renamed = imported(table(tmp_path, ROSES.replace("Rozen BV", "Tulpen BV")))[0]
    assert renamed == {"establishment": Count(read=1, changed=1)}
    assert (business(db).name, site(db).name) == ("Tulpen BV", "Rozen BV")
    assert search(db, Search(q="tulpen"))["sites"]


def test_two_businesses_at_one_address_share_the_site_that_people_made(
    db: Session, registers: None, tmp_path: Path, now: datetime
) -> None:
    with writing() as session:
        mine = sites.make(session, now, name="Mijn kas", address="Zwethlaan 41 a/2", postcode="2671 AB")
    counts, _ = imported(table(tmp_path, ROSES, ROSES.replace("12345678", "87654321")))
    assert counts["establishment"].new == 2
    assert db.scalars(select(Establishment.site).distinct()).all() == [mine]
    assert site(db).name == "Mijn kas"


def test_a_business_that_moves_takes_its_words_along(db: Session, registers: None, tmp_path: Path) -> None:
    head = f"{HEAD};lon;lat"
    imported(table(tmp_path, f"{ROSES};;", head=head))
    moved = ROSES.replace("Zwethlaan;41;a;2;2671 AB", "Kade;3;;;2676 AA")
    counts, _ = imported(table(tmp_path, f"{moved};4,25;51,99", head=head))
    assert counts == {"establishment": Count(read=1, changed=1)}
    assert [one["address"] for one in search(db, Search(q="12345678"))["sites"]] == ["Kade 3"]
    assert db.scalar(select(func.count()).select_from(Site)) == 2


def test_coordinates_in_rd_place_what_bag_does_not_know(db: Session, registers: None, tmp_path: Path) -> None:
    line = "12345678;;Kas;Kade;3;;;2676AA;Maasland;78500,5;447200"
    assert imported(table(tmp_path, line, head=f"{HEAD};X;Y"))[0]["establishment"].new == 1
    assert (get_x(site(db).geom), get_y(site(db).geom)) == pytest.approx(
        to_degrees(78500.5, 447200), abs=1e-6
    )
    assert business(db).ref == "12345678:2676AA:3"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_encoding_and_delimiter_are_found_out(
    db: Session, registers: None, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    line, head = (
        ROSES.replace("Rozen", "Café Mariëndijk").replace(";", delimiter),
        HEAD.replace(";", delimiter),
    )
    imported(table(tmp_path, line, head=head, encoding=encoding))
    assert business(db).name == "Café Mariëndijk BV"


def test_headers_may_be_written_otherwise_and_zeros_may_be_lost(
    db: Session, registers: None, tmp_path: Path
) -> None:
    head = '"kvk_nummer","VESTIGINGSNR","Eerste handelsnaam","Adres","Postcode","Woonplaats","Sector"'
    imported(
        table(tmp_path, '="01234567",12345678,"Rozen, BV","Zwethlaan 41a-2",2671AB,Naaldwijk,x', head=head)
    )
    one = business(db)
    assert (one.kvk, one.branch, one.name) == ("01234567", "000012345678", "Rozen, BV")


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        (ROSES.replace("Rozen BV", '=HYPERLINK("x")'), "name", "a cell is a formula"),
        (ROSES.replace("Rozen BV", ""), "name", "a field that is needed is empty"),
        (ROSES.replace("Rozen BV", "x" * 201), "name", "a text is longer than 200 signs"),
        (ROSES.replace("12345678;0", "1234567X;0"), "kvk", "its KvK number is no number of eight digits"),
        (ROSES.replace("12345678;0", ";0"), "kvk", "a field that is needed is empty"),
        (ROSES.replace(";0000", ";9990000"), "branch", "its branch number is no number of twelve digits"),
        (ROSES.replace("2671 AB", "2671"), "postcode", "postcode or house number is incomplete"),
        (ROSES.replace(";41;", ";;"), "postcode", "postcode or house number is incomplete"),
        (ROSES.replace(";41;", ";43;"), "x", "its address is in no register here"),
        (f"{ROSES};te veel", "", "it has more or fewer cells than the first line"),
        ("12345678;000012345678", "", "it has more or fewer cells than the first line"),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_and_the_next_is_taken(
    db: Session, registers: None, tmp_path: Path, line: str, field: str, reason: str
) -> None:
    good = ROSES.replace("12345678", "87654321")
    counts, told = imported(table(tmp_path, line, good))
    assert (counts["establishment"].new, counts["establishment"].refused) == (1, 1)
    assert [(one["row"], one["field"], one["reason"]) for one in told] == [("1", field, reason)]


@pytest.mark.parametrize(
    ("lon", "reason"),
    [
        ("4.2x", "a coordinate is not a number"),
        ("nan", "it lies outside the Netherlands"),
        ("14", "it lies outside the Netherlands"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    db: Session, registers: None, tmp_path: Path, lon: str, reason: str
) -> None:
    _, told = imported(table(tmp_path, f"{ROSES};{lon};51.99", head=f"{HEAD};lon;lat"))
    assert [one["reason"] for one in told] == [reason]


def test_a_place_in_no_municipality_is_refused(db: Session, registers: None, tmp_path: Path) -> None:
    line = ROSES.replace(";41;", ";43;")
    _, told = imported(table(tmp_path, f"{line};6.5;53.2", head=f"{HEAD};lon;lat"))
    assert [one["reason"] for one in told] == ["it lies in no municipality known here"]


def test_a_business_that_disappeared_is_told_and_kept(db: Session, registers: None, tmp_path: Path) -> None:
    imported(table(tmp_path, ROSES))
    counts, told = imported(table(tmp_path, ROSES.replace("12345678", "87654321")))
    assert (counts["establishment"].disappeared, told[0]["id"]) == (1, "000012345678")
    assert db.scalar(select(func.count()).select_from(Establishment)) == 2


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"naam;plaats\r\nx;y\r\n", "lacks the column"),
        (b"", "lacks the column"),
        (b"PK\x03\x04\0\0", "is no text"),
        (HEAD.encode() + b'\r\n"' + b"x" * 200_000, "line "),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_in_words(
    db: Session, registers: None, tmp_path: Path, content: bytes, word: str
) -> None:
    path = tmp_path / "kvk.csv"
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=word):
        imported(path)
