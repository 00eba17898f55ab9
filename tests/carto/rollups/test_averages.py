"""Averages are those of people, and too few informed people give none."""

from __future__ import annotations

import numpy as np
import pytest

from carto.rollups.averages import AVERAGED, COUNTED, roll_up_averages
from tests.carto.rollups.sample import one_territory

NAN = float("nan")


def rolled(people: list[float], **columns: list[float]) -> dict[str, float]:
    empty = dict.fromkeys((*AVERAGED, *COUNTED), [NAN] * len(people))
    found = roll_up_averages(one_territory({"population": people} | empty | columns))
    return {name: float(value) for name, (value,) in found.items()}


def test_villages_do_not_outweigh_the_town() -> None:
    minutes = [2.0, 30.0, 30.0]
    found = rolled([9800.0, 100.0, 100.0], nearest_site_min=minutes)
    assert found["nearest_site_min"] == pytest.approx(2.56)
    assert np.mean(minutes) - found["nearest_site_min"] > 18


@pytest.mark.parametrize(("informed", "published"), [(799.0, False), (800.0, True)])
def test_under_eighty_percent_informed_nothing_is_published(
    informed: float, published: bool
) -> None:
    found = rolled(
        [informed, 1000 - informed],
        need=[5.0, NAN],
        accessibility=[1.0, NAN],
        people_65_count=[200.0, NAN],
    )
    assert found["need_informed_share"] == found["people_65_informed_share"] == informed / 1000
    for name in ("need", "accessibility", "accessibility_median", "people_65_count"):
        assert (not np.isnan(found[name])) is published, name


def test_people_at_risk_are_summed_where_they_are_known() -> None:
    found = rolled(
        [500.0, 400.0, 100.0],
        people_65_count=[50.25, 30.5, NAN],
        people_without_diploma_count=[10.0, 20.0, 30.0],
    )
    assert (found["people_65_count"], found["people_65_informed_share"]) == (80.75, 0.9)
    assert found["people_without_diploma_count"] == 60


def test_the_index_of_others_stands_beside_the_need() -> None:
    found = rolled([300.0, 100.0], need=[8.0, 4.0], ifn_total=[2.0, 6.0])
    assert (found["need"], found["ifn_total"]) == (7.0, 3.0)
    assert found["ifn_total_informed_share"] == 1
