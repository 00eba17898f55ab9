"""The comparisons of releases that builds have kept beside the snapshots.

They are read from the folder `changes` of the data folder, never made here: a comparison takes the
tables of two snapshots and tools that the service does not load.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from flask import Flask, current_app

from carto.said_back import said_back
from geodata.storage.data_dir import DataDir, is_snapshot_id
from webapp.errors import UnknownResourceError

Evolution = Mapping[str, Any]
Stamp = tuple[int, int]

_EXTENSION = "carto_evolutions"
_MOST_HELD = 16


class StoredEvolutions:
    """The comparisons in a data folder, each read again only when its file has changed.

    Parameters
    ----------
    data_dir
        Where builds keep them.
    """

    def __init__(self, data_dir: DataDir) -> None:
        self._data_dir = data_dir
        self._folder = data_dir.change("", "").parent
        self._read: dict[Path, tuple[Stamp, Evolution]] = {}

    def leading_to(self, snapshot_id: str) -> list[Evolution]:
        """List the comparisons that end at a snapshot, the latest start first.

        Files that cannot be read, or that are no comparison, are left out.
        """
        found = [self._load(self._folder / name) for name in self.names(snapshot_id)]
        known = [evolution for evolution in found if evolution is not None]
        return sorted(known, key=lambda one: str(one["before"]["created"]), reverse=True)

    def names(self, snapshot_id: str) -> list[str]:
        """List the files that may hold the comparisons that end at a snapshot, in order."""
        with suppress(OSError):
            return sorted(path.name for path in self._folder.glob(f"*-{snapshot_id}.json"))
        return []

    def between(self, before: str, after: str) -> Evolution:
        """Return the comparison of two snapshots.

        Raises
        ------
        UnknownResourceError
            When none is kept.
        """
        if is_snapshot_id(before) and is_snapshot_id(after):
            evolution = self._load(self._data_dir.change(before, after))
            if evolution is not None:
                return evolution
        raise UnknownResourceError(
            f"Aucune comparaison de « {said_back(before)} » à « {said_back(after)} » n'est "
            "gardée ici ; `carto diff` compare deux instantanés publiés."
        )

    def _load(self, path: Path) -> Evolution | None:
        """Read a comparison; None when there is none that can be read."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            status = path.stat()
            stamp = status.st_mtime_ns, status.st_size
            held = self._read.get(path)
            if held is not None and held[0] == stamp:
                return held[1]
            evolution = json.loads(path.read_bytes())
            if f"{evolution['before']['snapshot']}-{evolution['after']['snapshot']}" == path.stem:
                self._hold(path, stamp, evolution)
                return cast(Evolution, evolution)
        return None

    def _hold(self, path: Path, stamp: Stamp, evolution: Evolution) -> None:
        """Keep a comparison in memory, and let go of the one held for longest."""
        self._read[path] = stamp, evolution
        while len(self._read) > _MOST_HELD:
            self._read.pop(next(iter(self._read)), None)


def attach_evolutions(app: Flask, evolutions: StoredEvolutions) -> None:
    """Give `app` the comparisons its requests read."""
    app.extensions[_EXTENSION] = evolutions


def kept_evolutions(snapshot_id: str) -> list[Evolution]:
    """List the comparisons that lead to a snapshot."""
    return stored_evolutions().leading_to(snapshot_id)


def stored_evolutions() -> StoredEvolutions:
    """Comparisons of the application that answers."""
    return cast(StoredEvolutions, current_app.extensions[_EXTENSION])
