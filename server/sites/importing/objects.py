"""What every kind of file is read into: so many objects of one kind, with their shapes side by side."""

from dataclasses import dataclass, field
from typing import Any, Literal

from server.sites.importing.faults import Fault

Kind = Literal["building", "address", "unit", "establishment"]
BATCH = 2000
"""Objects in one transaction."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Where a file says it comes from."""

    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who imports says, and the file need not say itself."""

    by: str
    """The user of the machine."""
    source: str | None = None
    date: str | None = None
    layer: str | None = None
    crs: str | None = None
    id_field: str | None = None
    kind: str | None = None


@dataclass(slots=True)
class Objects:
    """A part of a file: equally long lists, one entry an object."""

    kind: Kind
    crs: str = "EPSG:4326"
    rows: list[int] = field(default_factory=list)
    """Place of each in the file, from 1."""
    refs: list[str] = field(default_factory=list)
    shapes: list[Any] = field(default_factory=list)
    """A shapely geometry in `crs`, or None."""
    told: list[dict[str, Any]] = field(default_factory=list)
    """Its other fields, by our names."""
    faults: list[Fault] = field(default_factory=list)
    """What could not even be read; those objects are in no list."""

    def __len__(self) -> int:
        return len(self.refs)

    def add(self, row: int, ref: str, shape: Any, told: dict[str, Any]) -> None:
        """One more."""
        self.rows.append(row)
        self.refs.append(ref)
        self.shapes.append(shape)
        self.told.append(told)

    def without(self, faults: dict[int, Fault]) -> "Objects":
        """The objects except those at these places of the lists, whose faults are added."""
        kept = [n for n in range(len(self)) if n not in faults]
        return Objects(
            self.kind,
            self.crs,
            [self.rows[n] for n in kept],
            [self.refs[n] for n in kept],
            [self.shapes[n] for n in kept],
            [self.told[n] for n in kept],
            [*self.faults, *faults.values()],
        )
