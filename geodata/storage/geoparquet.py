"""GeoParquet 1.1: a canonical table as one file, the same bytes for the same contents.

A `bbox` column (the covering of GeoParquet 1.1) lets a reader of a small area skip the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import CRS

ROWS_PER_GROUP = 4096
ZSTD_LEVEL = 3
WGS84 = 4326
BBOX = "bbox"
BBOX_SIDES = ("xmin", "ymin", "xmax", "ymax")


def write_geoparquet(
    table: pa.Table, path: Path, about: Mapping[str, object] | None = None
) -> None:
    """Write a canonical table to `path`, with zstd.

    Parameters
    ----------
    table
        As `geodata.storage.canonical.canonical_table` returns it; one without geometry gives
        plain Parquet.
    path
        File to write.
    about
        What the file says of itself, as JSON values under the key `carto` of its footer; nothing
        when None.
    """
    geometry = geometry_name(table)
    statistics: Any = True
    if geometry is not None:
        statistics = [name for name in table.column_names if name != geometry]
        statistics += [f"{BBOX}.{side}" for side in BBOX_SIDES]
        table = _with_covering(table, geometry)
    with pq.ParquetWriter(
        path,
        table.schema,
        compression="zstd",
        compression_level=ZSTD_LEVEL,
        write_statistics=statistics,
    ) as writer:
        # an empty group of rows has no statistics, which GeoParquet asks of each group
        if len(table):
            writer.write_table(table, row_group_size=ROWS_PER_GROUP)
        # not in the schema, which Arrow writes once more inside the file
        if about is not None:
            writer.add_key_value_metadata({"carto": json.dumps(about, ensure_ascii=False)})


def geometry_name(table: pa.Table) -> str | None:
    """Name of the geometry of a canonical table, its only binary column; None without one."""
    return next((f.name for f in table.schema if pa.types.is_binary(f.type)), None)


def shapes_of(table: pa.Table) -> np.ndarray[Any, Any]:
    """Geometries of a canonical table that has some."""
    shapes: np.ndarray[Any, Any] = shapely.from_wkb(table[geometry_name(table)].to_numpy())
    return shapes


def _with_covering(table: pa.Table, geometry: str) -> pa.Table:
    """Add the bounding box of each geometry, and the metadata that GeoParquet 1.1 asks for."""
    shapes = shapes_of(table)
    boxes = pa.StructArray.from_arrays(list(shapely.bounds(shapes).T), names=list(BBOX_SIDES))
    nullable = table.schema.field(geometry).nullable
    table = table.append_column(pa.field(BBOX, boxes.type, nullable=nullable), boxes)
    return table.replace_schema_metadata({"geo": json.dumps(_geo_metadata(geometry, shapes))})


def _geo_metadata(geometry: str, shapes: np.ndarray[Any, Any]) -> dict[str, object]:
    """Contents of the `geo` key of the file."""
    column: dict[str, object] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in shapes}),
        "crs": CRS.from_epsg(WGS84).to_json_dict(),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {BBOX: {side: [BBOX, side] for side in BBOX_SIDES}},
    }
    if len(shapes):
        column["bbox"] = [float(side) for side in shapely.total_bounds(shapes)]
    return {"version": "1.1.0", "primary_column": geometry, "columns": {geometry: column}}
