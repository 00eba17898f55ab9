"""Location: published optima of San Francisco, every choice tried on small cases, bad cases."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from carto.planning.siting.location import fewest_places, max_cover, p_center, p_median
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


def test_p_median_of_san_francisco() -> None:
    found = p_median(METRES, PEOPLE, 4)
    assert found.objective / PEOPLE.sum() == pytest.approx(2982.1268579890657, rel=1e-12)
    assert found.objective == pytest.approx(2848268129.71, abs=0.01)
    assert found.chosen.tolist() == [1, 2, 5, 10]
    assert (found.gap, found.out_of_reach.size) == (0, 0)


def test_most_people_within_five_kilometres() -> None:
    found = max_cover(METRES, PEOPLE, 4, radius=5000)
    uncovered = (METRES[:, found.chosen].min(axis=1) > 5000).sum()
    assert found.objective == 875_247
    assert uncovered == 21
    assert 100 * (1 - uncovered / len(METRES)) == pytest.approx(89.75609756097561)


def test_fewest_places_within_five_kilometres() -> None:
    found = fewest_places(METRES, radius=5000)
    assert found.objective == len(found.chosen) == 8
    assert METRES[:, found.chosen].min(axis=1).max() <= 5000


def test_the_longest_trip_is_shortest() -> None:
    found = p_center(METRES, 4)
    assert found.objective == pytest.approx(7403.0638, abs=1e-4)
    assert METRES[:, found.chosen].min(axis=1).max() == found.objective


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


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(1, 3))
def test_no_other_places_make_trips_shorter(shape: tuple[int, int, int], count: int) -> None:
    costs, people, today = small_case(shape)
    found = p_median(costs, people, count, today)
    farthest = costs[np.isfinite(costs)].max(initial=0)
    served = np.isfinite(nearest(costs, today, list(range(shape[1]))))
    base = np.where(np.isfinite(today), today, farthest)
    tried = [
        people[served] @ nearest(costs, base, opened)[served] for opened in choices(shape[1], count)
    ]
    assert found.objective == pytest.approx(min(tried))
    assert len(found.chosen) <= count
    assert found.out_of_reach.tolist() == np.flatnonzero(~served).tolist()


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(1, 3), st.integers(0, 20))
def test_no_other_places_cover_more_people(
    shape: tuple[int, int, int], count: int, radius: int
) -> None:
    costs, people, today = small_case(shape)
    found = max_cover(costs, people, count, radius, today)
    tried = [
        people[nearest(costs, today, opened) <= radius].sum() for opened in choices(shape[1], count)
    ]
    assert found.objective == max(tried)
    assert len(found.chosen) <= count


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(0, 20))
def test_no_fewer_places_cover_all(shape: tuple[int, int, int], radius: int) -> None:
    costs, _, today = small_case(shape)
    found = fewest_places(costs, radius, today)
    coverable = nearest(costs, today, list(range(shape[1]))) <= radius
    enough = [
        opened
        for opened in choices(shape[1], shape[1])
        if (nearest(costs, today, opened)[coverable] <= radius).all()
    ]
    assert found.objective == min(len(opened) for opened in enough)
    assert sum(found.chosen) == min(sum(o) for o in enough if len(o) == found.objective)
    assert found.out_of_reach.tolist() == np.flatnonzero(~coverable).tolist()


@settings(max_examples=60, deadline=None)
@given(CASES, st.integers(0, 3))
def test_no_other_places_shorten_the_longest_trip(shape: tuple[int, int, int], count: int) -> None:
    costs, _, today = small_case(shape)
    served = np.isfinite(nearest(costs, today, list(range(shape[1]))))
    tried = [
        nearest(costs, today, opened)[served].max(initial=0) for opened in choices(shape[1], count)
    ]
    if np.isinf(min(tried)):
        with pytest.raises(ValueError, match="may open"):
            p_center(costs, count, today)
        return
    found = p_center(costs, count, today)
    assert found.objective == min(tried)
    assert len(found.chosen) <= count


def test_nothing_in_reach_of_anything_opens_nothing() -> None:
    never = np.full((2, 3), np.inf)
    for found in (p_median(never, [1, 1], 1), p_center(never, 1), fewest_places(never, 5)):
        assert (found.chosen.size, found.objective) == (0, 0)
        assert found.out_of_reach.tolist() == [0, 1]
