"""Which places are asked for from which communes: those that may count, and no others."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from carto.crs import metric_crs


def candidates(
    communes: pd.DataFrame, places: pd.DataFrame, radius_km: float, nearest: int
) -> list[NDArray[np.int64]]:
    """List the places to ask for from each commune.

    Parameters
    ----------
    communes, places
        With `x_m`, `y_m`, `departement` and `code_insee`. Water parts nothing here: the service
        knows the ferries.
    radius_km
        Crow-fly distance within which every place is listed.
    nearest
        At least that many places are listed, as far as there are some in the same projection.

    Returns
    -------
    list of NDArray of int
        For each commune the positions of its places, rising, its own among them.
    """
    found: list[set[int]] = [set() for _ in range(len(communes))]
    zones = [table["departement"].map(metric_crs).to_numpy(int) for table in (communes, places)]
    for zone in np.intersect1d(zones[0], zones[1]):
        here, there = (np.flatnonzero(of_table == zone) for of_table in zones)
        tree = cKDTree(places[["x_m", "y_m"]].to_numpy(float)[there])
        points = communes[["x_m", "y_m"]].to_numpy(float)[here]
        _, closest = tree.query(points, k=range(1, min(nearest, len(there)) + 1))
        around = tree.query_ball_point(points, radius_km * 1000)
        for row, near, within in zip(here, np.asarray(closest), around, strict=True):
            found[row].update(there[near].tolist(), there[within].tolist())
    homes = pd.Index(communes["code_insee"]).get_indexer(pd.Index(places["code_insee"]))
    for place in np.flatnonzero(homes >= 0):
        found[homes[place]].add(int(place))
    return [np.array(sorted(listed), dtype=np.int64) for listed in found]
