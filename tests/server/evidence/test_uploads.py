"""An upload, from POST to the signed receipt, also when it is cut, repeated, ended or not what it says."""

import base64
import hashlib
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from server.core.database import reading
from server.core.objects import vault
from server.evidence import spool
from server.evidence.models import PhotoReceipt, Upload
from server.evidence.service import Keeper, append, clean, spool_folder
from server.evidence.service.signing import sign
from server.evidence.tus import Checksum
from server.operations.receipt import read_photo_receipt
from server.sync.authority import authority
from tests import cast
from tests.conftest import Clock
from tests.factories.record import drawn_id
from tests.server.evidence import pictures
from tests.server.evidence.world import (
    JOINT,
    UPLOADS,
    Photo,
    World,
    author,
    begin,
    code,
    offset,
    own_scope,
    patch,
    send,
)


def a_photo(seed: int = 1, data: bytes | None = None) -> Photo:
    return Photo(data or pictures.photo(seed), drawn_id(f"photo {seed}"))


@pytest.fixture
def recorded(world: World) -> Photo:
    """A photo whose record is accepted in the joint scope."""
    return world.record(a_photo(), author("nadia"), JOINT)


def folder(world: World) -> Path:
    return spool_folder(world.app.config["GLASHELDER"].data_dir)


def test_options_say_what_is_offered_to_anybody(world: World) -> None:
    answer = world.app.test_client().options(UPLOADS)
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == answer.headers["Tus-Resumable"] == "1.0.0"
    assert answer.headers["Tus-Extension"] == "creation,checksum,termination"
    assert answer.headers["Tus-Max-Size"] == str(100 * 2**20)
    assert "sha256" in answer.headers["Tus-Checksum-Algorithm"]


def test_another_version_of_tus_is_refused_with_ours(world: World, recorded: Photo) -> None:
    answer = begin(world.client("nadia"), recorded, **{"Tus-Resumable": "0.2.2"})
    assert (answer.status_code, code(answer)) == (412, "upload-version-unsupported")
    assert answer.headers["Tus-Version"] == "1.0.0"


def test_a_photo_sent_in_parts_gets_a_signed_receipt(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    answer = begin(nadia, recorded)
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{UPLOADS}/{recorded.id}"
    first = patch(nadia, recorded, 0, recorded.data[:1000])
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "1000")
    assert offset(nadia, recorded) == 1000
    assert patch(nadia, recorded, 1000, recorded.data[1000:]).status_code == 204
    receipt = nadia.get(f"/api/v1/evidence/{recorded.id}/receipt").json
    told = read_photo_receipt(receipt["text"])
    assert (told.id, told.sha256, told.bytes) == (recorded.id, recorded.sha256, len(recorded.data))
    with world.app.app_context():
        signature = base64.urlsafe_b64decode(receipt["signature"] + "==")
        authority().check(told.kid, receipt["text"], signature)
        with reading() as session:
            assert session.query(Upload).count() == 0
    assert list(spool.names(folder(world))) == []


def test_the_receipt_is_the_same_bytes_for_ever(world: World, recorded: Photo, clock: Clock) -> None:
    nadia = world.client("nadia")
    send(nadia, recorded)
    before = nadia.get(f"/api/v1/evidence/{recorded.id}/receipt").data
    clock.forward(hours=1)
    again = patch(nadia, recorded, len(recorded.data), b"")
    assert (again.status_code, offset(nadia, recorded)) == (204, len(recorded.data))
    assert begin(nadia, recorded).headers["Upload-Offset"] == str(len(recorded.data))
    assert nadia.get(f"/api/v1/evidence/{recorded.id}/receipt").data == before


def test_a_photo_without_a_record_is_not_taken(world: World) -> None:
    answer = begin(world.client("nadia"), a_photo())
    assert (answer.status_code, code(answer)) == (422, "upload-unannounced")


def test_only_the_device_that_recorded_it_may_send_a_photo(world: World, recorded: Photo) -> None:
    defne = world.client("defne")
    assert code(begin(defne, recorded)) == "upload-unannounced"
    begin(world.client("nadia"), recorded)
    assert defne.head(f"{UPLOADS}/{recorded.id}", headers={"Tus-Resumable": "1.0.0"}).status_code == 404
    assert code(patch(defne, recorded, 0, b"x")) == "not-found"


def test_a_colleague_on_the_same_tablet_sends_the_authors_photo(world: World) -> None:
    photo = world.record(a_photo(), author("nadia", device_of="defne"), own_scope("nadia"))
    defne = world.client("defne")
    send(defne, photo)
    assert defne.get(f"/api/v1/evidence/{photo.id}/original").status_code == 404
    assert world.client("nadia").get(f"/api/v1/evidence/{photo.id}/original").data == photo.data


