"""The tiles of the sample, made as a build makes them, once for all the snapshots of the tests."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import geopandas as gpd
from shapely.geometry import Point, Polygon

from carto.drawing.tile_fields import LAYERS, properties
from geodata.storage.tiles import write_tiles
from tests.webapp.sample import FACTS, SQUARES, TABLES

FIRST_ZOOM, LAST_ZOOM = 6, 10


@cache
def sample_tiles() -> dict[str, bytes]:
    """Write the archives of communes and of places, by the name of their layer."""
    squares = [Polygon(SQUARES[row["code_insee"]]) for row in TABLES["communes"]]
    points = [Point(row["longitude"], row["latitude"]) for row in TABLES["sites"]]
    return {"communes": _archive("communes", squares), "lieux": _archive("lieux", points)}


def _archive(name: str, shapes: list[Polygon] | list[Point]) -> bytes:
    """Write the archive of a layer."""
    layer = LAYERS[name]
    indicators = layer.indicators(FACTS)
    said = [properties(layer, row, indicators) for row in TABLES[layer.contract.name]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.pmtiles"
        drawn = gpd.GeoSeries(shapes, crs=4326)
        write_tiles(drawn, said, path, title=layer.title, min_zoom=FIRST_ZOOM)
        return path.read_bytes()
