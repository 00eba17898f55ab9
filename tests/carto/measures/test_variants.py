"""Variants: each changes one convention, and the band holds them all."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.reach import Reach, measure_reach
from carto.measures.variants import VARIANTS, band, measure_variants
from carto.verdict.parameters import Catchment, Parameters
from tests.carto.measures.test_reach import HOURS, PER_WEEK, communes, places

PLACE = (0, HOURS, "declarees", True)


def variants(
    here: gpd.GeoDataFrame, there: gpd.GeoDataFrame, parameters: Parameters | None = None
) -> tuple[dict[str, list[tuple[float, float]]], Reach]:
    chosen = parameters or Parameters()
    reach = measure_reach(here, there, chosen)
    found = measure_variants(here, there, reach, chosen)
    pairs = {
        name: list(zip(bounds.low, bounds.high, strict=True)) for name, bounds in found.items()
    }
    return pairs, reach


def test_the_steps_are_the_accessibility_itself_by_default() -> None:
    found, reach = variants(communes((0, 1000), (6, 2000)), places(PLACE))
    assert found["paliers"] == list(zip(reach.low, reach.high, strict=True))


def test_each_variant_weighs_the_same_two_communes_by_its_own_convention() -> None:
    """At 0 and 8 km: 3.3 and 15.9 minutes."""
    found, _ = variants(communes((0, 1000), (8, 2000)), places(PLACE))
    minutes = np.array([2 + 60 * 1.3 * 0.7523 / 45, 2 + 60 * 1.3 * 8 / 45])
    gaussian = np.exp(-((minutes / 10) ** 2) / 2)
    weights = {"paliers": 0.1, "sans_baisse": 1.0, "paliers_larges": 0.3, "trois_etapes": 0.1}
    for name, weight in weights.items():
        alone = HOURS / (1000 + weight * 2000) * PER_WEEK
        assert found[name][0][1] == pytest.approx(alone, abs=5e-4)
        assert found[name][1][1] == pytest.approx(weight * alone, abs=5e-4)
    ratio = found["gaussienne"][1][1] / found["gaussienne"][0][1]
    assert ratio == pytest.approx(gaussian[1] / gaussian[0], rel=1e-3)


def test_wide_steps_reach_places_that_the_others_do_not() -> None:
    found, reach = variants(communes((0, 1000), (15, 500)), places(PLACE))
    assert reach.high[1] == 0
    assert found["paliers_larges"][1][1] > 0
    assert {found[name][1] for name in VARIANTS if name != "paliers_larges"} == {(0, 0)}


def test_without_weights_the_population_shares_what_the_demand_did() -> None:
    here = communes((0, 1000), (1, 1000)).assign(demand=[500.0, 1500.0])
    found, reach = variants(here, places(PLACE))
    assert found["sans_poids"][0] == found["sans_poids"][1]
    assert reach.high[0] == pytest.approx(found["sans_poids"][0][1])


def test_a_place_among_unknown_people_is_bounded_in_every_variant() -> None:
    found, _ = variants(communes((0, 1000)), places((0, HOURS, "declarees", False)))
    assert all(low == 0 < high for pairs in found.values() for low, high in pairs)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5000)), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3000)), min_size=1, max_size=4),
    st.sampled_from(["steps", "gaussian", "flat"]),
)
def test_the_band_holds_the_accessibility_and_every_variant(
    people: list[tuple[int, int]], hours: list[tuple[int, int]], decay: str
) -> None:
    here = communes(*people)
    there = places(*((km, float(number), "declarees", True) for km, number in hours))
    chosen = Parameters(catchment=Catchment(decay=decay))
    reach = measure_reach(here, there, chosen)
    found = measure_variants(here, there, reach, chosen)
    spanned = band(found, reach.bounds)
    for bounds in (reach.bounds, *found.values()):
        assert (spanned.low <= bounds.low).all()
        assert (spanned.high >= bounds.high).all()


def test_unknown_people_have_no_band() -> None:
    here, there = communes((0, None), (30, 1000)), places(PLACE)
    reach = measure_reach(here, there, Parameters())
    spanned = band(measure_variants(here, there, reach, Parameters()), reach.bounds)
    assert np.isnan(spanned.low).tolist() == np.isnan(spanned.high).tolist() == [True, False]


def test_every_variant_hands_out_the_same_hours() -> None:
    here, there = communes((0, 1000), (6, 2000), (12, 700)), places(PLACE, (9, 520.0, "etp", True))
    found, _ = variants(here, there)
    people = here["population"].to_numpy(dtype=float)
    for name, pairs in found.items():
        given_out = sum(n * high for n, (_, high) in zip(people, pairs, strict=True)) / PER_WEEK
        assert given_out == pytest.approx(HOURS + 520, rel=1e-3), name
