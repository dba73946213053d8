"""Which agency is meant by a kind: one that takes part in the action, else the one of the site's
municipality.

Decided when an operation is accepted and stored with it, so that neither a later change of the action nor a
rebuild tells another story.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

LEAD = "operationeel_leider"
"""In the library this is the role of that name in the action's lead agency, not an agency."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An agency as far as the choice rests on it; an empty `area` is the whole country."""

    id: UUID
    kind: str
    public: bool
    area: frozenset[str]
    takes_part: bool
    leads: bool

    def covers(self, municipality: str | None) -> bool:
        """Whether the agency works there; of an unknown place only one without bounds is sure."""
        return not self.area or municipality in self.area


def resolve(kind: str, candidates: Iterable[Candidate], municipality: str | None) -> Candidate | None:
    """The agency that `kind` means at this place; None where there is none, or no telling which.

    Who takes part in the action comes first, even where its area says otherwise, because the lead asked it to
    be there; several of one kind are told apart by the municipality. `municipality` is a CBS code such as
    GM1783.
    """
    if kind == LEAD:
        return min((one for one in candidates if one.leads), key=lambda one: one.id, default=None)
    of_kind = [one for one in candidates if one.kind == kind]
    on_action = [one for one in of_kind if one.takes_part]
    if len(on_action) == 1:
        return on_action[0]
    return _only([one for one in on_action or of_kind if one.covers(municipality)])


def _only(found: Sequence[Candidate]) -> Candidate | None:
    """The one that is left; one with bounds goes before one that works everywhere."""
    bounded = [one for one in found if one.area]
    left = bounded or found
    return left[0] if len(left) == 1 else None
