"""Exports: a table of a snapshot, whole or for one territory, as a file for other tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from carto.group_code import read_group_code
from carto.tables.places import SITES
from carto.tables.standard_places import LIEUX_STANDARD
from geodata.errors import ExportError
from geodata.export_formats.csv_file import write_csv, write_french_csv
from geodata.export_formats.destination import write_to_path, write_to_stdout
from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.geojson_file import write_geojson
from geodata.export_formats.geopackage import write_drawn_geopackage
from geodata.export_formats.parquet_file import write_parquet
from geodata.export_formats.xlsx_file import write_xlsx
from geodata.place_names import place_names
from geodata.selection import selector
from geodata.standard_export import standard_rows
from geodata.storage.csv_table import csv_bytes
from geodata.storage.geoparquet import BBOX, geometry_name
from geodata.storage.snapshot import Snapshot

Warn = Callable[[str], None]

_LONGEST_PART = 60


@dataclass(frozen=True)
class Format:
    """A file format: its suffix, how it is written, what tables it can hold.

    `only` names the one table of a format made for it; `is_map` tells that rows must have a shape.
    """

    suffix: str
    write: Callable[[ExportedTable, Path], None]
    only: str | None = None
    is_map: bool = False


def _write_standard(exported: ExportedTable, path: Path) -> None:
    """Write places in the national standard."""
    dates = {source["id"]: source["date"] for source in exported.facts["sources"]}
    rows = standard_rows(exported.records(), dates)
    path.write_bytes(csv_bytes(LIEUX_STANDARD, rows))


FORMATS = {
    "csv": Format(".csv", write_csv),
    "csv-fr": Format(".fr.csv", write_french_csv),
    "geojson": Format(".geojson", write_geojson, is_map=True),
    "parquet": Format(".parquet", write_parquet),
    "standard": Format(".standard.csv", _write_standard, only="sites"),
    "gpkg": Format(".gpkg", write_drawn_geopackage, is_map=True),
    "xlsx": Format(".xlsx", write_xlsx),
}


def export(
    snapshot: Snapshot,
    table: str,
    format_name: str,
    territory: str | None,
    destination: Path,
    warn: Warn | None = None,
) -> Path:
    """Export a table.

    Parameters
    ----------
    snapshot
        A published snapshot.
    table
        A table of the snapshot, for instance `communes` or `robustness`.
    format_name
        A key of `FORMATS`.
    territory
        Département, EPCI or commune (see `geodata.selection.selector`); None for the whole table.
    destination
        File to write, or an existing folder, where the file is named after its contents.
    warn
        Called with one French line when there is no row to write.

    Returns
    -------
    Path
        What was written. An existing file is replaced at once, when the new one is whole; the
        bytes go into a device, a pipe or a link, which stays in place.

    Raises
    ------
    ExportError
        If the table, the format or the territory does not exist, saying which do; or if the file
        cannot be written.
    """
    exported = _choose(snapshot, table, format_name, territory, warn)
    chosen = FORMATS[format_name]
    path = destination
    if destination.is_dir():
        parts = [table, *([_file_part(territory)] if territory else []), snapshot.id]
        path = destination / ("-".join(parts) + chosen.suffix)
    write_to_path(partial(chosen.write, exported), chosen.suffix, path)
    return path


def _file_part(territory: str) -> str:
    """Write a territory as a part of the name of a file; many communes by their number.

    >>> _file_part("epci:242900801"), _file_part("groupe:" + "-".join(["29103"] * 30))
    ('epci-242900801', 'groupe-1-communes')
    """
    plain = territory.replace(":", "-")
    group = read_group_code(territory.partition(":")[2])
    if group is None or len(plain) <= _LONGEST_PART:
        return plain
    return f"groupe-{len(group.communes)}-communes"


def export_to_stdout(
    snapshot: Snapshot,
    table: str,
    format_name: str,
    territory: str | None,
    stdout: BinaryIO,
    warn: Warn | None = None,
) -> None:
    """Export a table to the standard output, with the bytes that a file would have.

    Parameters
    ----------
    snapshot, table, format_name, territory, warn
        As for `export`.
    stdout
        Binary stream; nothing is written to it before the export is whole.

    Raises
    ------
    ExportError
        As for `export`.
    BrokenPipeError
        When the reader of the stream has left.
    """
    exported = _choose(snapshot, table, format_name, territory, warn)
    chosen = FORMATS[format_name]
    write_to_stdout(partial(chosen.write, exported), chosen.suffix, stdout)


def _choose(
    snapshot: Snapshot, table: str, format_name: str, territory: str | None, warn: Warn | None
) -> ExportedTable:
    """Read what is asked for, after having refused names that do not exist."""
    _require(table, snapshot.tables, "Table", f"l'instantané « {snapshot.id} »")
    _require(format_name, FORMATS, "Format", "cette version")
    only = FORMATS[format_name].only
    if only not in (None, table):
        raise ExportError(
            f"Le format « {format_name} » n'écrit que la table « {only} » ; demandez-la, ou "
            "choisissez un autre format."
        )
    rows = _rows(snapshot, table, territory)
    if FORMATS[format_name].is_map and geometry_name(rows) is None:
        raise ExportError(
            f"La table « {table} » n'a pas de forme à dessiner ; choisissez csv, csv-fr, xlsx ou "
            "parquet."
        )
    if warn is not None and not rows.num_rows:
        where = f" pour « {territory} »" if territory else ""
        warn(f"la table « {table} » est vide{where} : seuls ses titres de colonnes sont écrits.")
    return ExportedTable(
        snapshot.tables[table],
        snapshot.facts,
        snapshot.id,
        rows,
        place_names=place_names(snapshot.path(snapshot.tables[SITES.name]["path"])),
    )


def _rows(snapshot: Snapshot, table: str, territory: str | None) -> pa.Table:
    """Rows of a table with their geometry, for one territory or all."""
    with pq.ParquetFile(snapshot.path(snapshot.tables[table]["path"])) as file:
        rows = file.read()
    if BBOX in rows.column_names:
        rows = rows.drop_columns([BBOX])
    rows = rows.replace_schema_metadata(None)
    if territory is None:
        return rows
    belongs = selector(snapshot, table, territory)
    return rows.filter(pa.array([belongs(row) for row in snapshot.rows(table)], pa.bool_()))


def _require(name: str, known: Iterable[str], what: str, where: str) -> None:
    """Refuse a name that does not exist, listing those that do."""
    if name not in known:
        raise ExportError(
            f"{what} « {name} » inconnu de {where}. Choisissez parmi : {', '.join(sorted(known))}."
        )
