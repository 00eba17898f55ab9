"""Reach: hours shared among the people around, and bounds where they are not in the data."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from carto.measures.reach import Reach, measure_reach
from carto.verdict.parameters import Parameters

HOURS = 1820.0
PER_WEEK = 1000 / 52


def communes(*rows: tuple[float, float | None]) -> gpd.GeoDataFrame:
    """Communes of 16 km² along a road, from (km, population)."""
    return gpd.GeoDataFrame(
        {
            "x_m": [km * 1000 for km, _ in rows],
            "y_m": 0.0,
            "landmass": "continent",
            "superficie_km2": 16.0,
            "population": pd.array([people for _, people in rows], dtype="Int64"),
            "demand": [np.nan if people is None else float(people) for _, people in rows],
        }
    )


def places(*rows: tuple[float, float, str, bool]) -> gpd.GeoDataFrame:
    """Places along the same road, from (km, hours a year, source of hours, demand known)."""
    columns = ["km", "hours_per_year", "hours_source", "is_demand_known"]
    table = pd.DataFrame(list(rows), columns=columns)
    table = table.assign(id=[f"lieu-{row:03d}" for row in range(len(table))])
    return gpd.GeoDataFrame(table.assign(x_m=table["km"] * 1000.0, y_m=0.0, landmass="continent"))


def reach(here: gpd.GeoDataFrame, there: gpd.GeoDataFrame) -> Reach:
    return measure_reach(here, there, Parameters())


def test_hours_are_shared_among_those_in_reach_by_their_weights() -> None:
    found = reach(communes((0, 1000), (6, 2000), (30, 500)), places((0, HOURS, "declarees", True)))
    ratio = HOURS / (1000 + 0.3 * 2000) * PER_WEEK
    assert found.high == pytest.approx([ratio, 0.3 * ratio, 0], abs=5e-5)
    assert not found.bounded.any()


def test_a_place_with_unknown_demand_gives_two_bounds() -> None:
    found = reach(
        communes((0, 1000), (30, 500)),
        places((0, HOURS, "declarees", True), (3, 520.0, "declarees", False)),
    )
    assert found.low[0] == pytest.approx(HOURS / 1000 * PER_WEEK, abs=5e-5)
    assert found.high[0] == pytest.approx((HOURS + 520) / 1000 * PER_WEEK, abs=5e-5)
    assert found.bounded.tolist() == [True, False]


def test_a_place_with_unknown_demand_beyond_reach_bounds_nothing() -> None:
    found = reach(communes((0, 1000)), places((11, 520.0, "declarees", False)))
    assert (found.low.tolist(), found.high.tolist()) == ([0], [0])
    assert not found.bounded.any()


def test_a_place_shared_with_an_unknown_population_is_only_bounded() -> None:
    found = reach(communes((0, None), (0, 1000)), places((0, HOURS, "declarees", True)))
    assert np.isnan(found.low[0])
    assert np.isnan(found.high[0])
    assert np.isfinite(found.high[1])
    assert (found.low[1], found.bounded.tolist()) == (0, [False, True])


def test_an_empty_village_shares_with_nobody_and_divides_nothing() -> None:
    found = reach(communes((0, 0)), places((0, HOURS, "declarees", True)))
    assert found.high.tolist() == [0]
    assert np.isnan(found.imputed_share[0])


@pytest.mark.parametrize(("imputed", "share"), [(0.0, 0.0), (HOURS, 0.5), (3 * HOURS, 0.75)])
def test_the_share_of_imputed_hours(imputed: float, share: float) -> None:
    found = reach(
        communes((0, 1000)),
        places((0, HOURS, "declarees", True), (0, imputed, "imputees", True)),
    )
    assert found.imputed_share[0] == pytest.approx(share, abs=1e-4)


def test_accessibility_is_published_to_four_decimals() -> None:
    found = reach(communes((0, 7777)), places((0, HOURS, "declarees", True)))
    assert found.high[0] == round(HOURS / 7777 * PER_WEEK, 4)


def test_no_place_at_all() -> None:
    found = reach(communes((0, 1000)), places())
    assert found.high.tolist() == [0]
    assert found.nearest.position.tolist() == [-1]


def test_hours_by_working_time_are_an_estimate_that_keeps_the_grade() -> None:
    sources = ("declarees", "etp", "imputees")
    found = reach(communes((0, 1000)), places(*((0, HOURS, source, True) for source in sources)))
    assert found.catchments.is_estimated.tolist() == [False, True, True]
    assert found.imputed_share == pytest.approx([1 / 3], abs=1e-4)
