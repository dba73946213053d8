"""The exception that becomes an answer."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from server.core.problems.registry import declared


@dataclass(frozen=True)
class FieldError:
    """One field that is wrong: its path as in `slot.from`, what is wrong with it, how to mend it."""

    field: str
    detail: str
    mend: str | None = None


class Problem(Exception):
    """Something went wrong that the caller can understand.

    `code` must be declared. `status`, `detail` and `mend` replace the declared ones where a case knows
    better; `field` names what to mend; `details` fill the sentences and travel as extension members, so they
    must be JSON and must not tell what the reader may not know.
    """

    def __init__(
        self,
        code: str,
        status: int | None = None,
        *,
        field: str | None = None,
        detail: str | None = None,
        mend: str | None = None,
        errors: Sequence[FieldError] = (),
        headers: dict[str, str] | None = None,
        **details: Any,
    ) -> None:
        super().__init__(code)
        self.declared = declared(code)
        self.code = code
        self.status = status or self.declared.status
        self.field = field
        self.detail = detail
        self.mend = mend
        self.errors = tuple(errors)
        self.headers = headers or {}
        self.details = details


def as_json(problem: Problem, language: str) -> dict[str, Any]:
    """The body of the answer in `language` (`nl` or `en`)."""
    words = problem.declared.words(language)
    known = _Details({"field": problem.field or "", **problem.details})
    body: dict[str, Any] = {
        "type": f"/api/v1/problems/{problem.code}",
        "title": words.title,
        "status": problem.status,
        "code": problem.code,
        "detail": problem.detail or words.detail.format_map(known),
        "mend": problem.mend or words.mend.format_map(known),
    }
    if problem.field is not None:
        body["field"] = problem.field
    if problem.errors:
        body["errors"] = [
            {name: value for name, value in asdict(error).items() if value is not None}
            for error in problem.errors
        ]
    return body | {name: value for name, value in problem.details.items() if name not in body}


class _Details(dict[str, Any]):
    """A name that a sentence asks for and a case does not give is left out, never an error on an error."""

    def __missing__(self, name: str) -> str:
        return "?"
