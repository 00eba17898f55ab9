"""The crow-fly model: what it lists and finds are those of the plain functions."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.measures.travel import Points, find_nearest, find_trips
from carto.measures.travel_models import MARGIN, CrowFly
from carto.verdict.parameters import Catchment, Travel, reach_km

COMMUNES = pd.DataFrame({"x_m": [0.0, 9e3], "y_m": 0.0, "landmass": "continent"})
PLACES = pd.DataFrame({"x_m": [1e3, 13e3, 14e3], "y_m": 0.0, "landmass": "continent"})
FLOOR = np.array([0.7, 0.7])


def test_it_is_the_crow_fly_estimate() -> None:
    model, travel = CrowFly(Travel(speed_kmh=40.0)), Travel(speed_kmh=40.0)
    limit = MARGIN * reach_km(travel, Catchment())
    trips = model.trips(COMMUNES, PLACES, FLOOR, Catchment())
    plain = find_trips(Points.of(COMMUNES), FLOOR, Points.of(PLACES), travel, limit)
    assert trips.minutes.tolist() == plain.minutes.tolist()
    assert trips.from_km.all()
    nearest = model.nearest(COMMUNES, PLACES, FLOOR)
    found = find_nearest(Points.of(COMMUNES), FLOOR, Points.of(PLACES), travel)
    assert nearest.minutes.tolist() == found.minutes.tolist()


def test_trips_are_listed_beyond_the_last_step() -> None:
    trips = CrowFly().trips(COMMUNES, PLACES, FLOOR, Catchment())
    assert trips.minutes.max() > Catchment().breaks_min[-1]
    assert (0, 2) not in set(zip(trips.origin, trips.place, strict=True))
