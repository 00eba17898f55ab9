"""Catchments: the decay and the method of the parameters, each against its definition."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from carto.measures.catchment import catchment_weights, selected
from carto.measures.travel import Trips
from carto.verdict.parameters import DECAYS, Catchment


def trips(*minutes: float) -> Trips:
    """Trips from one commune to as many places."""
    places = np.arange(len(minutes))
    from_one = np.zeros(len(minutes), dtype=int)
    km, known = np.array(minutes), np.ones(len(minutes), dtype=bool)
    return Trips(from_one, places, km, np.array(minutes), known, (1, len(minutes)))


@pytest.mark.parametrize("decay", DECAYS)
def test_what_is_out_of_reach_is_not_stored(decay: str) -> None:
    weights = catchment_weights(trips(0, 20, 20.01, float("inf")), Catchment(decay=decay))
    assert weights.indices.tolist() == [0, 1]
    assert weights[0, 0] == 1


def test_three_steps_share_people_between_places_by_their_pull() -> None:
    steps = Catchment()
    found = catchment_weights(trips(5, 12, 18), replace(steps, method="3sfca"))
    pulls = np.array([1, 0.3, 0.1])
    assert found.toarray()[0] == pytest.approx(pulls * pulls / pulls.sum())


def test_one_place_in_reach_weighs_the_same_by_both_methods() -> None:
    one = trips(12)
    three = catchment_weights(one, Catchment(method="3sfca"))
    assert three.toarray() == pytest.approx(catchment_weights(one, Catchment()).toarray())


@given(st.lists(st.sampled_from([0.0, 0.1, 0.3, 1.0]), min_size=6, max_size=6))
def test_shares_sum_to_one_where_something_is_in_reach(weights: list[float]) -> None:
    given_weights = np.array(weights).reshape(2, 3)
    shares = np.divide(
        selected(csr_matrix(given_weights)).toarray(),
        given_weights,
        out=np.zeros((2, 3)),
        where=given_weights > 0,
    )
    assert shares.sum(axis=1) == pytest.approx((given_weights.sum(axis=1) > 0).astype(float))
