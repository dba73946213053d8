"""Work that makes many objects and no cycles, without the garbage collector looking for some."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the garbage collector: for a batch or a page, a third of the time went to looking for cycles
    among all that the process holds."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
