"""The crow-fly estimate of a travel time, see `carto.measures.travel`, on plain arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.verdict.parameters import Travel

Floats = NDArray[np.float64]


def intra_communal_km(area_km2: Floats, travel: Travel) -> Floats:
    """Mean distance inside each commune, km.

    Examples
    --------
    >>> intra_communal_km(np.array([np.pi * 9]), Travel()).round(6).tolist()
    [1.0]
    """
    return np.asarray(travel.intra_factor * (2 / 3) * np.sqrt(area_km2 / np.pi))


def minutes(km: Floats, floor_km: Floats, travel: Travel) -> Floats:
    """Travel time for crow-fly distances, not under the floor distance of the origin.

    Examples
    --------
    >>> minutes(np.array([0.0, 15.0]), np.array([1.5, 1.5]), Travel()).tolist()
    [4.6, 28.0]
    """
    return np.asarray(
        travel.t0_min + 60 * travel.detour * np.maximum(km, floor_km) / travel.speed_kmh
    )
