"""Who is asking: one member, acting for one agency, on one device."""

from dataclasses import dataclass
from uuid import UUID

from server.identity.roles import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """The signed-in person as every decision sees them.

    A member who belongs to two agencies acts for one at a time, so `agency` is never a list.
    `roles` are those of the membership the session was opened with, at this moment.
    """

    member: UUID
    agency: UUID
    roles: frozenset[Role]
    device: UUID

    @property
    def person(self) -> str:
        """Member and agency as one text, `member|agency`: the name of a person's part of a device."""
        return f"{self.member}|{self.agency}"

    def has(self, *roles: Role) -> bool:
        """Say whether the viewer holds at least one of these roles."""
        return not self.roles.isdisjoint(roles)
