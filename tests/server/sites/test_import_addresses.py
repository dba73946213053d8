"""Addresses come in with the names of street and town, and units say where they are."""

from pathlib import Path

import pytest
from shapely import get_x, get_y
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.core.rijksdriehoek import to_degrees
from server.sites.address_keys import address_key, number_of
from server.sites.importing.run import Count
from server.sites.models import Address, Building, Unit
from tests.factories import registers as files
from tests.server.sites.importing import imported


def whole(path: Path, **changes: bytes) -> Path:
    """An extract with everything an address needs; the files stand in an order that does not help."""
    inside = {
        "VBO": files.xml([files.unit(1, 1, 1, uses=("kantoorfunctie", "industriefunctie"))]),
        "PND": files.xml([files.building(1)]),
        "NUM": files.xml([files.number(1, 1, "41", letter="a", addition="2")]),
        "OPR": files.xml([files.street(1, "Zwethlaan", 12)]),
        "WPL": files.xml([files.town(12, "Honselersdijk")]),
    }
    return files.extract(path, inside | changes)


def test_a_unit_ties_an_address_to_its_building(db: Session, tmp_path: Path) -> None:
    one = Count(read=1, new=1)
    assert imported(whole(tmp_path / "bag.zip"))[0] == {"address": one, "building": one, "unit": one}
    address, unit = db.scalars(select(Address)).one(), db.scalars(select(Unit)).one()
    assert (address.street, address.number, address.town) == ("Zwethlaan", "41a-2", "Honselersdijk")
    assert (address.postcode, address.key) == ("2671AB", "2671AB 41a-2")
    assert (unit.address, unit.building) == (address.id, db.scalar(select(Building.id)))
    assert (unit.uses, unit.floor_area) == (["industriefunctie", "kantoorfunctie"], 120)
    assert (get_x(unit.geom), get_y(unit.geom)) == pytest.approx(
        to_degrees(files.X + 25, files.Y + 5), abs=1e-6
    )
    assert imported(tmp_path / "bag.zip")[0]["unit"] == Count(read=1, same=1)


@pytest.mark.parametrize("area", ["99999999999", "12²", "-1"])
def test_a_floor_area_that_cannot_be_stops_nothing(db: Session, tmp_path: Path, area: str) -> None:
    units = files.xml([files.unit(1, 1, 1, area=area), files.unit(2, 1, 1)])
    assert imported(whole(tmp_path / "bag.zip", VBO=units))[0]["unit"].new == 2
    assert db.scalars(select(Unit.floor_area).order_by(Unit.ref)).all() == [None, 120]


@pytest.mark.parametrize(
    ("missing", "reason"),
    [("OPR", "its street is not in the delivery"), ("WPL", "its town is not in the delivery")],
)
def test_an_address_without_its_names_is_refused(
    db: Session, tmp_path: Path, missing: str, reason: str
) -> None:
    counts, told = imported(whole(tmp_path / "bag.zip", **{missing: files.xml([])}))
    assert counts["address"].refused == 1
    assert [line["reason"] for line in told] == [reason]


def test_a_street_that_got_another_name_changes_its_addresses(db: Session, tmp_path: Path) -> None:
    imported(whole(tmp_path / "a.zip"))
    renamed = files.xml([files.street(1, "Nieuwe Zwethlaan", 12)])
    assert imported(whole(tmp_path / "b.zip", OPR=renamed))[0]["address"] == Count(read=1, changed=1)
    assert db.scalar(select(Address.street)) == "Nieuwe Zwethlaan"


@pytest.mark.parametrize(
    ("postcode", "number", "expected"),
    [
        ("2671 AB", "41", "2671AB 41"),
        ("2671ab", "41 A", "2671AB 41a"),
        ("2671AB", "41a-2", "2671AB 41a-2"),
        ("2671AB", "41-hs", "2671AB 41-hs"),
        ("2671AB", "0041", "2671AB 41"),
        ("2671", "41", None),
        ("2671AB", "", None),
        ("2671AB", "aan de kade", None),
        (None, "41", None),
    ],
)
def test_a_postcode_and_number_have_one_spelling(
    postcode: str | None, number: str, expected: str | None
) -> None:
    assert address_key(postcode, number) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Lange Broekweg 120", "120"),
        ("Kade 3 b", "3 b"),
        ("Plein 1940", "1940"),
        ("Kade 3-12", "3-12"),
        ("Kade", ""),
    ],
)
def test_the_number_is_what_an_address_ends_with(address: str, expected: str) -> None:
    assert number_of(address) == expected
