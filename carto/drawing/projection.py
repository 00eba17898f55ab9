"""Project the boundaries of a territory into the view box of its map (build time only).

Boundaries are simplified as a coverage, so that neighbours keep sharing their border and no
commune disappears, in the legal metric projection, then rounded to half a pixel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import affine_transform

from carto.coverage import as_coverage, union
from carto.crs import projection_name
from carto.drawing.shapes import MapShapes, Point

WIDTH = 900
MARGIN = 6
SHARPNESS_PX = 3.0
MAX_NAMES = 14
NAME_HEIGHT = 22.0
LETTER_WIDTH = 10.5
NAME_SHIFTS = (0, -14, 14, -26, 26, -38)
SITE_ROOM = 11.0


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
        missing) and polygons, in any declared CRS; borders must match exactly (a coverage).
    sites
        Columns `id` and points; places outside the view box are left out. None: no place.
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
    table = communes.to_crs(epsg).sort_values("code_insee").reset_index(drop=True)
    polygons = np.asarray(table.geometry.values)
    to_box, scale, height = _fit(table.total_bounds, width)
    drawn = _simplify(polygons, SHARPNESS_PX / scale)
    boxed = np.array([affine_transform(polygon, to_box) for polygon in drawn])
    codes = [str(code) for code in table["code_insee"]]
    anchors = dict(zip(codes, map(_anchor, boxed), strict=True))
    placed = _project_sites(sites, epsg, to_box, (width, height))
    epci = table["siren_epci"].fillna(table["code_insee"])
    return MapShapes(
        territory=territory,
        width=width,
        height=height,
        epsg=epsg,
        projection=projection_name(epsg),
        units_per_km=round(1000 * float(scale), 6),
        communes={code: _path(shape) for code, shape in zip(codes, boxed, strict=True)},
        anchors=anchors,
        epci_borders=_path(_inner_borders(boxed, epci.tolist())),
        outline=_path(union(boxed)),
        sites=placed,
        names=_choose_names(table, anchors, placed.values(), width),
    )


def _fit(bounds: NDArray[np.float64], width: int) -> tuple[list[float], float, int]:
    """Affine transform from metres to the view box, units per metre, and height of the box."""
    west, south, east, north = bounds
    room = width - 2 * MARGIN
    scale = min(room / (east - west), 1.4 * room / (north - south))
    height = round(scale * (north - south)) + 2 * MARGIN
    left = (width - scale * (east - west)) / 2
    return [scale, 0, 0, -scale, left - scale * west, MARGIN + scale * north], scale, height


def _simplify(polygons: NDArray[np.object_], tolerance_m: float) -> NDArray[np.object_]:
    """Simplify a coverage; a polygon that would vanish keeps its full outline."""
    simple = shapely.coverage_simplify(as_coverage(polygons), tolerance_m)
    return np.where(shapely.is_empty(simple), polygons, simple)


def _anchor(shape: shapely.Geometry) -> Point:
    """Return a point inside the largest part of a shape."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    point = shapely.point_on_surface(largest)
    return round(point.x), round(point.y)


def _inner_borders(shapes: NDArray[np.object_], groups: list[str]) -> shapely.Geometry:
    """Lines that separate two groups of shapes, without the outer outline."""
    members: dict[str, list[shapely.Geometry]] = {group: [] for group in sorted(set(groups))}
    for shape, group in zip(shapes, groups, strict=True):
        members[group].append(shape)
    outlines = [shapely.boundary(union(np.array(parts))) for parts in members.values()]
    outer = shapely.boundary(union(shapes))
    return shapely.line_merge(shapely.difference(shapely.union_all(outlines), outer))


def _project_sites(
    sites: gpd.GeoDataFrame | None, epsg: int, to_box: list[float], size: tuple[int, int]
) -> dict[str, Point]:
    """Points of the places whose mark fits in the view box, in the order of their ids."""
    if sites is None or sites.empty:
        return {}
    placed = sites.to_crs(epsg).sort_values("id")
    points = placed.geometry.affine_transform(to_box)
    return {
        str(site): (round(x, 1), round(y, 1))
        for site, x, y in zip(placed["id"], points.x, points.y, strict=True)
        if all(
            SITE_ROOM <= place <= side - SITE_ROOM for place, side in zip((x, y), size, strict=True)
        )
    }


def _choose_names(
    table: gpd.GeoDataFrame, anchors: Mapping[str, Point], sites: Iterable[Point], width: int
) -> dict[str, Point]:
    """Place the names of the most populated communes where they cover no other name, nor place."""
    known = table[table["population"].notna()]
    ranked = known.sort_values(["population", "code_insee"], ascending=[False, True])
    taken = [(x, y, SITE_ROOM) for x, y in sites]
    chosen: dict[str, Point] = {}
    for code, nom in zip(ranked["code_insee"], ranked["nom"], strict=True):
        (x, y), half = anchors[code], LETTER_WIDTH * len(nom) / 2
        free = (y + shift for shift in NAME_SHIFTS if _is_free((x, y + shift, half), taken))
        baseline = next(free, None)
        if baseline is not None and half <= x <= width - half:
            chosen[str(code)] = (x, baseline)
            taken.append((x, baseline, half))
        if len(chosen) == MAX_NAMES:
            break
    return chosen


def _is_free(label: tuple[float, float, float], taken: list[tuple[float, float, float]]) -> bool:
    """Whether a label (middle, baseline, half width) covers none of those already placed."""
    x, y, half = label
    return all(
        abs(y - other_y) > NAME_HEIGHT or abs(x - other_x) > half + other_half
        for other_x, other_y, other_half in taken
    )


def _path(shape: shapely.Geometry) -> str:
    """Write polygons or lines as SVG path data: absolute starts, relative steps, half pixels."""
    text = ""
    for part in shapely.get_parts(shape):
        if isinstance(part, shapely.Polygon):
            for ring in (part.exterior, *part.interiors):
                text += _trace(shapely.get_coordinates(ring)[:-1], closed=True)
        else:
            text += _trace(shapely.get_coordinates(part), closed=False)
    return text


def _trace(points: NDArray[np.float64], *, closed: bool) -> str:
    """Write one ring or line; what rounds to less than a triangle becomes a half-pixel one."""
    halves = np.rint(points * 2).astype(int)
    moved = np.any(np.diff(halves, axis=0), axis=1)
    kept = halves[np.concatenate(([True], moved))]
    if closed and len(kept) < 3:
        kept = kept[0] + np.array([[0, 0], [1, 0], [0, 1]])
    start, steps = kept[0], np.diff(kept, axis=0)
    return f"M{_numbers(start)}l{_numbers(steps.ravel())}" + ("z" if closed else "")


def _numbers(halves: Iterable[int]) -> str:
    """Write a count of halves as decimals, with no more separators than SVG needs.

    >>> _numbers([21, -1, 0, 4])
    '10.5-.5 0 2'
    """
    text = ""
    for half in halves:
        sign, value = "-" if half < 0 else " " if text else "", abs(half)
        text += f"{sign}{value // 2 or ('' if value else 0)}{'.5' if value % 2 else ''}"
    return text
