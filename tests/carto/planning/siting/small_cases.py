"""Small cases to try every choice on, and the network of San Francisco that spopt publishes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.carto.statistics.bundled import csv_columns, inside

Floats = NDArray[np.float64]

FOLDER = inside("spopt", "tests", "test_locate", "data")
TRIPS = csv_columns(FOLDER / "SF_network_distance_candidateStore_16_censusTract_205_new.csv")
TRACTS = csv_columns(FOLDER / "SF_demand_205_centroid_uniform_weight.csv")
STORES = sorted(set(TRIPS["name"]))


def san_francisco() -> tuple[Floats, Floats]:
    """Distances from the tracts to the stores, in metres, and the inhabitants of the tracts."""
    tracts = sorted(set(TRIPS["DestinationName"]))
    metres = np.full((len(tracts), len(STORES)), np.nan)
    rows = zip(TRIPS["DestinationName"], TRIPS["name"], TRIPS["distance"], strict=True)
    for tract, store, distance in rows:
        metres[tracts.index(tract), STORES.index(store)] = float(distance)
    people = dict(zip(TRACTS["NAME"], TRACTS["POP2000"], strict=True))
    return metres, np.array([float(people[name]) for name in sorted(people)])


METRES, PEOPLE = san_francisco()

CASES = st.tuples(st.integers(1, 7), st.integers(1, 6), st.integers(0, 5000))


def small_case(shape: tuple[int, int, int]) -> tuple[Floats, Floats, Floats]:
    """Draw costs, some of them infinite, people and costs to the places of today."""
    demand, candidates, seed = shape
    random = np.random.Generator(np.random.PCG64(seed))
    costs = random.integers(0, 30, (demand, candidates)).astype(float)
    costs[random.random(costs.shape) < 0.2] = np.inf
    today = random.integers(0, 40, demand).astype(float)
    today[random.random(demand) < 0.5] = np.inf
    return costs, random.integers(0, 9, demand).astype(float), today


def choices(candidates: int, count: int) -> list[list[int]]:
    """List every way to open at most so many places."""
    numbers = range(min(count, candidates) + 1)
    return [list(some) for number in numbers for some in combinations(range(candidates), number)]


def nearest(costs: Floats, today: Floats, opened: list[int]) -> Floats:
    return np.minimum(today, costs[:, opened].min(axis=1, initial=np.inf))
