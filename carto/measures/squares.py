"""Travel times from where people live: the squares of a commune, and not its point alone.

    T_i = Σ_c P_c min_j t_cj / Σ_c P_c            over the squares c of commune i
    t_cj is the crow-fly estimate from the centre of the square, whose own floor distance is that
    of its area

The mean time and the share of people beyond a time are then those of people. The nearest place,
and the trips that accessibility counts, stay those of the point of the commune. A commune without
an inhabited square keeps its point.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.crs import metric_crs
from carto.measures.crow_fly_time import intra_communal_km, minutes
from carto.measures.travel import Nearest, Points, Trips, nearest_km
from carto.measures.travel_models import CrowFly
from carto.verdict.parameters import Catchment, Travel

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Squares:
    """Inhabited squares of some communes.

    Attributes
    ----------
    commune
        Position of the commune of each square, shape (n,), rising.
    people
        Inhabitants of each square in that commune, above 0.
    points
        Centres, in the legal projection and on the landmass of the commune.
    floor_km
        Mean distance inside each square.
    communes
        How many communes there are.
    """

    commune: NDArray[np.int64]
    people: Floats
    points: Points
    floor_km: Floats
    communes: int

    def mean(self, values: Floats) -> Floats:
        """Mean of a value over the people of each commune; NaN where no square is inhabited."""
        total = np.bincount(self.commune, self.people * values, minlength=self.communes)
        people = np.bincount(self.commune, self.people, minlength=self.communes)
        mean = np.full(self.communes, np.nan)
        np.divide(total, people, out=mean, where=people > 0)
        return mean


def place_squares(table: pd.DataFrame, communes: pd.DataFrame, travel: Travel) -> Squares:
    """Take the squares of some communes, in the projection of each.

    Parameters
    ----------
    table
        Meets the contract `carreaux`; squares of other communes are left out.
    communes
        With `code_insee`, `departement` and `landmass`.
    travel
        Share of the mean distance inside a square that its people travel.
    """
    home = pd.Index(communes["code_insee"]).get_indexer(pd.Index(table["code_insee"]))
    rows = np.flatnonzero((home >= 0) & (table["people"].to_numpy() > 0))
    rows = rows[np.argsort(home[rows], kind="stable")]
    kept, commune = table.iloc[rows], home[rows]
    zone = communes["departement"].map(metric_crs).to_numpy()[commune]
    x, y = (kept[name].to_numpy(dtype=float, copy=True) for name in ("x_m", "y_m"))
    epsg = kept["epsg"].to_numpy()
    for here, there in sorted(set(zip(epsg.tolist(), zone.tolist(), strict=True))):
        among = (epsg == here) & (zone == there)
        moved = gpd.GeoSeries.from_xy(x[among], y[among], crs=here).to_crs(there)
        x[among], y[among] = moved.x, moved.y
    landmass = communes["landmass"].to_numpy(dtype=str)[commune]
    floor_km = intra_communal_km((kept["size_m"].to_numpy(dtype=float) / 1000) ** 2, travel)
    people = kept["people"].to_numpy(dtype=float)
    return Squares(commune, people, Points(x, y, landmass), floor_km, len(communes))


def square_minutes(squares: Squares, places: pd.DataFrame, travel: Travel) -> Floats:
    """Time from each square to its nearest place, infinite when none is in reach by road."""
    km = nearest_km(squares.points, Points.of(places))
    return np.where(np.isnan(km), np.inf, minutes(km, squares.floor_km, travel))


def share_beyond(squares: Squares, places: pd.DataFrame, travel: Travel, limit: float) -> Floats:
    """Share of the people of each commune farther than `limit` minutes; NaN without a square."""
    return squares.mean((square_minutes(squares, places, travel) > limit).astype(float))


@dataclass(frozen=True, eq=False)
class FromSquares:
    """The crow-fly estimate, its time to the nearest place taken over the squares of communes."""

    squares: Squares
    estimate: CrowFly

    def trips(
        self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats, catchment: Catchment
    ) -> Trips:
        """List the trips from the points of the communes."""
        return self.estimate.trips(communes, places, floor_km, catchment)

    def nearest(self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats) -> Nearest:
        """Find the place nearest to the point of each commune, and the mean time of its people.

        The time is then no function of the distance, which `from_km` says.
        """
        found = self.estimate.nearest(communes, places, floor_km)
        mean = self.squares.mean(square_minutes(self.squares, places, self.estimate.travel))
        is_known = ~np.isnan(mean)
        return replace(
            found,
            minutes=np.where(is_known, mean, found.minutes),
            from_km=found.from_km & ~is_known,
        )
