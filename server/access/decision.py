"""A decision is a value with a reason, so that routes act on it, tests tabulate it and screens show the same
words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or not, and the rule that said so."""

    allowed: bool
    rule: str
    """A name of `readable.rules` when allowed; a reason code of decision 0001 when a write is not."""

    def __bool__(self) -> bool:
        return self.allowed
