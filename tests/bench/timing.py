"""Timing: repeat, sort, and say p50 and p95 in milliseconds."""

from collections.abc import Callable
from statistics import quantiles
from time import perf_counter
from typing import NamedTuple


class Spent(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float

    def __str__(self) -> str:
        return f"p50 {self.p50:.1f} ms, p95 {self.p95:.1f} ms"


def spent(work: Callable[[], object], times: int, *, warm: int = 5) -> Spent:
    """Do `work` so often and say how long it took."""
    for _ in range(warm):
        work()
    measured = []
    for _ in range(times):
        begun = perf_counter()
        work()
        measured.append((perf_counter() - begun) * 1000)
    cuts = quantiles(measured, n=20)
    return Spent(cuts[9], cuts[18])
