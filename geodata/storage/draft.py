"""A draft snapshot: a folder written aside, without a reader, until one rename publishes it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING

from carto.contracts import TableContract
from geodata.column_meanings import named_meanings, shown_fields
from geodata.storage.canonical import canonical_table
from geodata.storage.content_hash import content_hash
from geodata.storage.csv_table import CsvRow, csv_bytes
from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors, rename_durably, sync_tree
from geodata.storage.errors import SnapshotError, StorageError
from geodata.storage.geoparquet import write_geoparquet
from geodata.storage.integrity import verify_folder
from geodata.storage.manifest import (
    CSV,
    MANIFEST,
    PARQUET,
    SEAL,
    Resource,
    describe_columns,
    describe_package,
    measure,
    package_id,
    seal,
)
from geodata.storage.snapshot import Snapshot

if TYPE_CHECKING:
    import pandas as pd

_PREFIX = ".draft-"


class DraftSnapshot:
    """A snapshot in the making.

    Made by `create`, under the lock of the data folder. As a context manager it removes its
    folder when it was not published.

    Attributes
    ----------
    folder
        Where its files are written; no reader looks there.
    """

    def __init__(self, data_dir: DataDir, folder: Path) -> None:
        self.folder = folder
        self._data_dir = data_dir
        self._resources: dict[str, Resource] = {}

    @classmethod
    def create(cls, data_dir: DataDir) -> DraftSnapshot:
        """Start a draft, after removing those that dead builds left behind.

        Raises
        ------
        StorageError
            If the caller does not hold the lock, or the folder cannot be written.
        """
        if not data_dir.is_locked:
            raise StorageError(
                f"Verrou de « {data_dir.path} » non pris : un brouillon se crée sous "
                "`DataDir.lock()`."
            )
        with disk_errors(f"d'écrire dans « {data_dir.snapshots} »"):
            data_dir.snapshots.mkdir(parents=True, exist_ok=True)
            for orphan in data_dir.snapshots.glob(f"{_PREFIX}*"):
                _remove(orphan)
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=data_dir.snapshots))
        return cls(data_dir, folder)

    def __enter__(self) -> DraftSnapshot:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.folder.exists():
            _remove(self.folder)

    def write_table(self, contract: TableContract, frame: pd.DataFrame) -> None:
        """Write a table as `<name>.parquet`, rows sorted by key.

        Parameters
        ----------
        contract
            What the table promises; it is held to it.
        frame
            A GeoDataFrame in EPSG:4326 when the contract has a geometry.

        Raises
        ------
        carto.errors.ContractError
            If the table breaks its contract.
        StorageError
            If the file cannot be written, or the geometry is not in EPSG:4326.
        """
        table = canonical_table(frame, contract)
        path = f"{contract.name}.parquet"
        with disk_errors(f"d'écrire le fichier « {path} »"):
            write_geoparquet(table, self.folder / path, _about(contract))
        self._record(path, contract.title, PARQUET, contract, content_hash(table))

    def write_file(self, name: str, data: bytes, *, title: str, mediatype: str) -> None:
        """Write a file that is not a table.

        Parameters
        ----------
        name
            Relative path with `/`, inside the snapshot.
        data
            Its bytes.
        title
            French title for people.
        mediatype
            Its media type.

        Raises
        ------
        StorageError
            If it cannot be written.
        """
        path = self.folder / _inside(name)
        with disk_errors(f"d'écrire le fichier « {name} »"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self._record(name, title, mediatype)

    def write_csv(self, name: str, contract: TableContract, rows: Iterable[CsvRow]) -> None:
        """Write a table of text as CSV, sorted.

        Raises
        ------
        StorageError
            If it cannot be written.
        """
        with disk_errors(f"d'écrire le fichier « {name} »"):
            (self.folder / _inside(name)).write_bytes(csv_bytes(contract, rows))
        self._record(name, contract.title, CSV, contract)

    def take_file(self, name: str, *, title: str, mediatype: str) -> None:
        """Take a file that was written at its place in the folder, by this process or another.

        Parameters
        ----------
        name
            Relative path with `/`, inside the snapshot.
        title
            French title for people.
        mediatype
            Its media type.
        """
        with disk_errors(f"de lire le fichier « {name} »"):
            self._record(_inside(name), title, mediatype)

    def future_id(self, facts: Mapping[str, object]) -> str:
        """Tell the id that the snapshot will have if only files of layers are added."""
        return package_id([resource.describe() for resource in self._resources.values()], facts)

    def publish(self, facts: Mapping[str, object]) -> Snapshot:
        """Seal, verify, protect, rename once, then point `latest` to it.

        Parameters
        ----------
        facts
            What the build says of itself, as JSON values; `facts["method"]` counts in the id.

        Returns
        -------
        Snapshot
            The published snapshot. When a whole one with the same id exists already, it is kept
            and this draft is dropped; a damaged one is replaced.

        Raises
        ------
        StorageError
            If the disk refuses a step: whatever was served before still is.
        SnapshotError
            If the draft does not verify against its own manifest.
        """
        with disk_errors("de publier l'instantané"):
            manifest = describe_package(self._resources.values(), facts)
            data = json.dumps(manifest, ensure_ascii=False, indent=1, allow_nan=False).encode()
            (self.folder / MANIFEST).write_bytes(data)
            (self.folder / SEAL).write_bytes(seal(data))
            verify_folder(self.folder)
            _protect(self.folder)
            sync_tree(self.folder)
            target = self._data_dir.snapshot(str(manifest["id"]))
            if _is_whole(target):
                _remove(self.folder)
            else:
                self._move_to(target)
            self._data_dir.point_latest_to(target.name)
            return Snapshot.open(target)

    def _record(
        self,
        path: str,
        title: str,
        mediatype: str,
        contract: TableContract | None = None,
        content: str | None = None,
    ) -> None:
        """Take a written file into the manifest to be."""
        size, sha256 = measure(self.folder / path)
        self._resources[path] = Resource(path, title, mediatype, size, sha256, contract, content)

    def _move_to(self, target: Path) -> None:
        """Give the folder its name, in place of a damaged one that bears it."""
        damaged = target.with_name(f"{_PREFIX}damaged-{target.name}")
        if target.exists():
            target.rename(damaged)
        rename_durably(self.folder, target)
        if damaged.exists():
            _remove(damaged)


def _about(contract: TableContract) -> dict[str, object]:
    """Say in a file what its columns mean; the manifest beside it tells where they come from."""
    fields = shown_fields(describe_columns(contract.columns))
    return {"title": contract.title, "columns": named_meanings(fields)}


def _inside(name: str) -> str:
    """Return `name` if it is a plain relative path, so that no file is written elsewhere."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or name != path.as_posix():
        raise StorageError(f"« {name} » n'est pas un chemin relatif dans l'instantané.")
    return name


def _is_whole(folder: Path) -> bool:
    """Whether a published folder exists and verifies."""
    try:
        verify_folder(folder)
    except SnapshotError:
        return False
    return True


def _protect(folder: Path) -> None:
    """Let everyone read a folder and no one write it; before its rename, so that none is half done.

    A folder can be renamed beside itself whatever its own mode.
    """
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def _remove(folder: Path) -> None:
    """Remove a folder, read-only or not."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)
