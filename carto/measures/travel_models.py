"""Where travel times come from: measures ask a `TravelModel`, and never how it knows them.

The crow-fly estimate is here, the table of times in `carto.measures.travel_matrix`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.measures.travel import Nearest, Points, Trips, find_nearest, find_trips
from carto.verdict.parameters import Catchment, Travel, reach_km

Floats = NDArray[np.float64]

# Trips are listed this much beyond the last step, for draws where roads are faster.
MARGIN = 1.3


class TravelModel(Protocol):
    """What knows the travel times from communes to places.

    Both tables have `x_m`, `y_m` (metres in the legal projection) and `landmass`; for a table of
    times also `code_insee` and `departement`, and places `id`. Places are sorted by id. `floor_km`
    is the intra-communal distance of each commune, shape (communes,).
    """

    def trips(
        self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats, catchment: Catchment
    ) -> Trips:
        """List the trips up to `MARGIN` times the last step of the catchment, and some beyond."""
        ...

    def nearest(self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats) -> Nearest:
        """Find the nearest place of each commune, however far; of equal ones the first."""
        ...


@dataclass(frozen=True)
class CrowFly:
    """The crow-fly estimate of `carto.measures.travel`: always there, labelled an estimate."""

    travel: Travel = field(default_factory=Travel)

    def trips(
        self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats, catchment: Catchment
    ) -> Trips:
        """List the pairs at most `MARGIN` times the reach of the catchment apart."""
        limit_km = MARGIN * reach_km(self.travel, catchment)
        return find_trips(Points.of(communes), floor_km, Points.of(places), self.travel, limit_km)

    def nearest(self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats) -> Nearest:
        """Find the nearest place by distance, on the landmass of each commune."""
        return find_nearest(Points.of(communes), floor_km, Points.of(places), self.travel)
