"""What one agency keeps to itself tells nothing to anybody else: not by a count, a time, a number, a header
or a cursor.

The same script is played twice from the same moment on: once as it is, once with something private of one
agency in the middle. Then every GET and every pull of every other person is compared, byte for byte and
header by header.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import orjson
import pytest
from flask import Flask

from server.checklists import service as checklists
from server.core.database import writing
from tests import cast
from tests.conftest import Clock
from tests.engines import Sandbox
from tests.factories import backup, sites
from tests.factories.control_actions import draft, target
from tests.factories.sending import Tablet, browser
from tests.security.scenario import (
    Scene,
    joint_finding,
    private_draft,
    private_finding,
    private_photo,
    routes,
)

API = "/api/v1"
Act = Callable[[Scene, str, str], None]
Answer = tuple[int, list[tuple[str, str]], bytes]

PULL = "pull"
LEAD = "karin"


@pytest.fixture
def scene(app: Flask, sandbox: Sandbox, clock: Clock) -> Scene:
    """An action under way; everyone signed in, the tablets enrolled."""
    with app.app_context(), writing() as session:
        checklists.load(session, clock.time)
        cast.load(session, clock.time)
        places = [sites.make(session, clock.time), sites.make(session, clock.time, name="Koelhuis Zuid")]
    action = draft(browser(app), LEAD)
    action.ask("nadia", "defne", "noor", "joris", "piet", "fatima")
    action.staff(A=("nadia", "defne", "noor", "joris"), B=("piet", "fatima"))
    action.choose(target("one", places[0], "A"), target("two", places[1], "B"))
    action.move("approved", "briefed", "active")
    tablets = {key: Tablet(app, key) for key in ("nadia", "noor", "joris")}
    browsers = {key: browser(app) for key in cast.everyone()}
    for key, client in browsers.items():
        cast.sign_in(client, key)
    made = Scene(app, sandbox, clock, UUID(action.told["targets"][0]["dossier"]), action, tablets, browsers)
    made.work()
    made.keep_chains()
    return made


def play(scene: Scene, private: Callable[[], None], without: UUID) -> dict[tuple[str, str], Answer]:
    """The script: something joint, the private thing, something joint with follow-ups; then everybody
    looks."""
    scene.begin()
    scene.clock.forward(minutes=5)
    scene.take("nadia", scene.joint, scene.tablets["nadia"].note(scene.dossier, "Hond op het erf."))
    scene.clock.forward(minutes=5)
    private()
    scene.work()
    scene.clock.forward(minutes=5)
    scene.take("noor", scene.joint, scene.tablets["noor"].note(scene.dossier, "Twaalf mensen in de loods."))
    joint_finding(scene)
    scene.work()
    scene.clock.forward(minutes=5)
    return look(scene, without)


def look(scene: Scene, without: UUID) -> dict[tuple[str, str], Answer]:
    """All that everybody of another agency is answered now, by person and path."""
    answers: dict[tuple[str, str], Answer] = {}
    for key, client in scene.browsers.items():
        if cast.person(key).agency != without:
            for path in routes(scene):
                answers[key, path] = told(client.get(API + path))
            answers[key, PULL] = told(client.post(f"{API}/sync/pull", json={"epoch": None, "cursors": {}}))
    return answers


def told(answer: Any) -> Answer:
    """Status, body and all headers but those that name the one request."""
    kept = [(name, value) for name, value in answer.headers if name not in ("Date", "X-Request-Id")]
    return answer.status_code, sorted(kept), answer.data


def without_counts(answer: Answer) -> tuple[int, dict[str, Any]]:
    """A pull of the lead without the scope of the count document, and so without its length."""
    page = orjson.loads(answer[2])
    page["scopes"] = {name: one for name, one in page["scopes"].items() if not name.startswith("lead:")}
    return answer[0], page


def the_same(key: tuple[str, str], plain: Answer, other: Answer) -> bool:
    """Equal; the one exception is named: the count document that the lead pulls."""
    if key == (LEAD, PULL):
        return without_counts(plain) == without_counts(other)
    return plain == other


PRIVATE: dict[str, tuple[str, str, tuple[Act, ...]]] = {
    "finding, photo and draft of an agency": (
        "noor",
        "agency:{dossier}:{agency}",
        (private_finding, private_photo, private_draft),
    ),
    "finding and photo under a class": (
        "joris",
        "class:{dossier}:wpg:{agency}",
        (private_finding, private_photo),
    ),
}


@pytest.mark.parametrize("what", PRIVATE)
def test_something_private_tells_nothing_to_anybody_else(scene: Scene, what: str) -> None:
    owner, name, acts = PRIVATE[what]
    agency = cast.person(owner).agency
    scope = name.format(dossier=scene.dossier, agency=agency)

    def private() -> None:
        for act in acts:
            act(scene, owner, scope)

    start, time = backup.take(scene.sandbox), scene.clock.time
    plain = play(scene, lambda: None, agency)
    backup.restore(scene.sandbox, start)
    scene.clock.time = time
    other = play(scene, private, agency)

    assert plain.keys() == other.keys()
    differing = {key for key in plain if not the_same(key, plain[key], other[key])}
    assert differing == set()
    assert len({status for status, _, _ in plain.values()}) > 1, "some were answered, some were not"
    seen = scene.browsers[owner].get(f"{API}/dossiers/{scene.dossier}/findings").json
    assert {one["title"] for one in seen["findings"]} == {"Loon in contanten", None}, "it was really there"


def test_playing_the_same_twice_is_the_same(scene: Scene) -> None:
    """The comparison itself is fair: nothing differs by chance, so what differs is told by something
    private."""
    nobody = UUID(int=0)
    start, time = backup.take(scene.sandbox), scene.clock.time
    first = play(scene, lambda: None, nobody)
    backup.restore(scene.sandbox, start)
    scene.clock.time = time
    second = play(scene, lambda: None, nobody)
    assert {key for key in first if first[key] != second[key]} == set()


def test_a_joint_thing_would_be_noticed(scene: Scene) -> None:
    """The comparison can fail: the same finding in the joint part differs for those who read it."""
    nobody = UUID(int=0)
    start, time = backup.take(scene.sandbox), scene.clock.time
    plain = play(scene, lambda: None, nobody)
    backup.restore(scene.sandbox, start)
    scene.clock.time = time
    other = play(scene, lambda: private_finding(scene, "noor", scene.joint), nobody)
    noticed = {key for key, path in plain if plain[key, path] != other[key, path]}
    assert {"nadia", "leo", LEAD, "wim"} <= noticed
    assert {"els", "otis", "aylin"}.isdisjoint(noticed)
