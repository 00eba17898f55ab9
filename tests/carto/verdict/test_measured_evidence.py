"""Measured evidence is what is published: rounded times, bounds, NaN where nothing is known."""

from __future__ import annotations

from dataclasses import astuple, replace

import numpy as np
import pandas as pd

from carto.verdict.measured_evidence import evidence_of, measured
from tests.carto.verdict.states import indicators_of_every_state, reach_of
from tests.carto.verdict.truth import STATES


def test_evidence_has_the_values_of_the_table() -> None:
    indicators = indicators_of_every_state()
    evidence = evidence_of(indicators)
    np.testing.assert_array_equal(evidence.minutes, indicators.table["nearest_site_min"])
    np.testing.assert_array_equal(evidence.accessibility, indicators.table["accessibility"])
    np.testing.assert_array_equal(evidence.need, indicators.table["need"])
    np.testing.assert_array_equal(evidence.taux, indicators.table["taux_couverture_ftth"])
    assert (evidence.copper_levels == 0).all()


def test_times_are_rounded_as_they_are_published() -> None:
    indicators, reach = indicators_of_every_state(), reach_of([False] * len(STATES))
    nearest = replace(reach.nearest, minutes=np.full(len(STATES), 20.004))
    evidence = evidence_of(replace(indicators, reach=replace(reach, nearest=nearest)))
    assert set(evidence.minutes) == {20.0}


def test_without_a_source_of_places_supply_is_unknown() -> None:
    evidence = evidence_of(replace(indicators_of_every_state(), reach=None))
    minutes, lowest, highest, *_ = astuple(evidence)
    assert np.isnan([minutes, lowest, highest]).all()
    assert not np.isnan(evidence.need).all()


def test_a_missing_value_is_not_a_number() -> None:
    table = pd.DataFrame({"n": pd.array([1, None], dtype="Int64")})
    np.testing.assert_array_equal(measured(table, "n"), [1.0, np.nan])
