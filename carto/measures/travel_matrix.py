"""Travel times from a table: measured by others, by road, by ferry or on foot.

A row goes from a commune to a place, or to a commune and then holds for all places of it; the row
of the place itself comes first. No time is under the intra-communal time of the origin, since the
people of a commune do not all live at its point.

What the table leaves out is never filled in silently. It knows a commune when it has a row from
it, and a place when it has a row to it or to its commune. Between two that it knows, a pair that
is not listed is out of reach: tables are cut at a longest time. Where it does not know both, and
from a commune to its own places, the crow-fly estimate stands in, and `from_km` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.crs import metric_crs
from carto.measures.crow_fly_time import minutes
from carto.measures.travel import Nearest, Trips
from carto.measures.travel_models import MARGIN, CrowFly
from carto.verdict.parameters import Catchment

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]
Pairs = tuple[Integers, Integers]

EARTH_RADIUS_KM = 6371.0
# Times and distances that differ by less are equal.
_DECIMALS = 9


@dataclass(frozen=True, eq=False)
class TravelMatrix:
    """A table of times.

    Attributes
    ----------
    origins, destinations
        Codes of communes; codes of communes and ids of places. Each once.
    origin, destination
        Positions in them of the ends of each row, shape (rows,).
    times
        Minutes of each row; NaN where the table says that there is no way.
    estimate
        What stands in where the table knows nothing.
    """

    origins: pd.Index
    destinations: pd.Index
    origin: Integers
    destination: Integers
    times: Floats
    estimate: CrowFly

    @classmethod
    def of(cls, table: pd.DataFrame, estimate: CrowFly) -> TravelMatrix:
        """Make a matrix of a table that meets the contract `temps_trajet`."""
        origin, origins = pd.factorize(table["code_insee"])
        destination, destinations = pd.factorize(table["destination"])
        times = table["minutes"].to_numpy(dtype=float, na_value=np.nan)
        return cls(pd.Index(origins), pd.Index(destinations), origin, destination, times, estimate)

    def trips(
        self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats, catchment: Catchment
    ) -> Trips:
        """List the trips up to `MARGIN` times the last step of the catchment."""
        known, served = self._known(communes, places)
        crow = self.estimate.trips(communes, places, floor_km, catchment)
        guessed = ~(known[crow.origin] & served[crow.place])
        found = self._between(
            communes, places, floor_km, [(crow.origin[guessed], crow.place[guessed])]
        )
        return _kept(found, found.minutes <= MARGIN * catchment.breaks_min[-1])

    def nearest(self, communes: pd.DataFrame, places: pd.DataFrame, floor_km: Floats) -> Nearest:
        """Find the place of the shortest time, of equal ones the closest, then the first."""
        known, served = self._known(communes, places)
        guessed = [
            self._closest(communes, places, (np.arange(len(communes)), np.flatnonzero(~served))),
            self._closest(communes, places, (np.flatnonzero(~known), np.arange(len(places)))),
        ]
        found = self._between(communes, places, floor_km, guessed)
        found = _kept(found, np.isfinite(found.minutes))
        order = np.lexsort(
            (found.place, found.km.round(_DECIMALS), found.minutes.round(_DECIMALS), found.origin)
        )
        origin, first = np.unique(found.origin[order], return_index=True)
        best = order[first]
        position = np.full(len(communes), -1, dtype=np.int64)
        km, time = np.full(len(communes), np.nan), np.full(len(communes), np.inf)
        from_km = np.zeros(len(communes), dtype=bool)
        position[origin], km[origin] = found.place[best], found.km[best]
        time[origin], from_km[origin] = found.minutes[best], found.from_km[best]
        return Nearest(position, km, time, from_km)

    def _known(self, communes: pd.DataFrame, places: pd.DataFrame) -> tuple[Bools, Bools]:
        """Tell the communes that the table starts from, and the places it goes to."""
        served = places["id"].isin(self.destinations) | places["code_insee"].isin(self.destinations)
        return communes["code_insee"].isin(self.origins).to_numpy(), served.to_numpy()

    def _closest(self, communes: pd.DataFrame, places: pd.DataFrame, among: Pairs) -> Pairs:
        """Pair each of some communes with the closest of some places."""
        here, there = communes.iloc[among[0]], places.iloc[among[1]]
        found = self.estimate.nearest(here, there, np.zeros(len(here)))
        reached = found.position >= 0
        return among[0][reached], among[1][found.position[reached]]

    def _between(
        self,
        communes: pd.DataFrame,
        places: pd.DataFrame,
        floor_km: Floats,
        guessed: Iterable[Pairs],
    ) -> Trips:
        """Give the listed trips, those within each commune, and others to guess; each pair once."""
        rows, origin, place = self._rows(communes, places)
        pairs = [(origin, place), _own_places(communes, places), *guessed]
        origin, place = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
        _, first = np.unique(origin * len(places) + place, return_index=True)
        origin, place = origin[first], place[first]
        km = _crow_fly_km(communes, places, (origin, place))
        floor, travel = floor_km[origin], self.estimate.travel
        from_km = first >= len(rows)
        time = np.asarray(minutes(km, floor, travel))
        listed = self.times[rows[first[~from_km]]]
        at_least = minutes(np.zeros(len(listed)), floor[~from_km], travel)
        time[~from_km] = np.where(np.isnan(listed), np.inf, np.maximum(listed, at_least))
        return Trips(origin, place, km, time, from_km, (len(communes), len(places)))

    def _rows(
        self, communes: pd.DataFrame, places: pd.DataFrame
    ) -> tuple[Integers, Integers, Integers]:
        """Find the rows from these communes to these places: row, commune, place.

        Rows to a place itself come before those to its commune.
        """
        origin = pd.Index(communes["code_insee"]).get_indexer(self.origins)[self.origin]
        found = []
        for name in ("id", "code_insee"):
            destination = self.destinations.get_indexer(pd.Index(places[name]))
            order = np.argsort(destination, kind="stable")
            starts = np.searchsorted(destination[order], np.arange(len(self.destinations)))
            counts = np.bincount(destination[destination >= 0], minlength=len(self.destinations))
            rows = np.flatnonzero((origin >= 0) & (counts[self.destination] > 0))
            each = counts[self.destination[rows]]
            within = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
            place = order[np.repeat(starts[self.destination[rows]], each) + within]
            rows = np.repeat(rows, each)
            found.append((rows, origin[rows], place))
        rows, starts, ends = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return rows, starts, ends


def _own_places(communes: pd.DataFrame, places: pd.DataFrame) -> Pairs:
    """Pair each commune with the places that lie in it."""
    home = pd.Index(communes["code_insee"]).get_indexer(pd.Index(places["code_insee"]))
    place = np.flatnonzero(home >= 0)
    return home[place], place


def _crow_fly_km(communes: pd.DataFrame, places: pd.DataFrame, pairs: Pairs) -> Floats:
    """Crow-fly distance of each pair; on the sphere between two projections."""
    here, there = communes.iloc[pairs[0]], places.iloc[pairs[1]]
    apart = (here[end].to_numpy(float) - there[end].to_numpy(float) for end in ("x_m", "y_m"))
    km = np.hypot(*apart) / 1000
    zones = (end["departement"].map(metric_crs).to_numpy() for end in (here, there))
    far = np.flatnonzero(np.not_equal(*zones))
    if len(far):
        km[far] = _on_the_sphere(here.iloc[far], there.iloc[far])
    return np.asarray(km)


def _on_the_sphere(here: pd.DataFrame, there: pd.DataFrame) -> Floats:
    """Great-circle distance between rows, from their longitude and latitude in degrees, km."""
    (x, y), (x_, y_) = (
        np.radians(table[["longitude", "latitude"]].to_numpy(float)).T for table in (here, there)
    )
    half = np.sin((y_ - y) / 2) ** 2 + np.cos(y) * np.cos(y_) * np.sin((x_ - x) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))


def _kept(trips: Trips, mask: Bools) -> Trips:
    """Keep some trips."""
    return Trips(
        trips.origin[mask],
        trips.place[mask],
        trips.km[mask],
        trips.minutes[mask],
        trips.from_km[mask],
        trips.shape,
    )
