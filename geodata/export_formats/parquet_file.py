"""GeoParquet as in the snapshot, with its dictionary and its sources inside."""

from __future__ import annotations

from pathlib import Path

from geodata.export_formats.exported_table import ExportedTable
from geodata.storage.geoparquet import write_geoparquet


def write_parquet(exported: ExportedTable, path: Path) -> None:
    """Write the rows with their shapes; a table without shapes gives plain Parquet."""
    write_geoparquet(exported.rows, path, exported.description())
