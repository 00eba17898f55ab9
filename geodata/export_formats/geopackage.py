"""GeoPackage: a layer named after the table, its dictionary and its sources as tables."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyogrio
import shapely

from geodata.export_formats.exported_table import (
    DICTIONARY_HEADER,
    SOURCES_HEADER,
    ExportedTable,
)
from geodata.storage.geoparquet import geometry_name, shapes_of

WGS84 = "EPSG:4326"


def write_geopackage(exported: ExportedTable, path: Path) -> None:
    """Write a GeoPackage, whose dates are those of the snapshot, not of the export."""
    geometry = geometry_name(exported.rows)
    position = exported.rows.column_names.index(geometry)
    shapes = shapes_of(exported.rows)
    is_point = bool((shapely.get_type_id(shapes) == shapely.GeometryType.POINT).all())
    wkb = shapely.to_wkb(shapes if is_point else [_as_multipolygon(shape) for shape in shapes])
    field = pa.field(geometry, pa.binary())
    layer = exported.rows.set_column(position, field, pa.array(wkb, pa.binary()))
    with _clock_of(exported):
        pyogrio.write_arrow(
            layer,
            path,
            layer=exported.name,
            driver="GPKG",
            geometry_name=geometry,
            geometry_type="Point" if is_point else "MultiPolygon",
            crs=WGS84,
            layer_options={"IDENTIFIER": exported.title, "GEOMETRY_NAME": "geom"},
        )
        _append_table(path, "dictionnaire", DICTIONARY_HEADER, exported.dictionary())
        sources = [("Carto", exported.facts.get("title", ""), *[""] * 5, exported.snapshot_id)]
        _append_table(path, "sources", SOURCES_HEADER, [*sources, *exported.sources()])


def _as_multipolygon(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """Return the parts of a polygon or multipolygon as one multipolygon: a layer has one type."""
    return shapely.MultiPolygon(list(shapely.get_parts(shape)))


def _append_table(
    path: Path, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Add a table of text without geometry."""
    columns = zip(*rows, strict=True) if rows else ([] for _ in header)
    table = pa.table([pa.array(column, pa.string()) for column in columns], names=list(header))
    pyogrio.write_arrow(table, path, layer=name, driver="GPKG", append=True)


@contextmanager
def _clock_of(exported: ExportedTable) -> Iterator[None]:
    """Make GDAL write the date of the snapshot, so that two exports have the same bytes."""
    created = datetime.datetime.fromisoformat(exported.facts["created"])
    stamp = created.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": stamp})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
