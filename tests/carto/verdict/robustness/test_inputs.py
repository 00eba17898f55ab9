"""Drawn inputs stay in their ranges, and evidence under the published ones is the published one."""

from __future__ import annotations

from dataclasses import astuple, replace

import numpy as np
import pytest

from carto.measures.travel_models import MARGIN
from carto.verdict.parameters import Catchment, Parameters, Robustness, Travel, reach_km
from carto.verdict.robustness.inputs import draw_inputs, draw_travels, evidence_under
from tests.carto.verdict.robustness.cases import STILL, parameters, thrown


@pytest.mark.parametrize("decay", ["steps", "gaussian", "flat"])
@pytest.mark.parametrize("method", ["e2sfca", "3sfca"])
def test_the_published_inputs_give_the_published_evidence(decay: str, method: str) -> None:
    variant = replace(parameters(), catchment=Catchment(decay=decay, method=method))
    case = thrown(variant)
    found = evidence_under(case, case.published)
    for computed, published in zip(astuple(found), astuple(case.evidence), strict=True):
        np.testing.assert_array_equal(computed, published)


def test_draws_stay_in_their_ranges() -> None:
    case = thrown(parameters(input_draws=50))
    ranges = case.parameters.robustness
    known = ~np.isnan(case.evidence.need)
    for inputs in draw_inputs(case):
        assert ranges.detour[0] <= inputs.travel.detour <= ranges.detour[1]
        assert ranges.speed_kmh[0] <= inputs.travel.speed_kmh <= ranges.speed_kmh[1]
        assert (inputs.hours > 0).all()
        assert (np.isnan(inputs.need) == ~known).all()
        assert inputs.need[known].min() >= 1
        assert inputs.need[known].max() <= 10
        low, high = case.taux_bracket
        assert ((inputs.taux >= low) & (inputs.taux <= high) | np.isnan(inputs.taux)).all()


def test_hours_that_are_not_declared_vary_more() -> None:
    case = thrown(parameters(input_draws=200))
    assert case.reach is not None
    drawn = np.log(np.stack([inputs.hours for inputs in draw_inputs(case)]) / case.hours)
    estimated = case.reach.catchments.is_estimated
    assert drawn.mean() == pytest.approx(0, abs=0.03)
    assert drawn[:, ~estimated].std() == pytest.approx(0.2, rel=0.1)
    assert drawn[:, estimated].std() == pytest.approx(0.4, rel=0.1)


def test_without_noise_every_draw_is_what_is_published() -> None:
    case = thrown(Parameters(robustness=replace(STILL, input_draws=3)))
    for inputs in draw_inputs(case):
        assert inputs.travel == case.published.travel
        np.testing.assert_array_equal(inputs.hours, case.hours)
        np.testing.assert_array_equal(inputs.need, case.evidence.need)
        np.testing.assert_array_equal(inputs.taux, case.evidence.taux)


def test_without_a_source_of_places_supply_stays_unknown() -> None:
    case = thrown(parameters())
    nothing = np.full(len(case.codes), np.nan)
    unknown = replace(case.evidence, minutes=nothing, lowest=nothing, highest=nothing)
    without = replace(case, reach=None, evidence=unknown)
    drawn = next(draw_inputs(without))
    assert drawn.hours.size == 0
    assert np.isnan(evidence_under(without, drawn).minutes).all()


def test_trips_are_listed_as_far_as_the_fastest_draw_goes() -> None:
    ranges, travel = Robustness(), Travel()
    fastest = replace(travel, detour=ranges.detour[0], speed_kmh=ranges.speed_kmh[1])
    farthest = reach_km(fastest, Catchment())
    assert farthest == pytest.approx(13.0)
    assert farthest <= MARGIN * reach_km(travel, Catchment())


def test_travels_repeat_and_fill_their_ranges() -> None:
    ranges = Robustness(input_draws=500)
    travels = draw_travels(Travel(), ranges)
    assert travels == draw_travels(Travel(), ranges)
    assert np.mean([one.detour for one in travels]) == pytest.approx(1.325, abs=0.01)
    assert np.mean([one.speed_kmh for one in travels]) == pytest.approx(45, abs=0.6)
