"""The defaults are those of the written method."""

from __future__ import annotations

import pytest

from carto.verdict.parameters import METHOD_VERSION, Parameters


def test_the_defaults_are_those_of_the_method() -> None:
    parameters = Parameters()
    assert parameters.method_version == METHOD_VERSION
    assert parameters.catchment.breaks_min == (10, 15, 20)
    assert parameters.catchment.weights == (1, 0.3, 0.1)
    assert parameters.catchment.buffer_km == 30
    assert parameters.travel.t0_min == 2
    assert parameters.travel.detour == 1.3
    assert parameters.travel.speed_kmh == 45
    assert parameters.travel.intra_factor == 0.5
    assert parameters.supply.max_h_week == 60
    assert parameters.supply.impute_france_services_h_week == 29
    assert parameters.alerts.accessibility_min == pytest.approx(0.285)
    assert (parameters.alerts.time_min, parameters.alerts.need) == (20, 7)
    assert parameters.alerts.fibre_pct == 95
    assert parameters.quality.min_pop_informed == 0.8
