"""Project the units of France into the view box of its map (build time only).

Each overseas département is projected by its own law and drawn beside the mainland at its own
scale; Paris and the three départements around it, too small to be seen, are shown again larger.
A unit that is in two frames has the shapes of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd

from carto.cells import simplify_cells
from carto.codes import OVERSEAS, departement_name
from carto.crs import LAMBERT_93, metric_crs, projection_name
from carto.drawing.projecting.unit_projection import Traced, UnitCut, name_towns, trace
from carto.drawing.shapes import Inset, MapShapes
from carto.drawing.view_box import Box, fit_place

WIDTH, HEIGHT = 900, 720
SHARPNESS_PX = 2.0
# Room under the shapes of a small frame for its name.
NAME_ROOM = 24

MAINLAND = (146, 0, 754, HEIGHT)
OVERSEAS_SIDE, OVERSEAS_STEP = 136, 144
AROUND_PARIS = ("75", "92", "93", "94")
INSETS: dict[tuple[str, ...], Inset] = {AROUND_PARIS: Inset("Petite couronne", 756, 4, 140, 120)}
INSETS |= {
    (code,): Inset(
        departement_name(code), 4, 4 + rank * OVERSEAS_STEP, OVERSEAS_SIDE, OVERSEAS_SIDE
    )
    for rank, code in enumerate(OVERSEAS)
}


def project_country(
    zones: Mapping[int, gpd.GeoDataFrame], units: str, towns: gpd.GeoDataFrame, *, territory: str
) -> MapShapes:
    """Project and simplify the units of France for drawing.

    Parameters
    ----------
    zones
        Cells of each metric projection, by EPSG code, see `carto.cells.cut_cells`; the mainland
        and the five overseas.
    units
        Column of the cells that holds the code of what is coloured.
    towns
        Columns `nom`, `departement` and points in Lambert-93, the most populated first.
    territory
        French name of the territory.

    Returns
    -------
    MapShapes
        Every unit given, those around Paris drawn twice; without places.
    """
    mainland = zones[LAMBERT_93]
    every = tuple(sorted(set(mainland["departement"])))
    box = fit_place(mainland.total_bounds, MAINLAND)
    frames = [_frame(mainland, UnitCut(units, "region", every), box)]
    for departements, inset in INSETS.items():
        cells = zones[metric_crs(departements[0])]
        cut = UnitCut(units, "region", departements)
        # An EPCI that reaches beyond the close-up is cut there: the close-up has a border.
        inside = cells[cut.inside(cells)]
        place = (inset.x, inset.y, inset.width, inset.height)
        frames.append(_frame(inside, cut, fit_place(inside.total_bounds, place, NAME_ROOM)))
    whole = Box(WIDTH, HEIGHT, box.scale, box.left, box.top)
    return MapShapes(
        territory=territory,
        width=WIDTH,
        height=HEIGHT,
        epsg=LAMBERT_93,
        projection=projection_name(LAMBERT_93),
        units_per_km=round(1000 * box.scale, 6),
        units=_joined(frames),
        anchors={code: point for one in reversed(frames) for code, point in one.anchors.items()},
        borders="".join(frame.borders for frame in frames),
        outline="".join(frame.outline for frame in frames),
        sites={},
        names=name_towns(towns, whole),
        insets=tuple(INSETS.values()),
    )


def _frame(cells: gpd.GeoDataFrame, cut: UnitCut, box: Box) -> Traced:
    """Trace the cells of one frame, simplified for its scale."""
    return trace(simplify_cells(cells, SHARPNESS_PX / box.scale), cut, box)


def _joined(frames: Sequence[Traced]) -> dict[str, str]:
    """Join the paths of each unit in all frames, in the order of the codes."""
    codes = sorted({code for frame in frames for code in frame.units})
    return {code: "".join(frame.units.get(code, "") for frame in frames) for code in codes}
