"""Project the boundaries of a territory into the view box of its map (build time only).

Boundaries are simplified as a coverage, so that neighbours keep sharing their border and no
commune disappears, in the legal metric projection, then rounded to half a pixel.
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from carto.coverage import dissolve
from carto.crs import projection_name
from carto.drawing.path_data import path_data
from carto.drawing.projecting.anchors import anchors
from carto.drawing.shapes import MapShapes, Point
from carto.drawing.town_names import SITE_ROOM, choose_names
from carto.drawing.view_box import Box, fit_width

WIDTH = 900
SHARPNESS_PX = 3.5


def project_shapes(
    communes: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame | None,
    *,
    territory: str,
    epsg: int,
    width: int = WIDTH,
) -> MapShapes:
    """Project and simplify the communes of a territory for drawing.

    Parameters
    ----------
    communes
        Columns `code_insee`, `nom`, `population` (may be missing), `siren_epci` (may be
        missing) and polygons, in any declared CRS; borders must match exactly (a coverage, see
        `carto.zones`).
    sites
        Columns `id` and points, in any declared CRS; places outside the view box are left out.
        None: no place.
    territory
        French name of the territory.
    epsg
        Metric projection, see `carto.crs.metric_crs`.
    width
        Width of the view box; the height follows from the shape, at most 1.4 times the width.

    Returns
    -------
    MapShapes
        With a path and an anchor for every commune given.
    """
    table = _projected(communes, epsg, "code_insee")
    polygons = table.geometry.to_numpy()
    box = fit_width(shapely.total_bounds(polygons), width)
    drawn = _simplify(polygons, SHARPNESS_PX / box.scale)
    boxed = shapely.transform(drawn, box.place)
    codes = table["code_insee"].tolist()
    points = dict(zip(codes, anchors(boxed), strict=True))
    placed = _project_sites(sites, epsg, box)
    epci = table["siren_epci"].fillna(table["code_insee"])
    borders, outline = path_data(borders_between(boxed, epci.to_numpy(dtype=str)))
    return MapShapes(
        territory=territory,
        width=width,
        height=box.height,
        epsg=epsg,
        projection=projection_name(epsg),
        units_per_km=round(1000 * box.scale, 6),
        units=dict(zip(codes, path_data(boxed), strict=True)),
        anchors=points,
        borders=borders,
        outline=outline,
        sites=placed,
        names=choose_names(_most_populated(table, points), placed.values(), width),
    )


def _projected(table: gpd.GeoDataFrame, epsg: int, key: str) -> gpd.GeoDataFrame:
    """Project a table and sort it by key, unless it is already what it should be."""
    if table.crs is None or table.crs.to_epsg() != epsg:
        table = table.to_crs(epsg)
    return table if table[key].is_monotonic_increasing else table.sort_values(key)


def _simplify(polygons: NDArray[np.object_], tolerance_m: float) -> NDArray[np.object_]:
    """Simplify a coverage; a polygon that would vanish keeps its full outline."""
    simple = shapely.coverage_simplify(polygons, tolerance_m)
    return np.where(shapely.is_empty(simple), polygons, simple)


def borders_between(shapes: NDArray[np.object_], groups: NDArray[np.str_]) -> NDArray[np.object_]:
    """Lines that separate two groups of shapes, without the outer outline; then that outline."""
    outline = dissolve(shapes)
    names = np.unique(groups)
    if len(names) == 1:
        return np.array([shapely.LineString(), outline])
    members = np.array([dissolve(shapes[groups == name]) for name in names])
    inner = shapely.difference(
        shapely.union_all(shapely.boundary(members)), shapely.boundary(outline)
    )
    return np.array([shapely.line_merge(inner), outline])


def _project_sites(sites: gpd.GeoDataFrame | None, epsg: int, box: Box) -> dict[str, Point]:
    """Points of the places whose mark fits in the view box, in the order of their ids."""
    if sites is None or sites.empty:
        return {}
    table = _projected(sites, epsg, "id")
    points = table.geometry.to_numpy()
    placed = box.place(np.column_stack([shapely.get_x(points), shapely.get_y(points)]))
    room = np.array([box.width, box.height]) - SITE_ROOM
    fits = np.flatnonzero(((placed >= SITE_ROOM) & (placed <= room)).all(axis=1))
    ids = table["id"].iloc[fits]
    return {
        str(site): (round(x, 1), round(y, 1))
        for site, (x, y) in zip(ids, placed[fits].tolist(), strict=True)
    }


def _most_populated(
    table: gpd.GeoDataFrame, points: Mapping[str, Point]
) -> list[tuple[str, Point]]:
    """List the communes whose population is known, the most populated first."""
    people = table["population"].to_numpy(dtype=float, na_value=np.nan)
    ranked = np.argsort(-people, kind="stable")[: np.count_nonzero(~np.isnan(people))]
    codes, noms = table["code_insee"].to_numpy(dtype=object), table["nom"].to_numpy(dtype=object)
    return [(str(nom), points[code]) for code, nom in zip(codes[ranked], noms[ranked], strict=True)]
