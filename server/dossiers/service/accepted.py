"""An accepted operation as the fold is given it: the operation, and what its acceptance decided."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from server.operations.operation import Operation


class Accepted(NamedTuple):
    """One accepted operation.

    `scope` is the number of its home scope. `decided` is its acceptance as it is stored beside it; of it the
    fold reads `follow_ups` alone, as `decide_follow_ups` made it.
    """

    operation: Operation
    scope: int
    received: datetime
    decided: Mapping[str, Any]
