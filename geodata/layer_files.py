"""The whole layers of a snapshot as files for other tools, beside its GeoParquet tables.

Each format holds what its readers can open: a spreadsheet of the communes of France is at its
limit, and their GeoJSON would weigh two hundred megabytes. What is left out for one layer is there
in its other formats, and for each territory on its own page.

The tables that are not drawn are there as CSV, which everybody opens, when they are small: the
fibre quarter by quarter, what the verdicts rest on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from carto.contracts import TableContract
from carto.layers import DRAWN_LAYERS, LAYERS, layer_name
from carto.tables.geography import PASSAGES
from carto.tables.places import SITES
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from geodata.export_formats.csv_file import write_csv
from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.geojson_file import write_geojson
from geodata.export_formats.geopackage import write_drawn_geopackage
from geodata.export_formats.xlsx_file import write_xlsx
from geodata.place_names import place_names
from geodata.second_process import SecondProcess
from geodata.storage.draft import DraftSnapshot
from geodata.storage.durable_files import disk_errors
from geodata.storage.geoparquet import BBOX
from geodata.storage.manifest import LAYER_FILES, describe_schema

if TYPE_CHECKING:
    import pandas as pd

Report = Callable[[str], None]
Write = Callable[[ExportedTable, Path], None]

# Cells worth two processes: below, the second one would take longer to start.
_MANY_CELLS = 1_000_000
# A table that is not drawn is computed from, seldom looked at: it is CSV when that costs little.
_FEW_CELLS = 1_000_000
_PLAIN = "csv"
_ASIDE = "partiel-"


@dataclass(frozen=True)
class LayerFormat:
    """A format: its French name, its media type, the cells that its readers can open."""

    suffix: str
    label: str
    mediatype: str
    most_cells: int
    write: Write


# Name of a file → contract of the table that it holds.
_CONTRACTS: Mapping[str, TableContract] = {
    layer_name(contract.name): contract
    for contract in (*SNAPSHOT_TABLES.values(), PASSAGES, *COMPLEMENTS.values())
}
# Raised when the same tables are written otherwise: other sheets, other words, another dictionary.
# A new version of the software then publishes its files under an id of their own, instead of
# keeping those of the version before.
WRITTEN_FORM = 3
FORMATS = (
    LayerFormat(
        "xlsx",
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        4_000_000,
        write_xlsx,
    ),
    LayerFormat("csv", "CSV", "text/csv", 4_000_000, write_csv),
    LayerFormat("geojson", "GeoJSON", "application/geo+json", 2_000_000, write_geojson),
    LayerFormat(
        "gpkg", "GeoPackage", "application/geopackage+sqlite3", 100_000_000, write_drawn_geopackage
    ),
)


@dataclass(frozen=True)
class LayerFile:
    """A file to write, by the process that is free.

    Attributes
    ----------
    folder
        Of the draft.
    name
        Of the layer, or of a table that is none.
    format_index
        Which of `FORMATS`.
    snapshot_id
        What the snapshot will be called.
    facts
        What the build says of itself.
    """

    folder: Path
    name: str
    format_index: int
    snapshot_id: str
    facts: Mapping[str, Any]

    @property
    def path(self) -> str:
        """Where it lies in the snapshot."""
        return f"{LAYER_FILES}{self.name}.{self.format.suffix}"

    @property
    def format(self) -> LayerFormat:
        """Its format."""
        return FORMATS[self.format_index]

    @property
    def contract(self) -> TableContract:
        """Of the table that it holds."""
        return _CONTRACTS[self.name]

    @property
    def cells(self) -> int:
        """How many values the table has."""
        metadata = pq.read_metadata(self.folder / f"{self.contract.name}.parquet")
        return int(metadata.num_rows) * len(self.contract.columns)

    def write(self) -> None:
        """Read the published table, and write the file: whole, or not at all.

        Raises
        ------
        OSError
            When the disk refuses.
        """
        contract = self.contract
        with pq.ParquetFile(self.folder / f"{contract.name}.parquet") as file:
            rows = file.read().replace_schema_metadata(None)
        rows = rows.drop_columns([BBOX] if BBOX in rows.column_names else [])
        descriptor = {
            "name": contract.name,
            "title": contract.title,
            "schema": describe_schema(contract),
        }
        exported = ExportedTable(
            descriptor,
            dict(self.facts),
            self.snapshot_id,
            rows,
            place_names=place_names(self.folder / f"{SITES.name}.parquet"),
        )
        path = self.folder / self.path
        path.parent.mkdir(exist_ok=True)
        aside = path.with_name(f"{_ASIDE}{path.name}")
        try:
            self.format.write(exported, aside)
        except RuntimeError as refusal:  # GDAL's, when the disk refuses
            raise OSError(f"« {self.path} » n'a pas pu être écrit") from refusal
        aside.replace(path)


def layer_file_paths(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """List the files that whole layers will have: it only depends on how many rows they have.

    Parameters
    ----------
    tables
        Published tables by name.
    """
    found = []
    for name, contract in _CONTRACTS.items():
        cells = len(tables.get(contract.name, ())) * len(contract.columns)
        most = {one.suffix: one.most_cells for one in FORMATS}
        if name not in DRAWN_LAYERS:
            most = {_PLAIN: most[_PLAIN] if name in LAYERS else _FEW_CELLS}
        found += [f"{LAYER_FILES}{name}.{suffix}" for suffix in most if 0 < cells <= most[suffix]]
    return found


def write_layer_files(
    draft: DraftSnapshot, facts: Mapping[str, Any], second: SecondProcess, report: Report
) -> None:
    """Write the files of the whole layers into the draft, which holds everything else.

    Parameters
    ----------
    draft
        Its tables are read; its id must not change any more.
    facts
        What the build says of itself; `layer_files` lists the files.
    second
        The other process, for large layers.
    report
        Called with one line.
    """
    report("couches à télécharger")
    wanted = set(facts["layer_files"])
    snapshot_id = draft.future_id(facts)
    files = [
        LayerFile(draft.folder, name, index, snapshot_id, facts)
        for index in range(len(FORMATS))
        for name in _CONTRACTS
    ]
    files = [file for file in files if file.path in wanted]
    with disk_errors("d'écrire les couches à télécharger"):
        if _are_large(files):
            second.share(LayerFile.write, files)
            second.dismiss()
        complete(files, draft.folder / LAYER_FILES)
    for file in files:
        title = f"{file.contract.title} : {file.format.label}"
        draft.take_file(file.path, title=title, mediatype=file.format.mediatype)


def complete(files: Iterable[LayerFile], folder: Path) -> None:
    """Write what the other process did not, or was not asked to, and clear what it left behind."""
    for file in files:
        if not (file.folder / file.path).exists():
            file.write()
    for left in folder.glob(f"{_ASIDE}*"):
        left.unlink()


def _are_large(files: Iterable[LayerFile]) -> bool:
    """Whether their tables have enough cells for two processes."""
    return sum({file.name: file.cells for file in files}.values()) > _MANY_CELLS
