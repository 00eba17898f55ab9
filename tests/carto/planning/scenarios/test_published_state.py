"""Where a scenario starts from: the published rows, and the unknown where there is none."""

from __future__ import annotations

import numpy as np

from tests.carto.planning.small_ground import small_ground
from tests.carto.planning.small_state import small_state


def test_a_commune_that_is_not_published_is_unknown() -> None:
    state = small_state(small_ground())
    assert state.is_published.tolist() == [True, True, True, True, False]
    assert np.isnan(state.evidence.minutes).tolist() == [False, False, False, False, True]
    assert np.isnan(state.evidence.highest[4])
    assert not state.is_counted[4]


def test_no_time_where_places_are_counted_is_out_of_reach() -> None:
    state = small_state(small_ground(), nearest_site_min=None)
    assert np.isinf(state.evidence.minutes[:4]).all()


def test_a_commune_without_inhabitants_is_empty() -> None:
    ground = small_ground(people=(8000.0, 0.0, 500.0, 200.0, 900.0))
    assert small_state(ground).is_empty.tolist() == [False, True, False, False, False]
