"""Project EPCI or départements into the view box of the map of a territory (build time only).

Units and the borders around them are unions of the same simplified cells (see `carto.cells`). An
EPCI that crosses the border of the territory is drawn whole, as its figures count all its members.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from carto.cells import NO_EPCI, simplify_cells, unite
from carto.crs import projection_name
from carto.drawing.path_data import path_data
from carto.drawing.projecting.anchors import anchors
from carto.drawing.projecting.projection import SHARPNESS_PX, WIDTH, borders_between
from carto.drawing.shapes import MapShapes, Point
from carto.drawing.town_names import choose_names
from carto.drawing.view_box import Box, fit_width


@dataclass(frozen=True)
class UnitCut:
    """How cells are cut into a map.

    Attributes
    ----------
    units
        Column of the cells that holds the code of what is coloured.
    borders
        Column of the wider territories whose borders are drawn over.
    departements
        Départements of the territory.
    """

    units: str
    borders: str
    departements: tuple[str, ...]

    def inside(self, cells: gpd.GeoDataFrame) -> NDArray[np.bool_]:
        """Which cells are in the territory."""
        return np.asarray(cells["departement"].isin(self.departements), dtype=bool)

    def drawn(self, cells: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Keep the cells of the units that have a part in the territory, and those of no unit."""
        inside = self.inside(cells)
        shared = cells[self.units].isin(set(cells.loc[inside, self.units]) - {NO_EPCI})
        return cells[inside | shared]


@dataclass(frozen=True, eq=False)
class Traced:
    """The shapes of one frame as path data."""

    units: dict[str, str]
    anchors: dict[str, Point]
    borders: str
    outline: str


def project_units(
    cells: gpd.GeoDataFrame, cut: UnitCut, towns: gpd.GeoDataFrame, *, territory: str, epsg: int
) -> MapShapes:
    """Project the units of a territory that lies in one projection.

    Parameters
    ----------
    cells
        Cells of the zone, see `carto.cells.cut_cells`.
    cut
        What is coloured, and where.
    towns
        Columns `nom`, `departement` and points in the same projection, the most populated first.
    territory
        French name of the territory.
    epsg
        The projection of the cells.

    Returns
    -------
    MapShapes
        Without places.
    """
    drawn = cut.drawn(cells)
    box = fit_width(drawn.total_bounds, WIDTH)
    traced = trace(simplify_cells(drawn, SHARPNESS_PX / box.scale), cut, box)
    return MapShapes(
        territory=territory,
        width=box.width,
        height=box.height,
        epsg=epsg,
        projection=projection_name(epsg),
        units_per_km=round(1000 * box.scale, 6),
        units=traced.units,
        anchors=traced.anchors,
        borders=traced.borders,
        outline=traced.outline,
        sites={},
        names=name_towns(towns[cut.inside(towns)], box),
    )


def trace(cells: gpd.GeoDataFrame, cut: UnitCut, box: Box) -> Traced:
    """Place simplified cells in a frame and write their units, borders and outline as paths."""
    placed = cells.set_geometry(
        gpd.GeoSeries(shapely.transform(cells.geometry.to_numpy(), box.place), index=cells.index)
    )
    units = unite(placed, cut.units)
    shapes = np.array(list(units.values()), dtype=object)
    inside = placed[cut.inside(placed)]
    groups = inside[cut.borders].to_numpy(dtype=str)
    borders, outline = path_data(borders_between(inside.geometry.to_numpy(), groups))
    return Traced(
        dict(zip(units, path_data(shapes), strict=True)),
        dict(zip(units, anchors(shapes), strict=True)),
        borders,
        outline,
    )


def name_towns(towns: gpd.GeoDataFrame, box: Box) -> dict[str, Point]:
    """Place the names of the main towns in a frame as wide as the map."""
    points = towns.geometry.to_numpy()
    placed = box.place(np.column_stack([shapely.get_x(points), shapely.get_y(points)]))
    listed = [
        (str(nom), (round(x), round(y)))
        for nom, (x, y) in zip(towns["nom"], placed.tolist(), strict=True)
    ]
    return choose_names(listed, (), box.width)
