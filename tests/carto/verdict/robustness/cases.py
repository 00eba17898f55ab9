"""Invented territories: communes and places thrown at random, every kind of unknown among them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from carto.measures.reach import Reach, measure_reach
from carto.verdict.evidence import MINUTES_DECIMALS, Evidence
from carto.verdict.parameters import Parameters, Robustness
from carto.verdict.robustness.inputs import Case

STILL = Robustness(
    detour=(1.3, 1.3),
    speed_kmh=(45.0, 45.0),
    hours_sigma=0.0,
    hours_sigma_imputed=0.0,
    need_sigma=0.0,
)


def parameters(**ranges: Any) -> Parameters:
    """Parameters with other ranges; few draws, for speed."""
    return Parameters(robustness=replace(Robustness(input_draws=20), **ranges))


def thrown(method: Parameters, *, communes: int = 40, places: int = 12, seed: int = 1) -> Case:
    """Throw communes and places on a square of 40 km."""
    random = np.random.default_rng(seed)
    population = random.integers(50, 5000, communes).astype(float)
    population[0] = np.nan
    here = gpd.GeoDataFrame(
        {
            "code_insee": [f"29{row:03d}" for row in range(communes)],
            "x_m": random.uniform(0, 40_000, communes),
            "y_m": random.uniform(0, 40_000, communes),
            "landmass": "continent",
            "superficie_km2": 12.0,
            "population": population,
            "demand": population,
        }
    )
    there = gpd.GeoDataFrame(
        {
            "id": [f"lieu-{row:03d}" for row in range(places)],
            "x_m": random.uniform(0, 40_000, places),
            "y_m": random.uniform(0, 40_000, places),
            "landmass": "continent",
            "hours_per_year": random.uniform(50, 2000, places),
            "hours_source": np.resize(["imputees", "declarees", "etp"], places),
            "is_demand_known": np.arange(places) != 1,
        }
    )
    reach = measure_reach(here, there, method)
    need = random.uniform(5, 9, communes).round(2)
    taux = random.uniform(0.9, 1, communes).round(6)
    need[1:2], taux[2:3] = np.nan, np.nan
    return case_of(here["code_insee"], reach, (need, taux), method)


def case_of(
    codes: pd.Series, reach: Reach, scores: tuple[np.ndarray, np.ndarray], method: Parameters
) -> Case:
    """Make a case of what is reached, of needs and of rates, these within 3 points."""
    need, taux = scores
    evidence = Evidence(
        reach.nearest.minutes.round(MINUTES_DECIMALS),
        reach.low,
        reach.high,
        need,
        taux,
        np.zeros(len(need)),
    )
    moves = method.robustness.need_sigma > 0
    margin = 0.03 if moves else 0.0
    bracket = taux - margin, np.minimum(taux + margin, 1.0)
    return Case(codes.to_numpy(dtype=str), reach, evidence, bracket, method)
