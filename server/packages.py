"""The packages of the server in the order of their layers, and the parts that each may have."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

PACKAGES = (
    "core.routing",
    "core.jobs",
    "core.objects",
    "identity",
    "access",
    "checklists",
    "sites",
    "dossiers",
    "sync",
    "control_actions",
    "maps",
    "evidence",
    "follow_ups",
    "seeding",
)


def part(package: str, name: str) -> ModuleType | None:
    """The module `name` of a package (routes, models, tasks, problems, commands), or None if it has none."""
    full = f"server.{package}.{name}"
    return import_module(full) if find_spec(f"server.{package}") and find_spec(full) else None


def parts(name: str) -> list[ModuleType]:
    """That module of every package that has one."""
    return [module for package in PACKAGES if (module := part(package, name)) is not None]
