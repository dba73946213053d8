"""Versions of checklists, and which of concurrent ones leads (docs/format.md § 5)."""

from server.operations.show import Marks, show
from server.operations.state import Register


def order(version: str) -> tuple[int, ...]:
    """Return what a version sorts by: its parts as whole numbers, so that 0.10.0 comes after 0.9.0."""
    return tuple(map(int, version.split(".")))


def leading(register: Register, marks: Marks) -> str | None:
    """Return the operation whose version leads an instance: the lowest version, then the lowest id.

    A resolution counts with the version of what it leads with. None when the register shows nothing.
    """
    seen = register["seen"]
    values = show(register, marks)["values"]
    leads = ((order(seen[value["lead"]]["fields"]["version"]), value["lead"]) for value in values)
    return min(leads, default=(None, None))[1]
