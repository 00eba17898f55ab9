"""Accessibility gives published answers, agrees with the reference library, keeps its invariants.

E1 is the three-tract hospital example of pysal/access: a city (3) with most doctors and two
suburbs, in four states of traffic. Its numbers were printed by two implementations, none ours.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from carto.measures import decay
from carto.measures.accessibility import accessibility, supply_ratios
from carto.measures.catchment import selected

Floats = NDArray[np.float64]

DOCTORS = np.array([15.0, 20.0, 100.0])
PEOPLE = np.array([100.0, 50.0, 10.0])
MAX_COST = 61
STEPS = ((10.0, 30.0, 60.0), (1.0, 0.68, 0.22))
# Scenario: cost into the city, out of it, across it.
SCENARIOS = {0: (40, 40, 80), 1: (20, 40, 80), 2: (40, 20, 80), 3: (20, 20, 40)}
GRAVITY = {
    0: [0.33144412, 0.57982813, 7.28641817],
    1: [0.43534022, 0.68372424, 5.72797661],
    2: [0.33107191, 0.57785779, 7.29999194],
    3: [0.4425684, 0.66675828, 5.74052465],
}
STEPPED = {
    0: [0.65839894, 0.89476967, 2.44216221],
    1: [0.75391389, 0.99028462, 1.00943796],
    2: [0.65207735, 0.86374058, 2.66052363],
    3: [0.79031489, 0.88896355, 1.15203341],
}


def costs(scenario: int) -> Floats:
    """Cost from each tract (row) to each hospital (column)."""
    inbound, outbound, across = SCENARIOS[scenario]
    return np.array(
        [[1, across, inbound], [across, 1, inbound], [outbound, outbound, 1]], dtype=float
    )


def by_gravity(scenario: int) -> Floats:
    cost = costs(scenario)
    return np.where(cost < MAX_COST, decay.gravity(cost, -1), 0.0)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_hospital_example_by_gravity(scenario: int) -> None:
    found = accessibility(csr_matrix(by_gravity(scenario)), PEOPLE, DOCTORS)
    assert found == pytest.approx(GRAVITY[scenario], abs=5e-9)
    assert found @ PEOPLE == pytest.approx(135)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_hospital_example_by_steps(scenario: int) -> None:
    found = accessibility(csr_matrix(decay.step(costs(scenario), *STEPS)), PEOPLE, DOCTORS)
    assert found == pytest.approx(STEPPED[scenario], abs=5e-9)
    assert found @ PEOPLE == pytest.approx(135)


def grid(catchment: float) -> Floats:
    """Measure what 5 points of a 5×5 grid reach, one unit of supply at each point (E3)."""
    column, row = np.divmod(np.arange(25.0), 5)
    lived_in = [0, 7, 12, 18, 24]
    cost = np.hypot(column[lived_in, None] - column, row[lived_in, None] - row)
    return accessibility(csr_matrix(decay.flat(cost, catchment)), np.ones(5), np.ones(25))


def test_an_unbounded_catchment_gives_total_supply_over_total_demand() -> None:
    assert grid(np.inf) == pytest.approx([25 / 5] * 5)


def test_a_catchment_of_one_point_gives_its_own_supply() -> None:
    assert grid(0.9) == pytest.approx([1.0] * 5)


METHODS = ("two_stage_fca", "three_stage_fca")


def by_library(method: str, cost: Floats, demand: Floats, supply: Floats) -> Floats:
    """Ask the access library, which answers NaN where nothing is in reach."""
    near, far = np.nonzero(cost <= STEPS[0][-1])
    pairs = pd.DataFrame({"origin": near, "dest": 10_000 + far, "cost": cost[near, far]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the library: pandas and geopandas deprecations
        from access import Access, weights  # noqa: PLC0415 - its import warns

        asked = Access(
            demand_df=pd.DataFrame({"geoid": range(len(demand)), "pop": demand}),
            demand_index="geoid",
            demand_value="pop",
            supply_df=pd.DataFrame({"geoid": 10_000 + np.arange(len(supply)), "doc": supply}),
            supply_index="geoid",
            supply_value="doc",
            cost_df=pairs,
            cost_origin="origin",
            cost_dest="dest",
            cost_name="cost",
        )
        step = weights.step_fn(dict(zip(*STEPS, strict=True)))
        getattr(asked, method)(name="found", weight_fn=step, max_cost=STEPS[0][-1])
    return np.asarray(asked.access_df["found_doc"].sort_index(), dtype=float)


@pytest.mark.parametrize("method", METHODS)
def test_the_access_library_agrees_on_500_random_communes(method: str) -> None:
    """E4: equal to 1e-9, and its NaN are our true zeros."""
    random = np.random.default_rng(29019)
    here, there = random.uniform(0, 400, size=(500, 2)), random.uniform(0, 400, size=(300, 2))
    here[:5] += 10_000  # islands
    cost = 1 + np.hypot(*(here[:, None] - there).T).T
    demand = random.integers(1, 5000, size=500).astype(float)
    supply = random.uniform(1, 3000, size=300)
    weights = csr_matrix(decay.step(cost, *STEPS))
    weights = selected(weights) if method == "three_stage_fca" else weights
    ours = accessibility(weights, demand, supply)
    theirs = by_library(method, cost, demand, supply)
    assert np.isnan(theirs).tolist() == (ours == 0).tolist()
    assert (ours == 0).sum() >= 5
    assert np.nan_to_num(theirs) == pytest.approx(ours, rel=1e-9)


@dataclass(frozen=True)
class Country:
    """Weights, demand and supply of some communes and places."""

    weights: Floats
    demand: Floats
    supply: Floats

    def access(self) -> Floats:
        """Supply per inhabitant in reach of each commune."""
        return accessibility(csr_matrix(self.weights), self.demand, self.supply)

    def in_three_steps(self) -> Country:
        """Share its hours by 3SFCA instead."""
        return replace(self, weights=selected(csr_matrix(self.weights)).toarray())

    def reachable(self) -> NDArray[np.bool_]:
        """Whether anybody reaches each place."""
        return self.weights.T @ self.demand > 0


@st.composite
def countries(draw: st.DrawFn) -> Country:
    """Draw some communes, some without inhabitants, and some places, some in no reach."""
    communes, places = draw(st.integers(1, 7)), draw(st.integers(1, 5))

    def floats(values: st.SearchStrategy[float], *shape: int) -> Floats:
        size = int(np.prod(shape))
        drawn = draw(st.lists(values, min_size=size, max_size=size))
        return np.array(drawn, dtype=float).reshape(shape)

    return Country(
        floats(st.sampled_from([0.0, 0.1, 0.3, 1.0]), communes, places),
        floats(st.integers(0, 100_000).map(float), communes),
        floats(st.integers(0, 3120).map(float), places),
    )


@given(countries())
def test_hours_are_conserved(country: Country) -> None:
    for shared in (country, country.in_three_steps()):
        given_out = shared.access() @ shared.demand
        assert given_out == pytest.approx(shared.supply[shared.reachable()].sum(), rel=1e-9)


@given(countries())
def test_accessibility_is_finite_and_zero_without_reach(country: Country) -> None:
    found = country.access()
    assert np.isfinite(found).all()
    assert (found >= 0).all()
    assert (found[country.weights.sum(axis=1) == 0] == 0).all()


@given(countries(), st.floats(0.01, 100))
def test_it_scales_with_supply_and_against_demand(country: Country, factor: float) -> None:
    found = country.access()
    more = Country(country.weights, country.demand, country.supply * factor)
    crowded = Country(country.weights, country.demand * factor, country.supply)
    assert more.access() == pytest.approx(found * factor, rel=1e-9)
    assert crowded.access() == pytest.approx(found / factor, rel=1e-9)


@given(countries(), st.lists(st.integers(0, 3120), min_size=5, max_size=5))
def test_it_is_linear_in_supply(country: Country, other: list[int]) -> None:
    added = np.array(other[: len(country.supply)], dtype=float)
    other_country = Country(country.weights, country.demand, added)
    both = Country(country.weights, country.demand, country.supply + added)
    assert both.access() == pytest.approx(country.access() + other_country.access(), rel=1e-12)


@given(countries(), st.data())
def test_a_new_place_never_lowers_anybody(country: Country, data: st.DataObject) -> None:
    reach = data.draw(
        st.lists(
            st.sampled_from([0.0, 0.1, 0.3, 1.0]),
            min_size=len(country.demand),
            max_size=len(country.demand),
        )
    )
    more = Country(
        np.column_stack([country.weights, reach]), country.demand, np.append(country.supply, 1820.0)
    )
    assert (more.access() >= country.access() * (1 - 1e-12)).all()


def test_by_three_steps_a_place_with_few_hours_may_lower_what_is_reached() -> None:
    alone = Country(np.array([[1.0], [1.0]]), np.array([10.0, 10.0]), np.array([100.0]))
    weights = np.array([[1.0, 1.0], [1.0, 0.0]])
    joined = Country(weights, alone.demand, np.array([100.0, 1.0])).in_three_steps()
    assert joined.access()[0] < alone.in_three_steps().access()[0]


@given(countries(), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_of_no_weight(country: Country, random: object) -> None:
    rows, columns = list(range(len(country.demand))), list(range(len(country.supply)))
    random.shuffle(rows)  # type: ignore[attr-defined]
    random.shuffle(columns)  # type: ignore[attr-defined]
    moved = Country(
        country.weights[np.ix_(rows, columns)], country.demand[rows], country.supply[columns]
    )
    assert moved.access() == pytest.approx(country.access()[rows], rel=1e-9)


def test_a_place_that_nobody_reaches_gives_nothing() -> None:
    weights = csr_matrix(np.array([[1.0, 0.0]]))
    assert supply_ratios(weights, np.array([10.0]), np.array([20.0, 99.0])).tolist() == [2.0, 0.0]
    empty_village = supply_ratios(csr_matrix([[1.0]]), np.array([0.0]), np.array([20.0]))
    assert empty_village.tolist() == [0.0]
