"""Project the départements of France into the view box of their map (build time only).

Each overseas département is projected by its own law and drawn beside the mainland at its own
scale; Paris and the three départements around it, too small to be seen, are shown again larger.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from carto.coverage import as_coverage
from carto.crs import LAMBERT_93, metric_crs
from carto.drawing.country_shapes import CountryShapes, Frame
from carto.drawing.path_data import path_data

WIDTH, HEIGHT = 900, 720
MARGIN = 6
SHARPNESS_PX = 2.0
# Room under the shapes of a small frame for its name.
NAME_ROOM = 24

Place = tuple[int, int, int, int]

MAINLAND: Place = (146, 0, 754, HEIGHT)
OVERSEAS = (
    ("971", "Guadeloupe"),
    ("972", "Martinique"),
    ("973", "Guyane"),
    ("974", "La Réunion"),
    ("976", "Mayotte"),
)
OVERSEAS_SIZE, OVERSEAS_STEP = 136, 144
AROUND_PARIS = ("75", "92", "93", "94")
AROUND_PARIS_NAME, AROUND_PARIS_PLACE = "Petite couronne", (756, 4, 140, 120)


def project_country(departements: gpd.GeoDataFrame) -> CountryShapes:
    """Project and simplify the départements of France for drawing.

    Parameters
    ----------
    departements
        Columns `code_departement` and polygons in any declared CRS; the 96 of the mainland and
        Corsica, and the five overseas.

    Returns
    -------
    CountryShapes
        Every département given, those around Paris twice.
    """
    table = departements.sort_values("code_departement")
    codes = table["code_departement"]
    overseas = codes.isin([code for code, _ in OVERSEAS])
    frames = [
        _frame("", MAINLAND, table[~overseas]),
        _frame(AROUND_PARIS_NAME, AROUND_PARIS_PLACE, table[codes.isin(AROUND_PARIS)]),
    ]
    for rank, (code, nom) in enumerate(OVERSEAS):
        place = (4, 4 + rank * OVERSEAS_STEP, OVERSEAS_SIZE, OVERSEAS_SIZE)
        frames.append(_frame(nom, place, table[codes == code]))
    return CountryShapes(WIDTH, HEIGHT, tuple(frames))


def _frame(nom: str, place: Place, members: gpd.GeoDataFrame) -> Frame:
    """Project the départements of one frame, simplified as a coverage, and fit them in it."""
    codes = members["code_departement"].tolist()
    epsg = metric_crs(codes[0]) if len(codes) == 1 else LAMBERT_93
    polygons = as_coverage(members.geometry.to_crs(epsg).to_numpy())
    x, y, width, height = place
    room = (width - 2 * MARGIN, height - 2 * MARGIN - (NAME_ROOM if nom else 0))
    west, south, east, north = shapely.total_bounds(polygons)
    scale = float(min(room[0] / (east - west), room[1] / (north - south)))
    left = x + MARGIN + (room[0] - scale * (east - west)) / 2
    top = y + MARGIN + (room[1] - scale * (north - south)) / 2

    def fit(metres: NDArray[np.float64]) -> NDArray[np.float64]:
        placed: NDArray[np.float64] = (metres - (west, north)) * (scale, -scale) + (left, top)
        return placed

    simple = shapely.coverage_simplify(polygons, SHARPNESS_PX / scale)
    drawn = path_data(shapely.transform(simple, fit))
    return Frame(nom, *place, dict(zip(codes, drawn, strict=True)))
