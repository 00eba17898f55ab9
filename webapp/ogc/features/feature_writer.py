"""Features written as GeoJSON, as many as a page holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from webapp.ogc.features.asked_items import AskedShape
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import CRS84, project

_POLYGON = '{"type":"Polygon","coordinates":'
_POLYGONS = '{"type":"MultiPolygon","coordinates":'


def write_features(
    table: FeatureTable, positions: Sequence[int], shape: AskedShape
) -> list[dict[str, Any]]:
    """Write some features.

    Parameters
    ----------
    table
        The collection.
    positions
        Which of them, in the order to write them.
    shape
        How they are written.

    Returns
    -------
    list of dict
        Ready for orjson; geometries are already text.
    """
    if not len(positions):
        return []
    ids = table.ids.at(positions)
    geometries = _geometries(table, np.asarray(positions, dtype=np.int64), shape)
    return [
        {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}
        for id_, geometry, properties in zip(
            ids, geometries, _properties(table, positions, shape), strict=True
        )
    ]


def _properties(
    table: FeatureTable, positions: Sequence[int], shape: AskedShape
) -> list[dict[str, Any]]:
    """Give the properties asked for."""
    rows = table.rows.at(positions)
    if len(shape.names) == len(table.fields):
        return [dict(row) for row in rows]
    return [{name: row[name] for name in shape.names} for row in rows]


def _geometries(
    table: FeatureTable, positions: NDArray[np.int64], shape: AskedShape
) -> Sequence[orjson.Fragment | None]:
    """Write the geometries; None where none is asked for or a system cannot hold it."""
    if not shape.has_geometry:
        return [None] * len(positions)
    # Lazily: only the interfaces of GIS clients need a geometry library.
    import shapely  # noqa: PLC0415

    shapes = table.shapes(positions)
    if shape.system is not CRS84:
        shapes = project(shapes, shape.system.of_longitudes)
    is_held = np.asarray(np.isfinite(shapely.bounds(shapes)).all(axis=1))
    return [
        orjson.Fragment(_as_many(text)) if held else None
        for text, held in zip(shapely.to_geojson(shapes), is_held, strict=True)
    ]


def _as_many(text: str) -> str:
    """Write a polygon as one of several, so that all the features of a layer have one type.

    >>> _as_many('{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}')
    '{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}'
    >>> _as_many('{"type":"Point","coordinates":[0,0]}')
    '{"type":"Point","coordinates":[0,0]}'
    """
    if not text.startswith(_POLYGON):
        return text
    return f"{_POLYGONS}[{text.removeprefix(_POLYGON).removesuffix('}')}]}}"
