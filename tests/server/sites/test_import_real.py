"""The import on a real extract: the buildings of Doesburg, from BAG's XML and from GeoJSON."""

import os
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.sites.models import Building
from tests.house.tree import ROOT
from tests.server.sites.importing import imported

DATA = Path(os.environ.get("GLASHELDER_GEODATA", ROOT.parent / "shared" / "geodata"))
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the geodata folder is not here; GLASHELDER_GEODATA names it"
)
EXTRACT = DATA / "bag_bgt" / "bag_doesburg_pnd_2020-09-15.zip"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Links to the data in a folder that may be written."""
    for path in (EXTRACT, *DATA.glob("*/*.geojson")):
        (tmp_path / path.name).symlink_to(path)
    return tmp_path


def test_doesburg_comes_in_whole_once(db: Session, here: Path) -> None:
    counts, told = imported(here / EXTRACT.name)
    assert (counts["building"].new, counts["building"].refused) == (7797, 0)
    assert told == []
    in_use = select(func.count()).where(Building.status == "Pand in gebruik")
    assert db.scalar(in_use) == 7204
    assert imported(here / EXTRACT.name)[0]["building"].same == 7797


def test_rd_metres_come_out_where_others_put_them(db: Session, here: Path) -> None:
    """The same buildings in degrees, made by another tool: all but those with odd outlines are equal to the
    seventh decimal, which is a centimetre."""
    imported(here / EXTRACT.name)
    counts, _ = imported(here / "doesburg_panden_wgs84.geojson")
    assert counts["building"].read == 7221
    assert counts["building"].new == 0
    assert counts["building"].changed < 10


def test_synthetic_greenhouses_are_marked_as_made_up(db: Session, here: Path) -> None:
    counts, _ = imported(here / "greenhouses.geojson", kind="kas")
    assert (counts["building"].new, counts["building"].refused) == (2512, 0)
    assert db.scalars(select(Building.fictitious).distinct()).all() == [True]
