"""One request at a time for an upload: whoever asks where it is hears of every byte that arrived before."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

import pytest

from server.core.objects import vault
from server.evidence import spool
from server.evidence.service import Keeper, append, appending, progress, spool_folder
from server.evidence.service.signing import sign
from tests import cast
from tests.factories.record import drawn_id
from tests.server.evidence import pictures
from tests.server.evidence.world import JOINT, UPLOADS, Photo, World, author, begin, code, offset, patch

A_WHILE = 0.4


@pytest.fixture
def recorded(world: World) -> Photo:
    """A photo whose record is accepted and whose upload has begun."""
    photo = world.record(Photo(pictures.photo(1), drawn_id("photo")), author("nadia"), JOINT)
    assert begin(world.client("nadia"), photo).status_code == 201
    return photo


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[None]:
    """Another thread does `work`; it has ended when this does."""
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        thread.join()


class Cut(Exception):
    """The connection breaks."""


def ask_with_head(world: World, photo: Photo) -> int:
    return offset(world.client("nadia"), photo)


def ask_with_post(world: World, photo: Photo) -> int:
    return int(begin(world.client("nadia"), photo).headers["Upload-Offset"])


@pytest.mark.parametrize("ask", [ask_with_head, ask_with_post])
def test_bytes_that_are_just_being_taken_up_are_waited_for(
    world: World, recorded: Photo, ask: Callable[[World, Photo], int]
) -> None:
    writing = threading.Event()
    slowly = threading.Event()

    def body() -> Iterator[bytes]:
        yield recorded.data[:3000]
        writing.set()
        slowly.wait(A_WHILE)
        yield recorded.data[3000:4000]
        raise Cut

    def cut_patch() -> None:
        with world.app.app_context(), suppress(Cut):
            keeper = Keeper(vault(), sign, 10**8)
            device = cast.person("nadia").device
            append(
                spool_folder(world.app.config["GLASHELDER"].data_dir),
                *(device, UUID(recorded.id), 0, body(), None, keeper, world.now),
            )

    with beside(cut_patch):
        assert writing.wait(10)
        assert ask(world, recorded) == 4000


@pytest.mark.parametrize("ask", [ask_with_head, ask_with_post])
def test_a_patch_that_has_not_read_a_byte_yet_is_waited_for(
    world: World,
    recorded: Photo,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[World, Photo], int],
) -> None:
    entered = threading.Event()
    never = threading.Event()

    def find_slowly(*given: object) -> object:
        entered.set()
        never.wait(A_WHILE)
        return progress.find(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(appending, "find", find_slowly)
    nadia = world.client("nadia")
    with beside(lambda: patch(nadia, recorded, 0, recorded.data[:5000])):
        assert entered.wait(10)
        assert ask(world, recorded) == 5000


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE", "POST"])
def test_who_waits_too_long_is_told_to_come_back(
    world: World, recorded: Photo, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.1)
    nadia = world.client("nadia")
    patch(nadia, recorded, 0, recorded.data[:10])
    told = {"Tus-Resumable": "1.0.0"}
    requests = {
        "HEAD": lambda: nadia.head(f"{UPLOADS}/{recorded.id}", headers=told),
        "PATCH": lambda: patch(nadia, recorded, 10, recorded.data[10:]),
        "DELETE": lambda: nadia.delete(f"{UPLOADS}/{recorded.id}", headers=told),
        "POST": lambda: begin(nadia, recorded),
    }
    folder = spool_folder(world.app.config["GLASHELDER"].data_dir)
    name = f"{UUID(recorded.id).hex}.{cast.person('nadia').device.hex}"
    with spool.turn(folder, name):
        answer = requests[method]()
        assert answer.status_code == 423
        assert method == "HEAD" or code(answer) == "upload-busy"
    assert offset(nadia, recorded) == 10
    assert patch(nadia, recorded, 10, recorded.data[10:]).status_code == 204