def test_a_photo_of_a_record_set_aside_is_taken_and_has_a_receipt(world: World) -> None:
    photo = world.set_aside(a_photo(), author("nadia"), JOINT)
    nadia = world.client("nadia")
    send(nadia, photo)
    assert nadia.get(f"/api/v1/evidence/{photo.id}/receipt").status_code == 200
    assert nadia.get(f"/api/v1/evidence/{photo.id}/original").status_code == 404
    world.record(photo, author("nadia"), JOINT)  # released
    assert world.client("defne").get(f"/api/v1/evidence/{photo.id}/original").data == photo.data


def test_a_photo_recorded_again_under_another_key_is_asked_for_again(world: World) -> None:
    photo = world.record(a_photo(), author("nadia"), JOINT)
    nadia = world.client("nadia")
    send(nadia, photo)
    world.record(photo, author("nadia", name="nadia again"), JOINT)
    told = nadia.head(f"{UPLOADS}/{photo.id}", headers={"Tus-Resumable": "1.0.0"})
    assert told.status_code == 404
    send(nadia, photo)
    assert offset(nadia, photo) == len(photo.data)


def test_another_length_than_recorded_is_refused(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    answer = begin(nadia, recorded, len(recorded.data) + 1)
    assert (answer.status_code, code(answer)) == (422, "upload-length-differs")
    assert answer.json["field"] == "Upload-Length"
    assert code(begin(nadia, recorded, 2**30)) == "upload-too-large"


@pytest.mark.parametrize(
    "name, value", [("Upload-Length", "-1"), ("Upload-Length", "x"), ("Upload-Metadata", "id ?")]
)
def test_a_bad_header_is_named(world: World, recorded: Photo, name: str, value: str) -> None:
    answer = begin(world.client("nadia"), recorded, **{name: value})
    assert (answer.status_code, code(answer), answer.json["field"]) == (400, "upload-header-invalid", name)


def test_a_part_elsewhere_than_the_offset_is_refused_and_told_where(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    patch(nadia, recorded, 0, recorded.data[:100])
    answer = patch(nadia, recorded, 50, recorded.data[50:])
    assert (answer.status_code, code(answer), answer.json["offset"]) == (409, "upload-offset-differs", 100)
    assert offset(nadia, recorded) == 100


def test_more_bytes_than_announced_are_refused_and_none_of_them_kept(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    patch(nadia, recorded, 0, recorded.data[:100])
    answer = patch(nadia, recorded, 100, recorded.data[100:] + b"x")
    assert (answer.status_code, code(answer)) == (413, "upload-too-large")
    assert offset(nadia, recorded) == 100


def test_a_part_of_another_type_is_refused(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    assert patch(nadia, recorded, 0, b"x", **{"Content-Type": "image/jpeg"}).status_code == 415


def checksum(data: bytes) -> dict[str, str]:
    return {"Upload-Checksum": f"sha256 {base64.b64encode(hashlib.sha256(data).digest()).decode()}"}


def test_a_damaged_part_is_thrown_away(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    part = recorded.data[:5000]
    answer = patch(nadia, recorded, 0, b"?" + part[1:], **checksum(part))
    assert (answer.status_code, code(answer)) == (460, "upload-checksum-differs")
    assert offset(nadia, recorded) == 0
    assert patch(nadia, recorded, 0, part, **checksum(part)).status_code == 204
    assert offset(nadia, recorded) == 5000


class Cut(Exception):
    """The connection breaks."""


@pytest.mark.parametrize("with_checksum", [False, True])
def test_bytes_that_arrived_before_the_cut_are_kept(
    world: World, recorded: Photo, with_checksum: bool
) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)

    def body() -> Iterator[bytes]:
        yield recorded.data[:3000]
        raise Cut

    expected = Checksum("sha256", hashlib.sha256(recorded.data).digest()) if with_checksum else None
    with world.app.app_context(), pytest.raises(Cut):
        keeper = Keeper(vault(), sign, 10**8)
        device = cast.person("nadia").device
        append(folder(world), device, UUID(recorded.id), 0, body(), expected, keeper, world.now)
    assert offset(nadia, recorded) == 3000
    assert patch(nadia, recorded, 3000, recorded.data[3000:]).status_code == 204


def test_an_ended_upload_leaves_nothing_and_may_begin_anew(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    patch(nadia, recorded, 0, recorded.data[:1000])
    told = {"Tus-Resumable": "1.0.0"}
    assert nadia.delete(f"{UPLOADS}/{recorded.id}", headers=told).status_code == 204
    assert nadia.head(f"{UPLOADS}/{recorded.id}", headers=told).status_code == 404
    assert list(spool.names(folder(world))) == []
    send(nadia, recorded)
    answer = nadia.delete(f"{UPLOADS}/{recorded.id}", headers=told)
    assert (answer.status_code, code(answer)) == (403, "upload-finished")


def broken(kind: str) -> tuple[bytes, str]:
    whole = pictures.photo(9)
    return {
        "image-broken": (whole[: len(whole) // 2], "image/jpeg"),
        "image-type": (b"<html>not a photo</html>" * 20, "image/jpeg"),
        "image-too-large": (pictures.bomb(), "image/png"),
    }[kind]


@pytest.mark.parametrize("problem", ["image-broken", "image-type", "image-too-large"])
def test_what_is_no_photo_is_refused_and_counts_as_not_received(world: World, problem: str) -> None:
    data, mime = broken(problem)
    photo = world.record(Photo(data, drawn_id(problem), mime), author("nadia"), JOINT)
    nadia = world.client("nadia")
    begin(nadia, photo)
    answer = patch(nadia, photo, 0, data)
    assert (answer.status_code, code(answer)) == (422, problem)
    assert offset(nadia, photo) == 0
    assert code(nadia.get(f"/api/v1/evidence/{photo.id}/receipt")) == "photo-not-received"


def test_other_bytes_than_recorded_are_refused_and_the_right_ones_taken_after(
    world: World, recorded: Photo
) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    other = pictures.photo(2)[: len(recorded.data)].ljust(len(recorded.data), b"\0")
    answer = patch(nadia, recorded, 0, other)
    assert (answer.status_code, code(answer)) == (422, "photo-hash-differs")
    assert code(nadia.get(f"/api/v1/evidence/{recorded.id}/original")) == "photo-not-received"
    assert patch(nadia, recorded, 0, recorded.data).status_code == 204
    assert nadia.get(f"/api/v1/evidence/{recorded.id}/original").data == recorded.data


def test_a_lost_spool_file_starts_the_upload_over(world: World, recorded: Photo) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    patch(nadia, recorded, 0, recorded.data[:1000])
    for name, _ in list(spool.names(folder(world))):
        spool.discard(folder(world), name)
    answer = patch(nadia, recorded, 1000, recorded.data[1000:])
    assert (answer.status_code, answer.json["offset"], offset(nadia, recorded)) == (409, 0, 0)


def test_the_same_id_by_another_author_takes_nobodys_place(world: World, recorded: Photo) -> None:
    theirs = world.record(Photo(pictures.photo(5), recorded.id), author("defne"), own_scope("defne"))
    nadia, defne = world.client("nadia"), world.client("defne")
    send(defne, theirs)
    assert code(nadia.get(f"/api/v1/evidence/{recorded.id}/original")) == "photo-not-received"
    send(nadia, recorded)
    assert nadia.get(f"/api/v1/evidence/{recorded.id}/original").data == recorded.data


def test_a_record_written_again_under_another_key_has_its_photo_sent_again_and_seen(world: World) -> None:
    photo = world.set_aside(a_photo(), author("nadia"), JOINT)
    nadia = world.client("nadia")
    send(nadia, photo)
    world.record(photo, author("nadia", name="renewed"), JOINT)
    original = f"/api/v1/evidence/{photo.id}/original"
    assert code(world.client("defne").get(original)) == "photo-not-received"
    assert begin(nadia, photo).headers["Upload-Offset"] == "0"
    send(nadia, photo)
    assert world.client("defne").get(original).data == photo.data


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_the_method_may_stand_in_a_header(world: World, recorded: Photo, method: str) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    told = {
        "Tus-Resumable": "1.0.0",
        "X-HTTP-Method-Override": method,
        "Upload-Offset": "0",
        "Content-Type": "application/offset+octet-stream",
    }
    assert nadia.post(f"{UPLOADS}/{recorded.id}", data=b"abc", headers=told).status_code == 204


def test_uploads_nobody_goes_on_with_are_cleaned_away(world: World, recorded: Photo, clock: Clock) -> None:
    nadia = world.client("nadia")
    begin(nadia, recorded)
    patch(nadia, recorded, 0, recorded.data[:1000])
    orphan = folder(world) / "left-behind"
    orphan.write_bytes(b"x")
    os.utime(orphan, (0, 0))
    with world.app.app_context():
        keep = timedelta(hours=336)
        assert clean(folder(world), keep, clock.forward(hours=335)) == 1  # the orphan
        assert clean(folder(world), keep, clock.forward(hours=2)) == 1
        with reading() as session:
            assert session.query(Upload).count() == session.query(PhotoReceipt).count() == 0
    assert list(spool.names(folder(world))) == []
    send(world.client("nadia"), recorded)
