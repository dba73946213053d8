"""Who may read a photo: those who may read its record, and nobody can tell the rest apart from nothing."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from server.access.models import ClassRead
from server.core.database import db, reading
from tests import cast
from tests.counting import counted
from tests.factories import access
from tests.factories.record import drawn_id
from tests.server.evidence import pictures
from tests.server.evidence.world import JOINT, Photo, World, author, code, own_scope, send

KINDS = ("receipt", "original", "preview")


def get(client: FlaskClient, photo: Photo, kind: str) -> TestResponse:
    return client.get(f"/api/v1/evidence/{photo.id}/{kind}")


def received(world: World, scope: str, key: str = "nadia", seed: int = 1) -> Photo:
    """A photo recorded in `scope`, sent, with its preview made."""
    photo = world.record(Photo(pictures.photo(seed, (1600, 1200)), drawn_id(f"p{seed}")), author(key), scope)
    send(world.client(key), photo)
    world.work()
    return photo


def test_original_and_preview_are_what_they_say(world: World) -> None:
    photo = received(world, JOINT)
    defne = world.client("defne")
    original, preview = get(defne, photo, "original"), get(defne, photo, "preview")
    assert (original.data, original.content_type) == (photo.data, "image/jpeg")
    shown = Image.open(io.BytesIO(preview.data))
    assert (shown.size, preview.content_type) == ((640, 480), "image/jpeg")
    assert not shown.getexif() and b"Glasmaker" not in preview.data
    for answer in (original, preview):
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_photo_that_arrived_is_in_the_list_that_confirms_to_its_own_device_alone(world: World) -> None:
    photo = received(world, JOINT)
    listed = world.client("nadia").get("/api/v1/sync/batches").json["photos"]
    assert listed == [{"id": photo.id, "sha256": photo.sha256, "signer": author("nadia").id}]
    assert world.client("defne").get("/api/v1/sync/batches").json["photos"] == []


def test_the_list_that_confirms_tells_whose_record_each_photo_is_of_in_as_many_queries(
    app: Flask, world: World
) -> None:
    def listed() -> tuple[list[dict[str, str]], int]:
        with app.app_context(), counted() as statements:
            photos = nadia.get("/api/v1/sync/batches").json["photos"]
        return photos, len(statements)

    nadia, again = world.client("nadia"), author("nadia", name="nadia again")
    photo = received(world, JOINT)
    _, few = listed()
    world.record(photo, again, JOINT)
    send(nadia, photo)
    received(world, JOINT, seed=2)
    photos, more = listed()
    assert {one["signer"] for one in photos if one["id"] == photo.id} == {author("nadia").id, again.id}
    assert (len(photos), more) == (3, few)


def test_a_drawing_is_kept_as_it_is_and_previewed_on_white(world: World) -> None:
    photo = Photo(pictures.drawing(), drawn_id("drawing"), "image/png")
    world.record(photo, author("nadia"), JOINT)
    send(world.client("nadia"), photo)
    world.work()
    assert get(world.client("nadia"), photo, "original").content_type == "image/png"
    assert get(world.client("nadia"), photo, "preview").content_type == "image/jpeg"


def test_head_says_exactly_what_get_says(world: World) -> None:
    photo = received(world, JOINT)
    nadia = world.client("nadia")
    for kind in KINDS:
        whole, head = get(nadia, photo, kind), nadia.head(f"/api/v1/evidence/{photo.id}/{kind}")
        per_request = {"Date", "X-Request-Id"}
        assert head.data == b"" and head.status_code == whole.status_code
        assert {k: v for k, v in head.headers if k not in per_request} == {
            k: v for k, v in whole.headers if k not in per_request
        }


def test_a_held_copy_is_shown_again_only_after_asking(world: World) -> None:
    photo = received(world, JOINT)
    nadia = world.client("nadia")
    tag = get(nadia, photo, "original").headers["ETag"]
    again = nadia.get(f"/api/v1/evidence/{photo.id}/original", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    stranger = world.client("piet")
    other = stranger.get(f"/api/v1/evidence/{photo.id}/original", headers={"If-None-Match": tag})
    assert other.status_code == 404


def same(one: TestResponse, other: TestResponse) -> None:
    """Status, headers and body are equal but for what names the request."""
    changing = {"X-Request-Id", "Date"}
    assert one.status_code == other.status_code
    assert {k: v for k, v in one.headers if k not in changing} == {
        k: v for k, v in other.headers if k not in changing
    }
    assert one.data == other.data


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", ["defne", "piet", "karin", "els"])
def test_a_photo_of_another_agency_is_like_one_that_does_not_exist(world: World, kind: str, key: str) -> None:
    photo = received(world, own_scope("nadia"))
    unsent = world.record(Photo(pictures.photo(2), drawn_id("p2")), author("nadia"), own_scope("nadia"))
    nothing = Photo(b"", drawn_id("nothing"))
    who = world.client(key)
    for hidden in (photo, unsent):
        same(get(who, hidden, kind), get(who, nothing, kind))
        head = who.head(f"/api/v1/evidence/{hidden.id}/{kind}")
        same(head, who.head(f"/api/v1/evidence/{nothing.id}/{kind}"))
    assert get(world.client("nadia"), photo, kind).status_code == 200


def test_an_id_that_is_none_is_not_found(world: World) -> None:
    for id in ("x", drawn_id("a").upper(), "../../etc/passwd"):
        assert world.client("nadia").get(f"/api/v1/evidence/{id}/original").status_code == 404


def test_a_record_without_its_photo_says_so_to_those_who_read_it(world: World) -> None:
    photo = world.record(Photo(pictures.photo(1), drawn_id("p")), author("nadia"), JOINT)
    for kind in KINDS:
        answer = get(world.client("defne"), photo, kind)
        assert (answer.status_code, code(answer)) == (404, "photo-not-received")


def test_a_preview_is_waited_for_until_the_worker_made_it(world: World) -> None:
    photo = world.record(Photo(pictures.photo(1), drawn_id("p")), author("nadia"), JOINT)
    nadia = world.client("nadia")
    send(nadia, photo)
    answer = get(nadia, photo, "preview")
    assert (code(answer), answer.headers["Retry-After"]) == ("preview-not-ready", "5")
    assert world.work() == 1
    assert get(nadia, photo, "preview").status_code == 200
    assert world.work() == 0


def test_stored_bytes_are_encrypted(world: World) -> None:
    photo = received(world, JOINT)
    folder = world.app.config["GLASHELDER"].data_dir / "objects"
    stored = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert len(stored) >= 2
    assert not any(photo.data[1000:1100] in data or b"Glasmaker" in data for data in stored)


def statements(world: World, photo: Photo, kind: str) -> list[str]:
    seen: list[str] = []
    nadia = world.client("nadia")

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    with world.app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert get(nadia, photo, kind).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return seen


@pytest.mark.parametrize("kind", KINDS)
def test_reading_costs_the_same_however_many_photos_there_are(world: World, kind: str) -> None:
    photo = received(world, JOINT)
    few = statements(world, photo, kind)
    for seed in range(2, 12):
        received(world, JOINT, seed=seed)
    many = statements(world, photo, kind)
    assert len(many) == len(few) <= 10, "\n\n".join(many)


def test_each_read_of_a_class_scope_is_written_down(world: World) -> None:
    scope = f"class:{access.VISIT_A}:wpg:{cast.person('fatima').agency}"
    photo = received(world, scope, key="joris")
    joris = world.client("joris")
    assert get(joris, photo, "original").status_code == 200
    assert get(world.client("fatima"), photo, "original").status_code == 404
    with world.app.app_context(), reading() as session:
        [read] = session.scalars(select(ClassRead))
        assert (read.member, read.what) == (cast.person("joris").member, "evidence.original")
