"""TopoJSON of a territory: its communes and the outlines of its EPCI, borders drawn once.

Neighbours share arcs, so a border has one shape at every zoom, no sliver and no gap, and EPCI
outlines cost a few indices. Only codes travel here; values are joined by the reader.
"""

from __future__ import annotations

import json
from typing import Any

import geopandas as gpd
import shapely
from topojson.core.topology import Topology

from carto.coverage import as_coverage

WGS84 = 4326
TOLERANCE_M = 200.0
GRID = 100_000


def territory_topology(
    communes: gpd.GeoDataFrame, epsg: int, tolerance_m: float = TOLERANCE_M
) -> bytes:
    """Build the topology of a territory.

    Parameters
    ----------
    communes
        Its communes in EPSG:4326 (mended where they overlap); columns `code_insee`,
        `siren_epci` (missing for a commune without EPCI) and `geometry`, in any order.
    epsg
        Metric projection of the territory, in which it is simplified.
    tolerance_m
        Detail given up, in metres: corners whose triangle is smaller than its square go
        (Visvalingam), on both sides of a border alike.

    Returns
    -------
    bytes
        TopoJSON in WGS 84 on a grid of 100,000 steps; object `communes` (property `code`: INSEE
        code) and object `epci` (property `code`: SIREN), whose outlines are those of the members
        in this territory. The same bytes for the same communes.
    """
    simple = communes[["code_insee", "siren_epci", "geometry"]].sort_values("code_insee")
    shapes = shapely.normalize(simple.to_crs(epsg).geometry.to_numpy())
    simple["geometry"] = gpd.GeoSeries(
        shapely.coverage_simplify(as_coverage(shapes), tolerance_m), index=simple.index, crs=epsg
    )
    members = simple[simple["siren_epci"].notna()]
    outlines = members.dissolve("siren_epci", method="coverage").reset_index()
    objects = {
        "communes": _coded(simple, "code_insee"),
        "epci": _coded(outlines, "siren_epci"),
    }
    drawn = {name: frame for name, frame in objects.items() if len(frame)}
    topology: dict[str, Any] = Topology(
        list(drawn.values()), object_name=list(drawn), prequantize=GRID
    ).to_dict()
    written = {
        "type": "Topology",
        "bbox": topology["bbox"],
        "transform": topology["transform"],
        "objects": {name: _collection(topology["objects"].get(name)) for name in objects},
        "arcs": topology["arcs"],
    }
    return json.dumps(written, separators=(",", ":")).encode()


def _coded(frame: gpd.GeoDataFrame, code: str) -> gpd.GeoDataFrame:
    """Geometries in WGS 84 with their code alone."""
    return frame[[code, "geometry"]].rename(columns={code: "code"}).to_crs(WGS84)


def _collection(found: dict[str, Any] | None) -> dict[str, Any]:
    """Describe one object, without the row numbers that the library gives as ids."""
    geometries = found["geometries"] if found else []
    for geometry in geometries:
        geometry.pop("id", None)
    return {"type": "GeometryCollection", "geometries": geometries}
