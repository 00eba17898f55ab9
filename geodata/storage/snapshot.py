"""A published snapshot: verified against its manifest, read-only, without a writer.

This is what the web serves; reading it needs neither pandas nor geopandas.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from carto.typography import typeset
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.integrity import read_manifest, verify_folder
from geodata.storage.row_groups import may_hold_one_of_each, plain_columns, with_keys


@dataclass(frozen=True)
class Snapshot:
    """A folder that was verified when it was opened.

    Attributes
    ----------
    folder
        Where its files lie.
    manifest
        The Data Package descriptor.
    """

    folder: Path
    manifest: dict[str, Any]

    @classmethod
    def open(cls, folder: Path) -> Snapshot:
        """Open a snapshot after having verified every byte of it.

        Raises
        ------
        SnapshotError
            Naming the file that is missing, altered or not listed.
        """
        return cls(folder, verify_folder(folder))

    @property
    def id(self) -> str:
        """Id of the snapshot, made from its contents."""
        return str(self.manifest["id"])

    @property
    def facts(self) -> dict[str, Any]:
        """What the build said of itself: title, sources, checks, method, territories."""
        facts: dict[str, Any] = self.manifest["carto"]
        return facts

    @property
    def tables(self) -> dict[str, dict[str, Any]]:
        """Descriptors of the tables, by name."""
        return {r["name"]: r for r in self.manifest["resources"] if "contentHash" in r}

    def verify(self) -> None:
        """Verify the folder again: every file, every byte.

        Raises
        ------
        SnapshotError
            Naming the file that is missing, altered or not listed.
        """
        verify_folder(self.folder)

    def path(self, name: str) -> Path:
        """Path of one of its files.

        Parameters
        ----------
        name
            Relative path as in the manifest; nothing else can be reached.

        Raises
        ------
        SnapshotError
            If the manifest has no such file.
        """
        if not any(resource["path"] == name for resource in self.manifest["resources"]):
            raise SnapshotError(f"L'instantané « {self.id} » n'a pas de fichier « {name} ».")
        return self.folder / name

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Read a table as plain Python rows.

        Parameters
        ----------
        table
            Any table of the snapshot, for instance `communes` or `robustness`.

        Returns
        -------
        list of dict
            In the order of the key, without geometries; None where a value is missing. Equal
            values of a column are one object: those of France are mostly repeated.

        Raises
        ------
        SnapshotError
            If the snapshot has no such table.
        """
        columns = self.columns(table)
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def columns(self, table: str) -> dict[str, list[Any]]:
        """Read a table as plain Python columns, by name; see `rows`."""
        with self._reading(table) as (file, names):
            return plain_columns(file.read(columns=names))

    def rows_of(self, table: str, *keys: str) -> list[dict[str, Any]]:
        """Read the rows of a table that begin with a key, and nothing else of it.

        Parameters
        ----------
        table
            Any table of the snapshot.
        *keys
            Values of the first columns of its key, in their order: a `code_insee`, or the type
            and the code of a territory.

        Returns
        -------
        list of dict
            As `rows` gives them; empty when no row has the key.

        Raises
        ------
        SnapshotError
            If the snapshot has no such table.
        """
        with self._reading(table) as (file, names):
            columns = self.tables[table]["schema"]["primaryKey"][: len(keys)]
            wanted = {name: [key] for name, key in zip(columns, keys, strict=True)}
            groups = [
                group
                for group in range(file.metadata.num_row_groups)
                if may_hold_one_of_each(file.metadata.row_group(group), wanted)
            ]
            held = with_keys(file.read_row_groups(groups, columns=names), wanted)
        found = plain_columns(held)
        return [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]

    def columns_of(
        self, table: str, names: Sequence[str], wanted: Mapping[str, Collection[str]]
    ) -> dict[str, list[Any]]:
        """Read some columns of some rows, and no group of rows that has none of them.

        Parameters
        ----------
        table
            Any table of the snapshot.
        names
            Columns to give.
        wanted
            By column, the values that a row must have one of: codes, quarters.

        Returns
        -------
        dict
            Columns by name, as `columns` gives them.

        Raises
        ------
        SnapshotError
            If the snapshot has no such table.
        """
        kept = {name: sorted(values) for name, values in wanted.items()}
        with self._reading(table) as (file, _):
            groups = [
                group
                for group in range(file.metadata.num_row_groups)
                if may_hold_one_of_each(file.metadata.row_group(group), kept)
            ]
            read = file.read_row_groups(groups, columns=[*{**kept, **dict.fromkeys(names)}])
        return plain_columns(with_keys(read, kept).select(list(names)))

    @contextmanager
    def _reading(self, table: str) -> Iterator[tuple[pq.ParquetFile, list[str]]]:
        """Open the file of a table, with the names of its columns but the geometry."""
        if table not in self.tables:
            known = ", ".join(sorted(self.tables))
            raise SnapshotError(
                f"L'instantané « {self.id} » n'a pas de table « {table} ». Tables : {known}."
            )
        resource = self.tables[table]
        fields = resource["schema"]["fields"]
        names = [field["name"] for field in fields if field["type"] != "any"]
        # not `read_table`, which imports pandas
        with pq.ParquetFile(self.path(resource["path"])) as file:
            yield file, names


