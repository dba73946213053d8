"""Which function does which kind of job."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

Subject = dict[str, str]
Handler = Callable[[Subject, datetime], None]


@dataclass(frozen=True)
class Known:
    """A kind of job; `every` is set for work that comes back by itself."""

    kind: str
    handler: Handler
    every: timedelta | None = None


_known: dict[str, Known] = {}


def job(kind: str) -> Callable[[Handler], Handler]:
    """Let a function do the jobs of this kind, as in `@job("photos.preview")`."""
    return _register(kind, None)


def periodic(kind: str, *, minutes: int) -> Callable[[Handler], Handler]:
    """Let a function run by itself, `minutes` after it last finished; its subject is empty."""
    return _register(kind, timedelta(minutes=minutes))


def _register(kind: str, every: timedelta | None) -> Callable[[Handler], Handler]:
    def decorate(handler: Handler) -> Handler:
        before = _known.setdefault(kind, Known(kind, handler, every))
        if before.handler is not handler:
            raise ValueError(f"the job {kind!r} has two handlers; give one of them another name")
        return handler

    return decorate


def known(kind: str) -> Known | None:
    """The kind of that name, if a package registered it."""
    return _known.get(kind)


def all_periodic() -> list[Known]:
    """The kinds that come back by themselves."""
    return [entry for entry in _known.values() if entry.every is not None]
