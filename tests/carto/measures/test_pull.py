"""The pull of a place: each decay of the parameters, and where it ends."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.pull import pull
from carto.verdict.parameters import DECAYS, Catchment

MINUTES = st.lists(st.floats(0, 60), min_size=1, max_size=20)


@given(MINUTES, st.sampled_from(DECAYS))
def test_every_decay_falls_from_one_and_ends_with_the_last_step(
    minutes: list[float], decay: str
) -> None:
    weights = pull(np.sort(minutes), Catchment(decay=decay))
    assert (np.diff(weights) <= 0).all()
    assert ((weights >= 0) & (weights <= 1)).all()
    assert (weights[np.sort(minutes) > 20] == 0).all()
    assert (weights[np.sort(minutes) <= 20] > 0).all()


def test_the_standard_deviation_is_that_of_the_parameters() -> None:
    found = pull([10.0], Catchment(decay="gaussian", gaussian_min=10.0))
    assert found == pytest.approx([0.60653066], abs=1e-8)
