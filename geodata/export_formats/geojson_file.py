"""GeoJSON (RFC 7946): WGS 84, rings counterclockwise, stable ids, null where unknown."""

from __future__ import annotations

import json
from pathlib import Path

import shapely

from geodata.export_formats.exported_table import ExportedTable
from geodata.storage.geoparquet import shapes_of


def write_geojson(exported: ExportedTable, path: Path) -> None:
    """Write a FeatureCollection; its member `about` tells the columns and the sources."""
    shapes = shapely.to_geojson(shapes_of(exported.rows))
    head = {
        "type": "FeatureCollection",
        "snapshot": exported.snapshot_id,
        "title": exported.title,
        "about": exported.description(),
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [')
        rows = zip(exported.keys(), exported.records(), shapes, strict=True)
        for position, (key, record, shape) in enumerate(rows):
            feature_id = json.dumps(key)
            properties = json.dumps(record, ensure_ascii=False)
            file.write(",\n" if position else "\n")
            file.write(
                f'{{"type": "Feature", "id": {feature_id}, "properties": {properties}, '
                f'"geometry": {shape}}}'
            )
        file.write("\n]}\n")
