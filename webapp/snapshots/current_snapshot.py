"""Which snapshot a request is answered from: one, from its first to its last byte.

The file `latest` of the data folder is looked at once per request (one `stat`). When it has
changed, one thread verifies and reads the new snapshot while the others go on with the old one;
a new snapshot that cannot be served leaves the old one in place, with a warning on every page.

Pages opened before a publication still ask for the data of the snapshot they show. An earlier
snapshot is verified once by each process; its tables are read only for answers made from them.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from dataclasses import replace
from typing import cast

from flask import Flask, current_app, g

from carto.said_back import said_back
from geodata.storage.data_dir import DataDir, is_snapshot_id
from geodata.storage.errors import SnapshotError, StorageError
from geodata.storage.snapshot import Snapshot, open_latest
from webapp.errors import NoSnapshotError, UnknownResourceError
from webapp.snapshots.compatibility import require_same_software
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

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
        self._earlier_lock = threading.Lock()
        self._verified: dict[str, Snapshot | None] = {}
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
        """Return one published snapshot with its tables, the current one or an earlier one.

        Raises
        ------
        UnknownResourceError
            When no snapshot of this id can be served.
        """
        current = self._current
        if current is not None and current.id == snapshot_id:
            return current
        with self._earlier_lock:
            if snapshot_id not in self._earlier:
                snapshot = self._open(snapshot_id)
                try:
                    self._keep(load(snapshot))
                except SnapshotError:
                    raise _not_here(snapshot_id) from None
            return self._earlier[snapshot_id]

    def files_of(self, snapshot_id: str) -> Snapshot:
        """Return one published snapshot for its files, without reading its tables.

        Raises
        ------
        UnknownResourceError
            When no snapshot of this id can be served.
        """
        current = self._current
        if current is not None and current.id == snapshot_id:
            return current.snapshot
        with self._earlier_lock:
            return self._open(snapshot_id)

    def _open(self, snapshot_id: str) -> Snapshot:
        """Open an earlier snapshot, verified the first time and remembered either way."""
        if snapshot_id not in self._verified:
            if not is_snapshot_id(snapshot_id) or (
                snapshot_id not in self._data_dir.published_ids()
            ):
                raise _not_here(snapshot_id)
            self._verified[snapshot_id] = None
            with suppress(SnapshotError):
                self._verified[snapshot_id] = Snapshot.open(self._data_dir.snapshot(snapshot_id))
        snapshot = self._verified[snapshot_id]
        if snapshot is None:
            raise _not_here(snapshot_id)
        return snapshot

    def _keep(self, loaded: LoadedSnapshot) -> None:
        """Hold an earlier snapshot, and let go of the oldest one held."""
        self._verified[loaded.id] = loaded.snapshot
        self._earlier[loaded.id] = loaded
        while len(self._earlier) > _KEPT_EARLIER:
            self._earlier.pop(next(iter(self._earlier)))

    def _reload(self, stamp: Stamp | None) -> None:
        """Open what `latest` names; on failure keep what is served and say why."""
        former = self._current
        try:
            snapshot, warnings = open_latest(self._data_dir, require_same_software)
            if former is not None and former.id == snapshot.id:
                self._current = replace(former, warnings=warnings)
            else:
                self._current = self._held(snapshot, warnings) or load(snapshot, warnings)
                if former is not None:
                    with self._earlier_lock:
                        self._keep(former)
        except (SnapshotError, StorageError) as error:
            _LOGGER.error("%s", error)
            if former is not None:
                self._current = replace(former, warnings=(str(error),))
        finally:
            self._stamp = stamp

    def _held(self, snapshot: Snapshot, warnings: tuple[str, ...]) -> LoadedSnapshot | None:
        """Take back an earlier snapshot still in memory: a rollback waits for no reading."""
        with self._earlier_lock:
            held = self._earlier.pop(snapshot.id, None)
        return held and replace(held, warnings=warnings)

    def _read_stamp(self) -> Stamp | None:
        """Return what changes when `latest` is swapped; None when the file is absent."""
        try:
            status = self._data_dir.latest.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino


def _not_here(snapshot_id: str) -> UnknownResourceError:
    """Error for an id under which nothing can be served."""
    return UnknownResourceError(
        f"L'instantané « {said_back(snapshot_id)} » n'est pas ou plus publié ici : rechargez la "
        "page, ou choisissez-en un de /api/v1/snapshots ; sans son identifiant, l'adresse d'un "
        "fichier mène à celui qui est servi (/donnees/couches/communes.gpkg)."
    )


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


def served() -> LoadedSnapshot | None:
    """Snapshot that is served now, None when there is none; this request is not bound to it."""
    try:
        return _store().current()
    except NoSnapshotError:
        return None


def bind(snapshot: LoadedSnapshot) -> None:
    """Bind this request to a snapshot."""
    g.snapshot = snapshot


def pinned(snapshot_id: str) -> LoadedSnapshot:
    """Bind this request to the snapshot that its address names.

    Raises
    ------
    UnknownResourceError
        When no snapshot of this id can be served.
    """
    g.snapshot = _store().by_id(snapshot_id)
    return cast(LoadedSnapshot, g.snapshot)


def pinned_files(snapshot_id: str) -> Snapshot:
    """Bind this request to the files of the snapshot that its address names.

    Raises
    ------
    UnknownResourceError
        When no snapshot of this id can be served.
    """
    g.files = _store().files_of(snapshot_id)
    return cast(Snapshot, g.files)


def bound() -> LoadedSnapshot | None:
    """Snapshot whose tables this request has used so far, None when it has used none."""
    return cast("LoadedSnapshot | None", g.get("snapshot"))


def bound_id() -> str | None:
    """Id of the snapshot whose tables or files this request has used, None for neither."""
    snapshot: LoadedSnapshot | Snapshot | None = bound() or g.get("files")
    return None if snapshot is None else snapshot.id


def _store() -> SnapshotStore:
    return cast(SnapshotStore, current_app.extensions[_EXTENSION])
