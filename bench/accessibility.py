"""The accessibility of a whole country: how long it takes, and the `access` library beside it.

Both are given the same pairs of a commune and a place, with the same travel times, in one process.
The library (PySAL) is the published implementation of the method: the values must be the same.
"""

from __future__ import annotations

import time
import warnings
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from carto.crs import LAMBERT_93
from carto.measures.accessibility import accessibility
from carto.measures.catchment import catchment_weights
from carto.measures.crow_fly_time import intra_communal_km
from carto.measures.travel import Points, Trips, find_trips
from carto.verdict.parameters import Catchment, Parameters, reach_km

Floats = NDArray[np.float64]

_FIRST_PLACE = 10_000_000


@dataclass(frozen=True)
class Country:
    """What an accessibility is computed from: points in metres, people and hours."""

    origins: Points
    places: Points
    floor_km: Floats
    demand: Floats
    hours: Floats

    def trips(self) -> Trips:
        """List the pairs within reach, with their travel times."""
        parameters = Parameters()
        limit_km = reach_km(parameters.travel, parameters.catchment)
        return find_trips(self.origins, self.floor_km, self.places, parameters.travel, limit_km)

    def share(self, trips: Trips) -> Floats:
        """Share the hours among the people by Carto, hours a year per inhabitant."""
        weights = catchment_weights(trips, Catchment())
        return accessibility(weights, self.demand, self.hours)


@dataclass(frozen=True)
class Comparison:
    """The same pairs by Carto and by the library.

    Attributes
    ----------
    pairs
        Pairs within reach.
    own_seconds, library_seconds
        Time to share the hours, the pairs being listed.
    difference
        Largest relative difference of two values.
    """

    pairs: int
    own_seconds: float
    library_seconds: float
    difference: float

    @property
    def times_faster(self) -> float:
        """How many times longer the library takes."""
        return self.library_seconds / self.own_seconds


def read_country(snapshot: Path) -> Country:
    """Read communes and places of a snapshot, overseas left out, as if roads joined all of them."""
    communes = read_mainland(snapshot / "communes.parquet")
    sites = read_mainland(snapshot / "sites.parquet")
    sites = sites[sites["is_supply"].astype(bool)]
    area = communes["superficie_km2"].to_numpy()
    return Country(
        origins=points_of(communes),
        places=points_of(sites),
        floor_km=intra_communal_km(area, Parameters().travel),
        demand=communes["demand"].fillna(0).to_numpy(dtype=float),
        hours=sites["hours_per_year"].fillna(0).to_numpy(dtype=float),
    )


def time_accessibility(country: Country) -> float:
    """Seconds that the accessibility of all communes takes, from points to values."""
    started = time.perf_counter()
    country.share(country.trips())
    return time.perf_counter() - started


def compare_with_library(country: Country) -> Comparison:
    """Time both on the same pairs, and compare their values.

    Raises
    ------
    SystemExit
        When a commune that reaches nothing (NaN for the library) is not a zero here, or a zero here
        is not one there.
    """
    trips = country.trips()
    started = time.perf_counter()
    own = country.share(trips)
    own_seconds = time.perf_counter() - started
    theirs, library_seconds = _by_library(country, trips)
    if ((own > 0) != (np.nan_to_num(theirs) > 0)).any():
        raise SystemExit("La bibliothèque access et Carto ne trouvent pas les mêmes zéros.")
    reached = own > 0
    difference = np.abs(theirs[reached] / own[reached] - 1)
    return Comparison(len(trips.km), own_seconds, library_seconds, float(difference.max(initial=0)))


def _by_library(country: Country, trips: Trips) -> tuple[Floats, float]:
    """Ask the library for the same; its seconds leave out its import and the table of pairs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the library: pandas and geopandas deprecations
        from access import Access, weights  # noqa: PLC0415 - slow, and its import warns

        steps = Catchment()
        costs = {"origin": trips.origin, "dest": _FIRST_PLACE + trips.place, "cost": trips.minutes}
        people = pd.DataFrame({"geoid": range(len(country.demand)), "people": country.demand})
        ids = _FIRST_PLACE + np.arange(len(country.hours))
        asked = Access(
            demand_df=people,
            demand_index="geoid",
            demand_value="people",
            supply_df=pd.DataFrame({"geoid": ids, "hours": country.hours}),
            supply_index="geoid",
            supply_value="hours",
            cost_df=pd.DataFrame(costs),
            cost_origin="origin",
            cost_dest="dest",
            cost_name="cost",
        )
        step = weights.step_fn(dict(zip(steps.breaks_min, steps.weights, strict=True)))
        started = time.perf_counter()
        asked.two_stage_fca(name="found", weight_fn=step, max_cost=steps.breaks_min[-1])
        seconds = time.perf_counter() - started
    found = asked.access_df["found_hours"].reindex(range(len(country.demand)))
    return found.to_numpy(dtype=float), seconds


def read_mainland(path: Path) -> gpd.GeoDataFrame:
    """Read the rows of a table that Lambert-93 covers."""
    table = gpd.read_parquet(path)
    return table[table["departement"].str.len() == 2].to_crs(LAMBERT_93)


def points_of(table: gpd.GeoDataFrame) -> Points:
    """Points of a table, as if roads joined all of them."""
    x, y = shapely.get_coordinates(table.geometry.representative_point().to_numpy()).T
    return Points(x, y, np.full(len(table), "continent"))
