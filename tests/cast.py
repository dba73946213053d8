"""The people of the demo, called by their key, as tests, pictures and the demo's sign-in know them.

sign_in(client, "nadia")        the browser acts for Nadia Amrani of Brandweer Haaglanden from here on
viewer("nadia")                 the same person for a service
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from server.core.ids import derive
from server.identity.devices import cookie
from server.identity.roles import Role
from server.identity.sessions import hash_token
from server.identity.viewer import Viewer
from server.seeding import people

SEEDS = Path(__file__).parents[1] / "seeds"


@dataclass(frozen=True, slots=True)
class Character:
    """One person of the demo, acting for one agency."""

    key: str
    name: str
    agency_code: str
    roles: frozenset[Role]

    @property
    def member(self) -> UUID:
        return people.member_id(self.key)

    @property
    def agency(self) -> UUID:
        return people.agency_id(self.agency_code)

    @property
    def membership(self) -> UUID:
        return people.membership_id(self.key, self.agency_code)

    @property
    def device(self) -> UUID:
        """The one device of this person in tests."""
        return derive("device", self.key)

    @property
    def viewer(self) -> Viewer:
        return Viewer(self.member, self.agency, self.roles, self.device)


@cache
def everyone() -> dict[str, Character]:
    """The whole cast, by key."""
    return {
        one["key"]: Character(one["key"], one["name"], one["agency"], frozenset(map(Role, one["roles"])))
        for one in people.read(SEEDS, "members")
    }


def person(key: str) -> Character:
    """One of the cast; `KeyError` for a stranger."""
    return everyone()[key]


def viewer(key: str) -> Viewer:
    """One of the cast as services know them."""
    return person(key).viewer


def load(session: Session, now: object) -> None:
    """Put agencies and people into an empty database; inside `writing()`."""
    people.load_people(session, SEEDS, now)  # type: ignore[arg-type]


def sign_in(client: FlaskClient, key: str) -> Character:
    """Sign somebody of the cast in on their own device, through the route that people use."""
    who = person(key)
    answer = sign_in_on(client, who, who.device)
    assert answer.status_code == 201, answer.text
    return who


_cookies: dict[str, str] = {}
"""What each device of a test holds, from one browser of it to the next."""


def bind(device: UUID) -> bytes:
    """The hash of what this device holds from here on, for a row that no sign-in made."""
    return hash_token(_cookies.setdefault(cookie(device), device.hex))


def cookie_of(device: UUID) -> str:
    """What a browser of this device sends along when it signs in; empty before its first sign-in."""
    name = cookie(device)
    return f"{name}={_cookies[name]}" if name in _cookies else ""


def sign_in_on(client: FlaskClient, who: Character, device: UUID) -> TestResponse:
    """Sign somebody in on a device that keeps its cookie, in whichever browser of a test it opens."""
    name, path = cookie(device), "/api/v1/sessions"
    if name in _cookies:
        client.set_cookie(name, _cookies[name], path=path)
    told = {"id": str(device), "label": f"Tablet of {who.name}"}
    answer = client.post(path, json={"membership": str(who.membership), "device": told})
    kept = client.get_cookie(name, path=path)
    if kept is not None:
        _cookies[name] = kept.value
    return answer
