"""Which snapshot a request is answered from: one, from its first to its last byte.

The file `latest` of the data folder is looked at once per request (one `stat`). When it has
changed, one thread verifies and reads the new snapshot while the others go on with the old one;
a new snapshot that cannot be served leaves the old one in place, with a warning on every page.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from dataclasses import replace
from typing import cast

from flask import Flask, current_app, g

from geodata.storage.data_dir import DataDir, is_snapshot_id
from geodata.storage.errors import SnapshotError, StorageError
from geodata.storage.snapshot import Snapshot, open_latest
from webapp.errors import NoSnapshotError, UnknownResourceError
from webapp.loaded_snapshot import LoadedSnapshot, load

NOTHING_PUBLISHED = (
    "Aucun instantané utilisable n'est publié ici : lancez `carto build --demo`, ou "
    "`carto build --config carto.toml` avec vos données."
)

_LOGGER = logging.getLogger(__name__)
_EXTENSION = "carto_snapshots"
_KEPT_EARLIER = 2

Stamp = tuple[int, int, int]


class SnapshotStore:
    """The snapshots that this process holds in memory: the current one and a few earlier ones.

    Parameters
    ----------
    data_dir
        Where snapshots are published.
    """

    def __init__(self, data_dir: DataDir) -> None:
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._stamp: Stamp | None = None
        self._current: LoadedSnapshot | None = None
        self._earlier: dict[str, LoadedSnapshot] = {}
        self._reload(self._read_stamp())

    def current(self) -> LoadedSnapshot:
        """Return the snapshot that `latest` names, loaded again if `latest` has changed.

        Raises
        ------
        NoSnapshotError
            When nothing can be served; the message says what to run.
        """
        stamp = self._read_stamp()
        if stamp != self._stamp and self._lock.acquire(blocking=self._current is None):
            try:
                if stamp != self._stamp:
                    self._reload(stamp)
            finally:
                self._lock.release()
        if self._current is None:
            raise NoSnapshotError(NOTHING_PUBLISHED)
        return self._current

    def by_id(self, snapshot_id: str) -> LoadedSnapshot:
        """Return one published snapshot, the current one or an earlier one.

        Pages opened before a publication still ask for the data of the snapshot they show.

        Raises
        ------
        UnknownResourceError
            When no snapshot of this id can be served.
        """
        if self._current is not None and self._current.id == snapshot_id:
            return self._current
        with self._lock:
            if snapshot_id not in self._earlier:
                self._keep(self._open(snapshot_id))
            return self._earlier[snapshot_id]

    def _open(self, snapshot_id: str) -> LoadedSnapshot:
        """Verify and read an earlier snapshot from disk."""
        if is_snapshot_id(snapshot_id) and snapshot_id in self._data_dir.published_ids():
            with suppress(SnapshotError):
                return load(Snapshot.open(self._data_dir.snapshot(snapshot_id)))
        raise UnknownResourceError(
            f"L'instantané « {snapshot_id[:20]} » n'est pas ou plus publié ici ; rechargez la page."
        )

    def _keep(self, loaded: LoadedSnapshot) -> None:
        """Hold an earlier snapshot, and let go of the oldest one held."""
        self._earlier[loaded.id] = loaded
        while len(self._earlier) > _KEPT_EARLIER:
            self._earlier.pop(next(iter(self._earlier)))

    def _reload(self, stamp: Stamp | None) -> None:
        """Open what `latest` names; on failure keep what is served and say why."""
        former = self._current
        try:
            snapshot, warnings = open_latest(self._data_dir)
            if former is not None and former.id == snapshot.id:
                self._current = replace(former, warnings=warnings)
            else:
                self._current = load(snapshot, warnings)
                if former is not None:
                    self._keep(former)
        except (SnapshotError, StorageError) as error:
            _LOGGER.error("%s", error)
            if former is not None:
                self._current = replace(former, warnings=(str(error),))
        self._stamp = stamp

    def _read_stamp(self) -> Stamp | None:
        """Return what changes when `latest` is swapped; None when the file is absent."""
        try:
            status = self._data_dir.latest.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino


def attach_store(app: Flask, store: SnapshotStore) -> None:
    """Give `app` the store its requests read from."""
    app.extensions[_EXTENSION] = store


def current() -> LoadedSnapshot:
    """Snapshot of this request: the same one until the answer is complete.

    Raises
    ------
    NoSnapshotError
        When nothing can be served.
    """
    if "snapshot" not in g:
        g.snapshot = _store().current()
    return cast(LoadedSnapshot, g.snapshot)


def pinned(snapshot_id: str) -> LoadedSnapshot:
    """Bind this request to the snapshot that its address names.

    Raises
    ------
    UnknownResourceError
        When no snapshot of this id can be served.
    """
    g.snapshot = _store().by_id(snapshot_id)
    return cast(LoadedSnapshot, g.snapshot)


def bound() -> LoadedSnapshot | None:
    """Snapshot that this request has used so far, None when it has used none."""
    return cast("LoadedSnapshot | None", g.get("snapshot"))


def _store() -> SnapshotStore:
    return cast(SnapshotStore, current_app.extensions[_EXTENSION])
