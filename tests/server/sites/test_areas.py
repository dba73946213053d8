"""Areas are loaded once, listed by name, and fetched with their outline."""

from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from shapely.geometry import shape
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.core.database import writing
from server.sites.models import Area
from server.sites.service import load_areas
from tests import cast
from tests.counting import bill, counted
from tests.factories import areas
from tests.house.tree import ROOT

PATH = "/api/v1/areas"


@pytest.fixture
def loaded(app: Flask, now: datetime, tmp_path: Path) -> Path:
    folder = areas.folder(tmp_path / "areas")
    with app.app_context(), writing() as session:
        cast.load(session, now)
        assert load_areas(session, folder) == 4
    return folder


def codes(client: FlaskClient, **query: object) -> list[str]:
    answer = client.get(PATH, query_string=query).json
    assert answer is not None
    return [one["code"] for one in answer["areas"]]


def test_loading_again_changes_nothing_and_a_new_name_changes_one(app: Flask, loaded: Path) -> None:
    with app.app_context():
        with writing() as session:
            assert load_areas(session, loaded) == 0
        with writing() as session:
            assert load_areas(session, areas.folder(loaded, name="Groot-Westland")) == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["WK178301", "GM0537", "GM1783", "PC2675"]),
        ({"kind": "municipality"}, ["GM0537", "GM1783"]),
        ({"q": "gravenzande"}, ["WK178301"]),
        ({"q": "2675"}, ["PC2675"]),
        ({"municipality": "GM1783", "kind": "district"}, ["WK178301"]),
        ({"q": "nowhere"}, []),
    ],
)
def test_areas_are_listed_by_kind_and_name(
    client: FlaskClient, loaded: Path, query: dict[str, str], expected: list[str]
) -> None:
    cast.sign_in(client, "karin")
    assert codes(client, **query) == expected


def test_pages_of_areas_follow_each_other(app: Flask, client: FlaskClient, loaded: Path) -> None:
    cast.sign_in(client, "karin")
    found, after = [], None
    while True:
        page = client.get(PATH, query_string={"limit": 1} | ({"after": after} if after else {})).json
        assert page is not None
        found += [one["code"] for one in page["areas"]]
        if (after := page["after"]) is None:
            break
    assert found == codes(client)
    with app.app_context(), counted() as statements:
        client.get(PATH)
    assert len(statements) <= 2, bill(statements)


def test_an_area_comes_with_its_outline(client: FlaskClient, loaded: Path) -> None:
    cast.sign_in(client, "karin")
    feature = client.get(f"{PATH}/WK178301").json
    assert feature is not None
    assert shape(feature["geometry"]).equals(areas.TRIANGLE)
    assert feature["properties"]["box"] == [4.2, 51.95, 4.3, 52.05]


def test_an_unknown_area_is_said_so(client: FlaskClient, loaded: Path) -> None:
    cast.sign_in(client, "karin")
    answer = client.get(f"{PATH}/GM9999")
    assert (answer.status_code, (answer.json or {})["code"]) == (404, "area-unknown")


@pytest.mark.parametrize("path", ["", "/GM1783"])
def test_who_only_administers_reads_no_areas(client: FlaskClient, loaded: Path, path: str) -> None:
    cast.sign_in(client, "bart")
    assert client.get(PATH + path).status_code == 403


def test_a_folder_that_is_not_in_order_changes_nothing(app: Flask, loaded: Path) -> None:
    (loaded / "postcodes.csv").write_text("postcode,town\n2675,x\n")
    done = app.test_cli_runner().invoke(args=["sites", "areas", str(loaded)])
    assert done.exit_code == 1
    assert "Nothing was changed" in done.output


def test_the_seeds_hold_the_country_and_the_region(db: Session) -> None:
    with writing() as session:
        load_areas(session, ROOT / "seeds" / "areas")
    kinds = db.execute(select(Area.kind, func.count()).group_by(Area.kind).order_by(Area.kind)).all()
    assert [tuple(one) for one in kinds] == [("district", 36), ("municipality", 342), ("postcode", 4066)]
    size = sum(path.stat().st_size for path in (ROOT / "seeds" / "areas").iterdir())
    assert size < 500_000
