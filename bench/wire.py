"""The wire between browser and server: counts the bytes, and may be as slow as a real one.

A browser's own counters and throttles miss what its workers fetch. A relay between browser and
server misses nothing, and treats both competitors alike.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

CHUNK = 1 << 14
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Link:
    """An access line.

    Attributes
    ----------
    name
        French words for the report.
    round_trip_s
        Time to the server and back, paid once more when a connection opens.
    bytes_per_s
        Rate that all connections share, from the server to the browser.
    """

    name: str
    round_trip_s: float = 0.0
    bytes_per_s: float = float("inf")


THIS_MACHINE = Link("Sur cette machine, sans réseau")
SLOW_MOBILE = Link("Sur un réseau mobile lent (1,6 Mbit/s, 150 ms)", 0.150, 200_000)


class CountingRelay:
    """A relay to a port of this machine, over a link.

    Attributes
    ----------
    port
        Where to connect instead.
    received
        Bytes that the server sent so far.
    """

    def __init__(self, target_port: int, link: Link) -> None:
        self._target = (LOOPBACK, target_port)
        self._link = link
        self._line = threading.Lock()
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listener.getsockname()[1]
        self.received = 0

    def __enter__(self) -> CountingRelay:
        """Start to listen."""
        _start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop to listen; open connections end with their peers."""
        self._listener.close()

    def _accept(self) -> None:
        """Open a connection to the server for each one of the browser."""
        with contextlib.suppress(OSError):
            while True:
                browser, _ = self._listener.accept()
                server = socket.create_connection(self._target)
                for end in (browser, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                opens_at = time.monotonic() + self._link.round_trip_s
                self._carry(browser, server, opens_at, is_down=False)
                self._carry(server, browser, opens_at, is_down=True)

    def _carry(
        self, source: socket.socket, sink: socket.socket, opens_at: float, *, is_down: bool
    ) -> None:
        """Carry one direction of a connection: what enters leaves half a round trip later."""
        travelling: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()

        def enter() -> None:
            is_open = True
            while is_open:
                try:
                    chunk = source.recv(CHUNK)
                except OSError:
                    chunk = b""
                is_open = bool(chunk)
                entered = max(time.monotonic(), opens_at)
                travelling.put((entered + self._link.round_trip_s / 2, chunk))

        def leave() -> None:
            with contextlib.suppress(OSError):
                while True:
                    at, chunk = travelling.get()
                    time.sleep(max(0.0, at - time.monotonic()))
                    if not chunk:
                        break
                    if is_down:
                        self._occupy_line(len(chunk))
                    sink.sendall(chunk)
            for end in (source, sink):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

        _start(enter)
        _start(leave)

    def _occupy_line(self, count: int) -> None:
        """Count bytes, and hold the shared line for the time that they take."""
        with self._line:
            self.received += count
            time.sleep(count / self._link.bytes_per_s)


def _start(work: Callable[[], None]) -> None:
    """Run work in a thread that does not outlive the process."""
    threading.Thread(target=work, daemon=True).start()
