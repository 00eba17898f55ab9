"""One commune per state of the three alerts: values that put it there, or leave it unknown."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from carto.measures.demand import StandardisedDemand
from carto.measures.indicators import Indicators
from carto.measures.reach import Catchments, Reach
from carto.measures.travel import Nearest, Trips
from carto.need_variants import need_name
from carto.verdict.parameters import Alerts
from carto.verdict.sentence import Wording
from tests.carto.verdict.truth import STATES, Truth

NAN = float("nan")
WORDING = Wording(Alerts(), "2026-06-30", "2024-08-01", need_name("revenu", "2019"))

MINUTES: dict[Truth, float] = {True: 24.4, False: 9.6, None: 15.6}
BOUNDS: dict[Truth, tuple[float, float]] = {
    True: (0.0, 0.0),
    False: (0.5, 0.5),
    None: (0.1, 0.9),
}
NEED: dict[Truth, float] = {True: 8.0, False: 3.0, None: NAN}
RATE: dict[Truth, float] = {True: 0.876, False: 0.981, None: NAN}


def reach_of(offres: list[Truth]) -> Reach:
    """Build a reach that raises, lowers or leaves open the alert on supply of each commune."""
    low, high = (np.array([BOUNDS[truth][end] for truth in offres]) for end in (0, 1))
    minutes = np.array([MINUTES[truth] for truth in offres])
    found = Nearest(np.zeros(len(offres), dtype=np.int64), minutes / 2, minutes, minutes < 0)
    return Reach(found, low, high, np.zeros(len(offres)), catchments_of(low, high))


def catchments_of(low: np.ndarray, high: np.ndarray) -> Catchments:
    """Give each commune two places of its own, 5 minutes away, that make its bounds.

    All the people of the first one are known, so its hours are the lower bound.
    """
    rows = len(low)
    hours = np.stack([low, high - low], axis=1).ravel() * 52
    origin, place = np.repeat(np.arange(rows), 2), np.arange(2 * rows)
    away = np.full(2 * rows, 5.0)
    trips = Trips(origin, place, away / 2, away, np.zeros(2 * rows, bool), (rows, 2 * rows))
    ids = np.array([f"lieu-{one:03d}" for one in place])
    nothing = np.zeros(2 * rows, dtype=bool)
    demand = np.full(rows, 1000.0)
    return Catchments(trips, np.zeros(rows), demand, ids, hours, nothing, place % 2 == 0)


def indicators_of_every_state() -> Indicators:
    """Build the measures of 27 communes, in the order of `STATES`."""
    offres, besoins, connectivites = (list(column) for column in zip(*STATES, strict=True))
    reach = reach_of(offres)
    table = gpd.GeoDataFrame(
        {
            "code_insee": [f"29{row:03d}" for row in range(len(STATES))],
            "nom": [f"Commune-{row}" for row in range(len(STATES))],
            "departement": "29",
            "is_in_scope": True,
            "population": pd.array([1000] * len(STATES), dtype="Int64"),
            "nearest_site_min": reach.nearest.minutes,
            "accessibility": np.where(reach.bounded, NAN, reach.high),
            "accessibility_low": reach.low,
            "accessibility_high": reach.high,
            "accessibility_quality": "A",
            "need": [NEED[truth] for truth in besoins],
            "taux_couverture_ftth": [RATE[truth] for truth in connectivites],
            "taux_low": [RATE[truth] for truth in connectivites],
            "taux_high": [RATE[truth] for truth in connectivites],
            "copper_class": None,
            "fermeture_technique": None,
            "flags": "",
        },
        geometry=gpd.points_from_xy([0.0] * len(STATES), [0.0] * len(STATES)),
        crs=4326,
    )
    people = np.full(len(STATES), 1000.0)
    demand = StandardisedDemand("none", 1.0, people, people == 0)
    return Indicators(table, [{} for _ in STATES], reach, {}, demand)
