"""Who asks, in a form that a SELECT can be built from: a signed-in viewer, or the settings of a database
session.

The rules in `readable` are written once against this form; row-level security is the same rules, compiled
with the asker that the database itself knows (`rls`).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, bindparam, cast, false, func, literal, true
from sqlalchemy.types import BigInteger, Text, Uuid

from server.core.clock import to_ms
from server.core.database import Guid
from server.identity.roles import Role
from server.identity.viewer import Viewer


class Asker(Protocol):
    """The three facts about a person that rules speak of, and the moment; each an SQL expression."""

    @property
    def member(self) -> Any: ...

    @property
    def agency(self) -> Any: ...

    @property
    def now(self) -> Any:
        """Milliseconds since 1970."""
        ...

    def has(self, *roles: Role) -> ColumnElement[bool]:
        """Whether the asker holds one of these roles."""
        ...


@dataclass(frozen=True, slots=True)
class Person:
    """A viewer at a moment; roles are known, so what they do not allow falls out of the statement."""

    viewer: Viewer
    at: datetime

    @property
    def member(self) -> Any:
        return self.viewer.member

    @property
    def agency(self) -> Any:
        return self.viewer.agency

    @property
    def now(self) -> Any:
        return literal(to_ms(self.at), BigInteger)

    def has(self, *roles: Role) -> ColumnElement[bool]:
        return true() if self.viewer.has(*roles) else false()


@dataclass(frozen=True, slots=True)
class Anybody:
    """Any person who holds these roles: who and when are the parameters `asked`, so that one statement serves
    all of them and is built once.
    """

    roles: frozenset[Role]

    @property
    def member(self) -> Any:
        return bindparam("asking_member", type_=Guid())

    @property
    def agency(self) -> Any:
        return bindparam("asking_agency", type_=Guid())

    @property
    def now(self) -> Any:
        return bindparam("asking_now", type_=BigInteger())

    def has(self, *roles: Role) -> ColumnElement[bool]:
        return false() if self.roles.isdisjoint(roles) else true()


def asked(viewer: Viewer, now: datetime) -> dict[str, Any]:
    """The parameters of a statement for `Anybody`."""
    return {"asking_member": viewer.member, "asking_agency": viewer.agency, "asking_now": to_ms(now)}


SETTING_MEMBER = "glashelder.member"
SETTING_AGENCY = "glashelder.agency"
SETTING_ROLES = "glashelder.roles"
SETTING_NOW = "glashelder.now"
SETTINGS = (SETTING_MEMBER, SETTING_AGENCY, SETTING_ROLES, SETTING_NOW)
"""All that the rules ask of a session."""
SETTING_SERVICE = "glashelder.service"


def setting(name: str) -> ColumnElement[str]:
    """The value of a session setting; NULL where it is not set or empty, so that every comparison fails."""
    return func.nullif(func.current_setting(name, True), "", type_=Text())


class SessionSettings:
    """The person that a PostgreSQL session was told it works for."""

    @property
    def member(self) -> Any:
        return cast(setting(SETTING_MEMBER), Uuid())

    @property
    def agency(self) -> Any:
        return cast(setting(SETTING_AGENCY), Uuid())

    @property
    def now(self) -> Any:
        return cast(setting(SETTING_NOW), BigInteger)

    def has(self, *roles: Role) -> ColumnElement[bool]:
        held = func.string_to_array(setting(SETTING_ROLES), ",")
        return held.op("&&", is_comparison=True)(func.string_to_array(",".join(sorted(roles)), ","))
