"""The archives of tiles that a process holds open: those of the latest snapshots asked for."""

from __future__ import annotations

import threading
from typing import cast

from flask import Flask, current_app

from carto.drawing.tile_fields import LAYERS
from carto.said_back import said_back
from geodata.storage.snapshot import Snapshot
from webapp.errors import UnknownResourceError
from webapp.snapshots.current_snapshot import current, pinned_files
from webapp.snapshots.published_files import published_path, published_paths
from webapp.tiles.tile_archive import TileArchive, open_archive

_EXTENSION = "carto_tiles"
# Those of three snapshots: the current one, and two that pages opened earlier still show.
_KEPT = 3 * len(LAYERS)


class TileArchives:
    """The archives open in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[tuple[str, str], TileArchive] = {}

    def held(self, snapshot_id: str, layer: str) -> TileArchive | None:
        """Return an archive that is open already, without looking at the disk."""
        return self._open.get((snapshot_id, layer))

    def of(self, snapshot_id: str, layer: str) -> TileArchive:
        """Return the archive of a layer of a published snapshot, opened the first time.

        The request is bound to the files of the snapshot.

        Raises
        ------
        UnknownResourceError
            When no snapshot of this id can be served, or when it has no such layer, listing those
            that it has.
        """
        snapshot = pinned_files(snapshot_id)
        layers = _layers_of(snapshot)
        if layer not in layers:
            raise UnknownResourceError(
                f"Pas de couche de tuiles « {said_back(layer)} » dans l'instantané {snapshot.id} ; "
                f"choisissez parmi : {', '.join(layers)}."
            )
        path = published_path(snapshot, archive_name(layer))
        with self._lock:
            if (snapshot.id, layer) not in self._open:
                self._open[snapshot.id, layer] = open_archive(path, snapshot.id)
                while len(self._open) > _KEPT:
                    self._open.pop(next(iter(self._open)))
            return self._open[snapshot.id, layer]


def archive_name(layer: str) -> str:
    """Name the file of a layer in a snapshot.

    >>> archive_name("communes")
    'tiles/communes.pmtiles'
    """
    return f"tiles/{layer}.pmtiles"


def current_archive(layer: str) -> TileArchive:
    """Return the archive of a layer of the current snapshot; see `TileArchives.of`.

    Raises
    ------
    NoSnapshotError
        When nothing can be served.
    """
    return tile_archive(current().id, layer)


def published_layers() -> list[str]:
    """Name the layers that the current snapshot has tiles of.

    Raises
    ------
    NoSnapshotError
        When nothing can be served.
    """
    return _layers_of(current().snapshot)


def _layers_of(snapshot: Snapshot) -> list[str]:
    """Name the layers that a snapshot has tiles of."""
    paths = published_paths(snapshot)
    return [layer for layer in LAYERS if archive_name(layer) in paths]


def attach_tiles(app: Flask, archives: TileArchives) -> None:
    """Give `app` the archives its requests read from."""
    app.extensions[_EXTENSION] = archives


def tile_archive(snapshot_id: str, layer: str) -> TileArchive:
    """Return the archive of a layer of a published snapshot; see `TileArchives.of`."""
    return cast(TileArchives, current_app.extensions[_EXTENSION]).of(snapshot_id, layer)
