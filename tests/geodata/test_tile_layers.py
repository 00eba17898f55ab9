"""Layers of tiles: which shapes, from which zoom, and no région that is cut."""

from __future__ import annotations

import gzip
from collections import defaultdict

import geopandas as gpd
import mapbox_vector_tile
from pmtiles.reader import MemorySource, all_tiles
from shapely import box

from carto.codes import DEPARTEMENTS
from geodata.tile_layers import COMMUNES_MIN_ZOOM, whole_regions
from tests.demo import Built


def departements(*codes: str) -> gpd.GeoDataFrame:
    """Squares side by side."""
    regions = [DEPARTEMENTS[code][1] for code in codes]
    squares = [box(rank, 0, rank + 1, 1) for rank in range(len(codes))]
    frame = {"code_departement": list(codes), "region": regions}
    return gpd.GeoDataFrame(frame, geometry=squares, crs=4326)


def test_a_region_is_drawn_whole_or_not_at_all() -> None:
    found = whole_regions(departements("22", "29", "35", "56", "44", "2A", "2B"))
    assert found["region"].to_list() == ["53", "94"]
    assert [shape.bounds for shape in found.geometry] == [(0, 0, 4, 1), (5, 0, 7, 1)]
    assert found.crs == 4326
    assert whole_regions(departements("29")).empty


def test_no_commune_is_missing_at_the_zooms_where_communes_are_shown(built_demo: Built) -> None:
    found = defaultdict(set)
    archive = built_demo.snapshot.path("tiles/communes.pmtiles").read_bytes()
    for (zoom, _, _), data in all_tiles(MemorySource(archive)):
        layer = mapbox_vector_tile.decode(gzip.decompress(data))["communes"]
        found[zoom] |= {feature["properties"]["code"] for feature in layer["features"]}
    assert sorted(found) == list(range(COMMUNES_MIN_ZOOM, 11))
    assert all(codes == set(built_demo.by_code()) for codes in found.values())
