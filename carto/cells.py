"""Cells: the part of an EPCI that lies in a département; wider territories are unions of them.

EPCI cross the borders of départements and régions. Maps that colour EPCI and draw those borders
are made of cells simplified together, so that a line drawn twice is the same line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from carto.codes import region_of
from carto.coverage import dissolve

# SIREN of the cells whose communes are in no EPCI.
NO_EPCI = ""


def cut_cells(communes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Dissolve communes into cells.

    Parameters
    ----------
    communes
        Columns `siren_epci` (may be missing), `departement`, and polygons that form a coverage, in
        a metric projection.

    Returns
    -------
    GeoDataFrame
        One row per cell, sorted: `siren_epci` (`NO_EPCI` without one), `departement`, `region`
        (empty where there is none) and polygons in the same projection; a coverage.
    """
    sirens = communes["siren_epci"].fillna(NO_EPCI).astype(str)
    groups: Mapping[Any, Any] = communes.groupby(
        [sirens, communes["departement"].astype(str)]
    ).indices
    polygons = communes.geometry.to_numpy()
    keys: list[tuple[str, str]] = sorted(groups)
    return gpd.GeoDataFrame(
        {
            "siren_epci": [siren for siren, _ in keys],
            "departement": [departement for _, departement in keys],
            "region": [region_of(departement) or "" for _, departement in keys],
        },
        geometry=[dissolve(polygons[groups[key]]) for key in keys],
        crs=communes.crs,
    )


def simplify_cells(cells: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Simplify cells together; one that would vanish keeps its full outline.

    Parameters
    ----------
    cells
        Polygons that form a coverage, in a metric projection.
    tolerance_m
        Detail given up, in metres.
    """
    polygons = cells.geometry.to_numpy()
    simple = shapely.coverage_simplify(polygons, tolerance_m)
    kept = np.where(shapely.is_empty(simple), polygons, simple)
    return cells.set_geometry(gpd.GeoSeries(kept, index=cells.index, crs=cells.crs))


def unite(cells: gpd.GeoDataFrame, column: str) -> dict[str, shapely.Geometry]:
    """Unite cells into territories.

    Parameters
    ----------
    cells
        Cells, see `cut_cells`.
    column
        Column of the code of a territory; cells without one are left out.

    Returns
    -------
    dict
        Shape by code, in the order of the codes.
    """
    polygons: NDArray[np.object_] = cells.geometry.to_numpy()
    return {
        str(code): dissolve(polygons[rows])
        for code, rows in sorted(cells.groupby(column).indices.items())
        if code
    }
