"""How soon each client may ask again, in a memory that all the processes share.

One number per client: the instant when its due would be paid (generic cell rate algorithm). Clients
are known by a keyed hash, whose key is drawn when the service starts and kept nowhere else. Memory
is bounded: when its places are all taken, the client who has waited longest gives up its own.
"""

from __future__ import annotations

import fcntl
import hashlib
import math
import mmap
import os
import secrets
import threading
from pathlib import Path

_KEY_BYTES = 16
_PLACES = 1 << 14
_LOOKED_AT = 8
# A client that was silent may ask this many seconds of its rate at once.
BURST_S = 10


def create_shared_file(path: Path) -> None:
    """Make the file that processes share: a fresh key, and no client."""
    content = secrets.token_bytes(_KEY_BYTES) + bytes(2 * 8 * _PLACES)
    path.write_bytes(content)


class SharedBuckets:
    """The dues of the clients.

    Parameters
    ----------
    rate
        Requests per second of one client.
    path
        File made by `create_shared_file`; None to share with no other process.
    """

    def __init__(self, rate: float, path: Path | None = None) -> None:
        size = _KEY_BYTES + 2 * 8 * _PLACES
        self._interval_s = 1 / rate
        self._lock = threading.Lock()
        self._file: int | None = None
        if path is None:
            shared = mmap.mmap(-1, size)
            shared[:_KEY_BYTES] = secrets.token_bytes(_KEY_BYTES)
        else:
            self._file = os.open(path, os.O_RDWR)
            shared = mmap.mmap(self._file, size)
        self._key = bytes(shared[:_KEY_BYTES])
        whole = memoryview(shared)
        middle = _KEY_BYTES + 8 * _PLACES
        self._names = whole[_KEY_BYTES:middle].cast("Q")
        self._due = whole[middle:].cast("d")

    def wait_s(self, client: bytes, now: float) -> int:
        """Count one request of a client, or say how long it must wait before it counts.

        Parameters
        ----------
        client
            What names the client.
        now
            Seconds of a clock that all the processes share.

        Returns
        -------
        int
            0 when the request may be answered, else whole seconds.
        """
        digest = hashlib.blake2b(client, digest_size=8, key=self._key).digest()
        name = int.from_bytes(digest, "little") or 1
        with self._lock:
            if self._file is not None:
                fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                return self._counted(name, now)
            finally:
                if self._file is not None:
                    fcntl.lockf(self._file, fcntl.LOCK_UN)

    def _counted(self, name: int, now: float) -> int:
        """Count one request under the lock."""
        place = self._place(name)
        due = max(self._due[place], now) if self._names[place] == name else now
        late = due + self._interval_s - now - BURST_S
        if late > 0:
            return math.ceil(late)
        self._names[place] = name
        self._due[place] = due + self._interval_s
        return 0

    def _place(self, name: int) -> int:
        """Find the place of a client: its own, else the one whose due is oldest, nearby."""
        first = name % _PLACES
        near = [(first + step) % _PLACES for step in range(_LOOKED_AT)]
        for place in near:
            if self._names[place] == name:
                return place
        return min(near, key=self._due.__getitem__)