def open_latest(
    data_dir: DataDir, require: Callable[[Snapshot], None] | None = None
) -> tuple[Snapshot, tuple[str, ...]]:
    """Open the snapshot to serve: the latest one that is whole.

    Parameters
    ----------
    data_dir
        Where snapshots lie. `latest` says which to try, in order; when it names none that is
        whole, the other published folders are tried, newest first.
    require
        What more a reader asks of a snapshot: raises SnapshotError for one it cannot use, which
        is then passed over like a damaged one. Nothing more when None.

    Returns
    -------
    tuple
        The snapshot, and French warnings about those that were refused before it.

    Raises
    ------
    SnapshotError
        If none can be served, saying how to make one.
    """
    named = data_dir.latest_ids()
    others = [summary.id for summary in list_snapshots(data_dir) if summary.id not in named]
    warnings: list[str] = []
    for snapshot_id in [*named, *others]:
        try:
            snapshot = Snapshot.open(data_dir.snapshot(snapshot_id))
            if require is not None:
                require(snapshot)
        except SnapshotError as refusal:
            warnings.append(str(refusal))
            continue
        if snapshot_id in others:
            warnings.append(
                f"Le fichier « {data_dir.latest.name} » ne désigne aucun instantané utilisable."
            )
        if warnings:
            warnings.append(f"L'instantané « {snapshot_id} » est servi à la place.")
        return snapshot, tuple(typeset(warning) for warning in warnings)
    refused = " ".join(warnings)
    raise SnapshotError(
        f"Aucun instantané utilisable dans « {data_dir.path} » : lancez `carto build --demo`. "
        f"{refused}".strip()
    )


@dataclass(frozen=True)
class SnapshotSummary:
    """One line of `carto list`.

    Attributes
    ----------
    id, title, created
        As in the manifest; title and created are None when it cannot be read.
    is_current
        Whether `latest` points to it.
    bytes
        Sum of the sizes of its files.
    """

    id: str
    title: str | None
    created: str | None
    is_current: bool
    bytes: int


def list_snapshots(data_dir: DataDir) -> list[SnapshotSummary]:
    """List the published snapshots, newest first, without verifying their files."""
    current = data_dir.latest_ids()[:1]
    listed = []
    for snapshot_id in data_dir.published_ids():
        folder = data_dir.snapshot(snapshot_id)
        try:
            manifest = read_manifest(folder)
        except SnapshotError:
            manifest = {}
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        listed.append(
            SnapshotSummary(
                snapshot_id,
                manifest.get("title"),
                manifest.get("created"),
                snapshot_id in current,
                size,
            )
        )
    return sorted(listed, key=lambda summary: (summary.created or "", summary.id), reverse=True)
