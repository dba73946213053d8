"""A connection whose other end must keep pace: silence has a bound, and so has a trickle.

One byte every few seconds is never silent, and would still hold a thread for hours. So the time that is
waited for a request is bounded in proportion to what came of it, and that for its answer to what is taken.
Only waiting counts, not the server's own work.
"""

import errno
import os
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

SILENCE_SECONDS = float(os.environ.get("GLASHELDER_SILENCE_SECONDS", "20"))
"""How long a connection may say nothing in the middle of a request, or take nothing of its answer."""

REQUEST_SECONDS = float(os.environ.get("GLASHELDER_REQUEST_SECONDS", "30"))
"""How long is waited for a request besides what its size asks for: nearly all that a head has."""

BYTES_PER_SECOND = float(os.environ.get("GLASHELDER_REQUEST_BYTES_PER_SECOND", "500"))
"""What the slowest link carries that is waited for, each way; 2G carries 3,000, shared by a few requests."""

_PIECE = int(min(65_536, BYTES_PER_SECOND * SILENCE_SECONDS * 0.8))
"""TLS takes a piece whole or not at all: the slowest link must carry one within the bound of silence."""


class _Pace:
    """What moved one way of a request, in bytes, and how many seconds that was waited for."""

    def __init__(self) -> None:
        self.moved, self.waited = 0, 0.0

    def left(self) -> float:
        return REQUEST_SECONDS + self.moved / BYTES_PER_SECOND - self.waited


class PacedSocket:
    """A socket, plain or TLS, that raises `TimeoutError` when the other end does not keep pace."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self.anew()

    def anew(self) -> None:
        """From here on it is another request, with a time of its own."""
        self._in, self._out = _Pace(), _Pace()

    def setblocking(self, flag: bool) -> None:
        """Waiting is bounded always."""
        self._sock.settimeout(SILENCE_SECONDS if flag else 0.0)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """What came, at most `size` bytes; nothing when the other end closed."""
        came: bytes = self._timed(self._in, partial(self._sock.recv, size, flags), len)
        return came

    def sendall(self, data: bytes | bytearray | memoryview, flags: int = 0) -> None:
        """Send all of it, piece by piece: each piece that is taken gives time for the next."""
        left = memoryview(data).cast("B")
        while left:
            taken = self._timed(self._out, partial(self._sock.send, left[:_PIECE], flags), int)
            left = left[taken:]

    def sendfile(self, file: Any, offset: int = 0, count: int | None = None) -> int:
        """Send `count` bytes of a file from `offset`, or all that is left; how many were sent."""
        file.seek(offset)
        sent = 0
        while part := file.read(_PIECE if count is None else min(_PIECE, count - sent)):
            self.sendall(part)
            sent += len(part)
        return sent

    def shutdown(self, how: int) -> None:
        """Say that no more follows; what is on its way is then read by who closes, in a bound of its own."""
        self.anew()
        self._sock.shutdown(how)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def _timed(self, pace: _Pace, act: Callable[[], Any], size: Callable[[Any], int]) -> Any:
        bound = self._sock.gettimeout()
        if bound == 0:
            return act()
        left = pace.left()
        began = monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            self._sock.settimeout(left if bound is None else min(bound, left))
            done = act()
        except TimeoutError:
            # As a link that broke: gunicorn writes no error about a client that went away.
            raise TimeoutError(errno.ECONNRESET, "the other end did not keep pace") from None
        finally:
            pace.waited += monotonic() - began
            self._sock.settimeout(bound)
        pace.moved += size(done)
        return done
