"""Tiles kept on disk, the oldest ones let go when they weigh too much."""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path

# Cleaning goes down to this share of the limit, so that it is rare.
KEPT_SHARE = 0.8


class TileCache:
    """A folder of tiles; a folder that cannot be written keeps nothing, without any error.

    Parameters
    ----------
    folder
        Made when the first tile is kept.
    most_bytes
        Weight from which the oldest tiles are let go.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._weight: int | None = None

    def read(self, name: str) -> bytes | None:
        """Return a kept tile, None when there is none."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def keep(self, name: str, tile: bytes) -> None:
        """Keep a tile; readers see all of it or nothing."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._folder, prefix=".")
            with os.fdopen(handle, "wb") as file:
                file.write(tile)
            Path(draft).replace(self._folder / name)
        except OSError:
            return
        with self._lock:
            if self._weight is None:
                self._weight = sum(size for _, size, _ in self._tiles())
            else:
                self._weight += len(tile)
            if self._weight > self._most_bytes:
                self._weight = self._lighten()

    def _lighten(self) -> int:
        """Let go of the oldest tiles; returns the weight of those that stay."""
        tiles = sorted(self._tiles())
        weight = sum(size for _, size, _ in tiles)
        for _, size, path in tiles:
            if weight <= KEPT_SHARE * self._most_bytes:
                break
            path.unlink(missing_ok=True)
            weight -= size
        return weight

    def _tiles(self) -> list[tuple[float, int, Path]]:
        """Age, weight and path of every tile; one that vanishes meanwhile is left out."""
        found = []
        for path in self._folder.glob("[0-9]*"):
            try:
                status = path.stat()
            except OSError:
                continue
            found.append((status.st_mtime, status.st_size, path))
        return found
