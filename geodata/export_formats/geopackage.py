"""GeoPackage: a coloured layer under its published name; dictionary and sources as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyogrio
import shapely

from carto.layers import layer_name
from geodata.column_meanings import DICTIONARY_HEADER
from geodata.export_formats.exported_table import SOURCES_HEADER, ExportedTable
from geodata.export_formats.layer_drawing import CLASS_COLUMN, CLASS_FIELD, draw_table
from geodata.export_formats.qgis_style import qml
from geodata.storage.geoparquet import geometry_name, shapes_of

WGS84 = "EPSG:4326"
SAID_HEADER = ("sujet", "valeur")
_GEOMETRY = "geom"
# Tables of points; the others are of polygons, whether they have rows or not.
_POINTS = ("sites", "fibre")
# The version that every GIS of the last years reads and validates.
_VERSION = "1.3"


def write_geopackage(exported: ExportedTable, path: Path) -> None:
    """Write a GeoPackage, whose dates are those of the data, not of the export."""
    geometry = geometry_name(exported.rows)
    position = exported.rows.column_names.index(geometry)
    shapes = shapes_of(exported.rows)
    is_point = exported.name in _POINTS
    wkb = shapely.to_wkb(shapes if is_point else [_as_multipolygon(shape) for shape in shapes])
    field = pa.field(geometry, pa.binary())
    layer = exported.rows.set_column(position, field, pa.array(wkb, pa.binary()))
    fields = [*exported.fields]
    if exported.drawing is not None:
        layer = layer.append_column(CLASS_COLUMN, pa.array(exported.drawing.labels, pa.string()))
        fields.append(CLASS_FIELD)
    with _clock_at(exported.date):
        pyogrio.write_arrow(
            layer,
            path,
            layer=layer_name(exported.name),
            driver="GPKG",
            geometry_name=geometry,
            geometry_type="Point" if is_point else "MultiPolygon",
            crs=WGS84,
            dataset_options={"VERSION": _VERSION},
            layer_options={"IDENTIFIER": exported.title, "GEOMETRY_NAME": _GEOMETRY},
        )
        _append_table(path, "dictionnaire", DICTIONARY_HEADER, exported.dictionary(fields))
        _append_table(path, "sources", SOURCES_HEADER, exported.sources())
        _append_table(path, "a_propos", SAID_HEADER, exported.said())
        if exported.drawing is not None:
            _append_style(exported, path, is_point=is_point)


def write_drawn_geopackage(exported: ExportedTable, path: Path) -> None:
    """Write a GeoPackage coloured by the verdicts of its rows, or places by their nature."""
    drawing = draw_table(exported.name, exported.facts, exported.records())
    write_geopackage(replace(exported, drawing=drawing), path)


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


def _append_style(exported: ExportedTable, path: Path, *, is_point: bool) -> None:
    """Add the table where QGIS finds the style of a layer, with the style used by default."""
    if exported.drawing is None:
        return
    style = {
        "f_table_catalog": "",
        "f_table_schema": "",
        "f_table_name": layer_name(exported.name),
        "f_geometry_column": _GEOMETRY,
        "styleName": exported.drawing.title,
        "styleQML": qml(exported.drawing, [*exported.fields, CLASS_FIELD], is_point=is_point),
        "styleSLD": "",
        "useAsDefault": True,
        "description": exported.drawing.title,
        "owner": "",
        "ui": "",
        "update_time": f"{exported.date}T00:00:00.000Z",
    }
    table = pa.table({name: [value] for name, value in style.items()})
    pyogrio.write_arrow(
        table, path, layer="layer_styles", driver="GPKG", append=True, layer_options={"FID": "id"}
    )


@contextmanager
def _clock_at(date: str) -> Iterator[None]:
    """Make GDAL write the date of the data, so that two exports have the same bytes, and fast."""
    options = {
        "OGR_CURRENT_DATE": f"{date}T00:00:00.000Z",
        # A file is whole or thrown away: nothing to roll back, nothing to wait for at each step.
        "OGR_SQLITE_SYNCHRONOUS": "OFF",
        "OGR_SQLITE_JOURNAL": "MEMORY",
    }
    pyogrio.set_gdal_config_options(options)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(dict.fromkeys(options))
