"""What places bring to a commune adds up to what the commune reaches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto.contracts import check
from carto.measures.contributions import measure_contributions
from carto.measures.reach import measure_reach
from carto.tables.contributions import CONTRIBUTIONS
from carto.verdict.parameters import Parameters
from tests.carto.measures.test_reach import HOURS, communes, places

PARAMETERS = Parameters()


def around():
    """Three communes and three places along a road."""
    here = communes((0, 1000), (6, 2000), (30, 500), (9, None))
    here = here.assign(code_insee=["29001", "29002", "29003", "29004"], is_published=True)
    there = places(
        (0, HOURS, "declarees", True), (5, 520.0, "imputees", True), (31, 100.0, "imputees", True)
    )
    return here, there


def test_contributions_add_up_to_the_accessibility():
    here, there = around()
    reach = measure_reach(here, there, PARAMETERS)
    found = measure_contributions(here, reach, PARAMETERS.catchment)
    assert check(found, CONTRIBUTIONS) == []
    sums = found.groupby("code_insee")["accessibility"].sum()
    expected = dict(zip(here["code_insee"], reach.high, strict=True))
    assert sums.to_dict() == pytest.approx(
        {code: value for code, value in expected.items() if value > 0}, abs=1e-4
    )


def test_each_row_says_how_far_and_with_what_weight():
    here, there = around()
    reach = measure_reach(here, there, PARAMETERS)
    found = measure_contributions(here, reach, PARAMETERS.catchment)
    mine = found[found["code_insee"] == "29002"]
    assert mine["km"].tolist() == [6.0, 1.0]
    assert mine["weight"].tolist() == [0.3, 1.0]
    assert (mine["minutes"] > 2).all()


@pytest.mark.parametrize("method", ["e2sfca", "3sfca"])
def test_a_calculator_finds_each_part_again(method: str):
    here, there = around()
    catchment = replace(PARAMETERS.catchment, method=method)
    reach = measure_reach(here, there, replace(PARAMETERS, catchment=catchment))
    found = measure_contributions(here, reach, catchment)
    again = found["weight"] * found["hours_per_week"] * 1000 / found["people"]
    assert again.to_numpy() == pytest.approx(found["accessibility"].to_numpy(), rel=1e-4)
    assert (found.groupby("site_id")[["hours_per_week", "people"]].nunique() == 1).all(axis=None)


def test_nobody_is_shown_beyond_the_published_communes():
    here, there = around()
    reach = measure_reach(here, there, PARAMETERS)
    hidden = here.assign(is_published=[True, False, False, False])
    found = measure_contributions(hidden, reach, PARAMETERS.catchment)
    assert set(found["code_insee"]) == {"29001"}
    unknown = measure_contributions(here, reach, PARAMETERS.catchment)
    assert "29004" not in set(unknown["code_insee"])
    assert np.isnan(reach.high[3])


def test_without_a_source_of_places_there_is_no_row():
    here, _ = around()
    found = measure_contributions(here, None, PARAMETERS.catchment)
    assert found.empty
    assert check(found, CONTRIBUTIONS) == []
