"""A deadline that nothing outlasts: connections still open when it passes are shut down.

The time-out of a socket bounds the silence between two bytes, not their number: a server that
sends one byte a second would hold a reader for hours, in the headers as in the body. Here a timer
shuts down every guarded connection, which ends any read at once.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType


class Deadline:
    """So many seconds from now; a context manager that lets go of its timer at the end.

    Parameters
    ----------
    seconds
        Time from the making of this object.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._guarded: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._shut_down)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        for connection in self._guarded:
            connection.close()

    @property
    def remaining(self) -> float:
        """Seconds left, 0 when it has passed."""
        return max(0.0, self._end - time.monotonic())

    def guard(self, connection: socket.socket) -> None:
        """Shut this connection down when the deadline passes, whatever is then made of it.

        The connection is held by a duplicate: TLS takes over the original.
        """
        with self._lock:
            self._guarded.append(connection.dup())
        if self.remaining == 0:
            self._shut_down()

    def _shut_down(self) -> None:
        """End every read and write in progress."""
        with self._lock:
            for connection in self._guarded:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
