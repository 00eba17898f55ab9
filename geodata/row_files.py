"""Rows that a reader chose of a table, written as a file.

The service judges and filters rows without the libraries of maps; GDAL, Shapely and workbooks are
for a process of their own, which ends with its file (`geodata.row_process`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.geojson_file import write_geojson
from geodata.export_formats.geopackage import write_geopackage
from geodata.export_formats.parquet_file import write_parquet
from geodata.export_formats.xlsx_file import write_xlsx
from geodata.row_request import RowRequest

_GEOMETRY = "geometry"
_ROWS_AT_ONCE = 500
_TYPES = {"number": pa.float64(), "integer": pa.int64(), "boolean": pa.bool_()}


WRITERS: Mapping[str, Callable[[ExportedTable, Path], None]] = {
    "xlsx": write_xlsx,
    "geojson": write_geojson,
    "gpkg": write_geopackage,
    "parquet": write_parquet,
}


def row_file(request: RowRequest, suffix: str) -> bytes:
    """Write rows as a file.

    Parameters
    ----------
    request
        The rows.
    suffix
        A key of `WRITERS`.

    Returns
    -------
    bytes
        The file; the same rows give the same bytes.
    """
    exported = ExportedTable(
        descriptor=dict(request.descriptor),
        facts=dict(request.facts),
        snapshot_id=request.snapshot_id,
        rows=_rows(request, with_shapes=suffix != "xlsx"),
        drawing=request.drawing,
        notes=request.notes,
    )
    with TemporaryDirectory(prefix="carto-") as folder:
        path = Path(folder) / f"rows.{suffix}"
        WRITERS[suffix](exported, path)
        return path.read_bytes()


def _rows(request: RowRequest, *, with_shapes: bool) -> pa.Table:
    """Put the rows in a canonical table, in their order, with their shapes."""
    fields = [f for f in request.descriptor["schema"]["fields"] if f["type"] != "any"]
    columns = list(zip(*request.records, strict=True)) or [()] * len(fields)
    arrays = [
        pa.array(values, _TYPES.get(field["type"], pa.string()))
        for field, values in zip(fields, columns, strict=True)
    ]
    table = pa.table(arrays, names=[field["name"] for field in fields])
    if not with_shapes:
        return table
    (key,) = request.descriptor["schema"]["primaryKey"]
    keys = table[key].to_pylist()
    shapes = _shapes(Path(request.shapes), key, frozenset(keys))
    return table.append_column(_GEOMETRY, pa.array([shapes[code] for code in keys], pa.binary()))


def _shapes(path: Path, key: str, wanted: frozenset[str]) -> dict[str, bytes | None]:
    """Read the shapes of some rows, a few rows at a time: a process of its own stays small."""
    found: dict[str, bytes | None] = {}
    with pq.ParquetFile(path) as file:
        groups = [
            number
            for number in range(file.num_row_groups)
            if _may_hold(file.metadata.row_group(number), key, wanted)
        ]
        read = file.iter_batches(_ROWS_AT_ONCE, groups, [key, _GEOMETRY], use_threads=False)
        for batch in read:
            rows = zip(batch[key].to_pylist(), batch[_GEOMETRY].to_pylist(), strict=True)
            found.update((one, shape) for one, shape in rows if one in wanted)
    return found


def _may_hold(group: pq.RowGroupMetaData, key: str, wanted: frozenset[str]) -> bool:
    """Whether a group of rows has a key between the first and the last that are wanted."""
    columns = map(group.column, range(group.num_columns))
    known = next(column for column in columns if column.path_in_schema == key).statistics
    if known is None or not known.has_min_max or not wanted:
        return bool(wanted)
    return bool(known.min <= max(wanted) and min(wanted) <= known.max)
