"""The accessibility of dense arrays is the published one of sparse ones, by both methods."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from carto.measures.accessibility import bound
from carto.measures.catchment import selected
from carto.planning.grounds.access import access, chosen

WEIGHTS = st.lists(st.sampled_from([0.0, 0.1, 0.3, 1.0]), min_size=12, max_size=12)
DEMAND = st.lists(st.sampled_from([0.0, 250.0, 4000.0, float("nan")]), min_size=4, max_size=4)
HOURS = st.lists(st.floats(0, 3000), min_size=3, max_size=3)
KNOWN = st.lists(st.booleans(), min_size=3, max_size=3)


@given(WEIGHTS, DEMAND, HOURS, KNOWN, st.sampled_from(["e2sfca", "3sfca"]))
def test_it_is_the_published_accessibility(
    weights: list[float], demand: list[float], hours: list[float], known: list[bool], method: str
) -> None:
    pulls = np.array(weights).reshape(4, 3)
    people, supply, is_known = np.array(demand), np.array(hours), np.array(known)
    found = access(pulls, people, supply, is_known, method)
    sparse = selected(csr_matrix(pulls)) if method == "3sfca" else csr_matrix(pulls)
    expected = bound(sparse, people, supply, is_known)
    np.testing.assert_allclose(found.low.round(4), expected.low, atol=1.01e-4)
    np.testing.assert_allclose(found.high.round(4), expected.high, atol=1.01e-4)


def test_hours_are_all_shared_and_twice_the_hours_is_twice_the_access() -> None:
    pulls = np.array([[1.0, 0.3], [0.0, 1.0]])
    people, known = np.array([1000.0, 500.0]), np.array([True, True])
    one = access(pulls, people, np.array([520.0, 260.0]), known, "e2sfca").high
    assert (one * people).sum() / 1000 * 52 == pytest.approx(780)
    two = access(pulls, people, np.array([1040.0, 520.0]), known, "e2sfca").high
    assert two == pytest.approx(2 * one, abs=1e-12)


def test_shares_of_a_commune_sum_to_one() -> None:
    pulls = np.array([[1.0, 0.3, 0.1], [0.0, 0.0, 0.0]])
    share = np.divide(chosen(pulls), pulls, out=np.zeros_like(pulls), where=pulls > 0)
    assert share.sum(axis=1) == pytest.approx([1.0, 0.0])
