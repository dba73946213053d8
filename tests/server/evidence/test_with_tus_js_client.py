"""The contract with the real tus-js-client on Node, over a link that is cut every few hundred kilobytes."""

import random
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server.core.database import Base, reading
from server.evidence import spool
from server.evidence.models import PhotoReceipt
from server.evidence.service import spool_folder
from tests.factories.record import drawn_id
from tests.server.evidence import live, pictures
from tests.server.evidence.world import JOINT, Photo, World, author

NOT_INSTALLED = "tus-js-client is not installed; npm ci in tests/e2e does"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (live.CLIENT / "node_modules").is_dir(), reason=NOT_INSTALLED),
]


def photos(world: World, folder: Path, sizes: list[int]) -> tuple[list[Photo], list[dict[str, str]]]:
    """Recorded photos of these sizes in bytes, and how the client is told of them."""
    made = []
    for number, size in enumerate(sizes):
        photo = Photo(pictures.photo_of_bytes(number, size), drawn_id(f"photo {number}"))
        made.append(world.record(photo, author("nadia"), JOINT))
        (folder / photo.id).write_bytes(photo.data)
    return made, [{"id": photo.id, "path": str(folder / photo.id)} for photo in made]


def everything(world: World) -> dict[str, list[Any]]:
    """All rows of all tables but sessions."""
    with world.app.app_context(), reading() as session:
        return {
            table.name: sorted(map(repr, session.execute(select(table))))
            for table in Base.metadata.sorted_tables
            if table.name != "session"
        }


def test_a_hundred_photos_arrive_over_a_cut_link_in_less_than_11_tenths_of_their_bytes(
    world: World, tmp_path: Path
) -> None:
    draw = random.Random(7)
    sizes = [draw.randrange(20_000, 200_000) for _ in range(80)]
    sizes += [draw.randrange(800_000, 3_000_000) for _ in range(20)]
    made, told = photos(world, tmp_path, sizes)
    with live.serve(world.app) as port:
        cookie = live.sign_in(port, "nadia")
        job = {"port": port, "cookie": cookie, "cut": [250_000, 500_000], "parallel": 2, "abortAt": None}
        answer = live.send(job | {"photos": told})
    assert set(answer["outcomes"].values()) == {"sent"}
    assert answer["cuts"] >= sum(sizes) // 500_000 // 2
    assert answer["up"] < 1.1 * sum(sizes), f"{answer['up']} bytes for {sum(sizes)}"
    nadia = world.client("nadia")
    for photo in made:
        assert nadia.get(f"/api/v1/evidence/{photo.id}/original").data == photo.data
    with world.app.app_context(), reading() as session:
        assert session.query(PhotoReceipt).count() == len(sizes)
    assert list(spool.names(spool_folder(world.app.config["GLASHELDER"].data_dir))) == []


def test_twenty_uploads_aborted_half_way_change_nothing(world: World, tmp_path: Path) -> None:
    _, told = photos(world, tmp_path, [4_000_000] * 20)
    with live.serve(world.app) as port:
        cookie = live.sign_in(port, "nadia")
        before = everything(world)
        job = {"port": port, "cookie": cookie, "cut": None, "parallel": 2, "abortAt": 0.5}
        answer = live.send(job | {"photos": told})
    assert set(answer["outcomes"].values()) == {"aborted"}
    assert everything(world) == before
    assert list(spool.names(spool_folder(world.app.config["GLASHELDER"].data_dir))) == []
