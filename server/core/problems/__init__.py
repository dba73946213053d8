"""One shape for every error (RFC 9457) and one registry of what can go wrong.

A package declares its problems once, in its `problems.py`, and raises them anywhere:

    declare("follow-up-changed", 412, en=Words("…title", "…detail with {names}", "…mend"), nl=Words(…))
    raise Problem("follow-up-changed", field="If-Match", version=4)
"""

from server.core.problems import general as general
from server.core.problems.problem import FieldError, Problem, as_json
from server.core.problems.registry import Declared, Words, declare, declared, every

__all__ = ["Declared", "FieldError", "Problem", "Words", "as_json", "declare", "declared", "every"]
