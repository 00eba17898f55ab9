"""The communes or the places that are closest to a point, among all those of a snapshot.

Distances are great circles. They differ from the published ones, measured in the legal projection
of each territory, by a few metres per kilometre at most: a published distance is preferred where
there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from carto.codes import landmass_of

Row = Mapping[str, Any]

EARTH_RADIUS_KM = 6371.0088


class NearbyPoints:
    """The points of some rows, ready to be asked which are closest.

    Parameters
    ----------
    rows
        Rows with `longitude`, `latitude` and `code_insee`, by key.
    """

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._keys = list(rows)
        self._longitudes = np.radians([row["longitude"] for row in rows.values()])
        self._latitudes = np.radians([row["latitude"] for row in rows.values()])
        landmasses = [landmass_of(row["code_insee"]) for row in rows.values()]
        self._landmasses = np.array(landmasses, dtype=str)

    def nearest(
        self, here: Row, count: int, *, landmass: str | None = None
    ) -> list[tuple[str, float]]:
        """Find the points closest to that of a row, the closest first.

        Parameters
        ----------
        here
            With `longitude` and `latitude`.
        count
            How many to find, at most.
        landmass
            Land that roads connect, see `carto.codes.landmass_of`; any when None.

        Returns
        -------
        list of tuple
            Key and distance in km; equal distances in the order of the rows.
        """
        longitude, latitude = np.radians(here["longitude"]), np.radians(here["latitude"])
        half_chord = (
            np.sin((self._latitudes - latitude) / 2) ** 2
            + np.cos(latitude)
            * np.cos(self._latitudes)
            * np.sin((self._longitudes - longitude) / 2) ** 2
        )
        if landmass is not None:
            half_chord = np.where(self._landmasses == landmass, half_chord, np.inf)
        order = np.argsort(half_chord, kind="stable")[:count]
        return [
            (self._keys[place], float(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half_chord[place]))))
            for place in order
            if np.isfinite(half_chord[place])
        ]
