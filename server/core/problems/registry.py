"""The registry of problem codes; exported to `schemas/problems.json` and `docs/problems.md`."""

import re
from dataclasses import dataclass

_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Words:
    """What people read: a title, a sentence that may hold `{names}` of details, and how to mend it."""

    title: str
    detail: str
    mend: str


@dataclass(frozen=True)
class Declared:
    """A problem that this server may answer with."""

    code: str
    status: int
    en: Words
    nl: Words

    def words(self, language: str) -> Words:
        """The words in `nl` or, for every other language, English."""
        return self.nl if language == "nl" else self.en


_registry: dict[str, Declared] = {}


def declare(code: str, status: int, *, en: Words, nl: Words) -> Declared:
    """Add a code to the registry; `ValueError` for a bad spelling or a second, different declaration."""
    if _CODE.fullmatch(code) is None:
        raise ValueError(f"a problem code is kebab-case: {code!r}")
    problem = Declared(code, status, en, nl)
    if _registry.setdefault(code, problem) != problem:
        raise ValueError(f"the problem {code!r} is declared twice; give one of them another code")
    return problem


def declared(code: str) -> Declared:
    """The declaration of a code; `LookupError` says where to add it."""
    try:
        return _registry[code]
    except KeyError:
        raise LookupError(
            f"the problem {code!r} is not declared; call core.problems.declare in the package's problems.py"
        ) from None


def every() -> list[Declared]:
    """All declarations, by code."""
    return [_registry[code] for code in sorted(_registry)]
