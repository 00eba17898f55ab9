"""Where a published point really lies: in its commune, repaired, or outside it.

Points are published with lost minus signs and swapped axes. A repair is made only when it is
provable: the point lies outside its commune, and the repaired one lies inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from carto.crs import by_zone

Floats = NDArray[np.float64]

# Contours are generalised: limits are off by up to some hundred metres.
TOLERANCE_M = 500.0


class Position(StrEnum):
    """What is known of a published point."""

    INSIDE = "dans_la_commune"
    REPAIRED = "corrigee"
    OUTSIDE = "hors_commune"
    UNCHECKED = "contour_absent"
    MISSING = "absente"


@dataclass(frozen=True)
class Located:
    """Points after the check, one per input row.

    Attributes
    ----------
    longitude, latitude
        WGS 84 degrees, repaired where proved; NaN where missing.
    position
        A `Position` per point.
    metres_outside
        Distance of the published point to its commune; 0 inside, NaN when not checked.
    """

    longitude: Floats
    latitude: Floats
    position: NDArray[np.str_]
    metres_outside: Floats


def locate(points: pd.DataFrame, communes: gpd.GeoDataFrame) -> Located:
    """Check each point against the contour of its commune and repair what is provable.

    Parameters
    ----------
    points
        Columns `code_insee`, `longitude`, `latitude` (degrees, may be missing).
    communes
        Columns `code_insee`, `departement` and geometry in EPSG:4326.
    """
    longitude = points["longitude"].to_numpy(dtype=float, na_value=np.nan).copy()
    latitude = points["latitude"].to_numpy(dtype=float, na_value=np.nan).copy()
    position = np.full(len(points), Position.UNCHECKED.value, dtype="U16")
    outside = np.full(len(points), np.nan)
    row_of = {code: row for row, code in enumerate(communes["code_insee"])}
    commune = np.array([row_of.get(code, -1) for code in points["code_insee"]], dtype=np.int64)
    missing = np.isnan(longitude) | np.isnan(latitude)
    position[missing] = Position.MISSING.value
    checked = np.flatnonzero(~missing & (commune >= 0))
    departement = communes["departement"].to_numpy()
    for zone, rows in by_zone(departement[commune[checked]]):
        here = checked[rows]
        contours = communes.iloc[commune[here]].geometry.to_crs(zone).to_numpy()
        outside[here] = _metres_outside(longitude[here], latitude[here], contours, zone)
        position[here] = Position.INSIDE.value
        lost = np.flatnonzero(outside[here] > TOLERANCE_M)
        position[here[lost]] = Position.OUTSIDE.value
        for lon, lat in _repairs(longitude[here[lost]], latitude[here[lost]]):
            proved = _metres_outside(lon, lat, contours[lost], zone) <= TOLERANCE_M
            fixed = here[lost[proved]]
            longitude[fixed], latitude[fixed] = lon[proved], lat[proved]
            position[fixed] = Position.REPAIRED.value
    return Located(longitude, latitude, position, outside)


def _repairs(longitude: Floats, latitude: Floats) -> list[tuple[Floats, Floats]]:
    """Errors that publishers make, undone: lost or added sign, swapped axes."""
    return [(-longitude, latitude), (latitude, longitude), (longitude, -latitude)]


def _metres_outside(
    longitude: Floats, latitude: Floats, contours: NDArray[np.object_], epsg: int
) -> Floats:
    """Distance from each point to its own contour, 0 inside; infinite when off the projection."""
    points = gpd.GeoSeries(shapely.points(longitude, latitude), crs=4326).to_crs(epsg).to_numpy()
    distance = np.full(len(points), np.inf)
    on_it = np.isfinite(shapely.get_x(points)) & np.isfinite(shapely.get_y(points))
    distance[on_it] = shapely.distance(points[on_it], contours[on_it])
    return distance
