"""Where a map of a snapshot opens: over most of its communes, islands far away left aside."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from carto.drawing.tile_style import OpeningView

# Width in pixels of a map that shows them, and of the world at zoom 0.
_SHOWN, _WORLD = 560, 512
_MOST = (5, 95)
_LARGEST_ZOOM = 12.0


def opening_view(communes: Iterable[Mapping[str, Any]]) -> OpeningView:
    """Centre a map on the communes.

    Parameters
    ----------
    communes
        Published rows, with `longitude` and `latitude`.

    Examples
    --------
    >>> opening_view([{"longitude": -4.0, "latitude": 48.0}, {"longitude": -3.0, "latitude": 48.5}])
    OpeningView(longitude=-3.5, latitude=48.25, zoom=8.8)
    """
    found = [(row["longitude"], row["latitude"]) for row in communes]
    places = np.array(found, dtype=float).reshape(-1, 2)
    places = places[~np.isnan(places).any(axis=1)]
    if not len(places):
        return OpeningView(0.0, 0.0, 0.0)
    longitude, latitude = np.median(places, axis=0).round(3).tolist()
    low, high = np.percentile(places, _MOST, axis=0)
    # A degree of latitude is taller on the map than one of longitude is wide.
    width, height = high - low
    degrees = max(width, height / math.cos(math.radians(latitude)), 1e-6)
    zoom = math.log2(360 / degrees * _SHOWN / _WORLD)
    return OpeningView(longitude, latitude, round(min(zoom, _LARGEST_ZOOM), 1))
