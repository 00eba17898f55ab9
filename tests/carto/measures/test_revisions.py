"""Revisions: a fall that chance does not explain, in share or in number."""

from __future__ import annotations

import numpy as np
import pytest

from carto.measures.revisions import revised
from carto.verdict.parameters import Projection


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (100.0, 98.0, False),
        (100.0, 97.0, True),
        (5000.0, 4990.0, False),
        (5000.0, 4989.0, True),
        (100.0, 120.0, False),
        (0.0, 0.0, False),
        (np.nan, 5.0, False),
        (5.0, np.nan, False),
    ],
)
def test_what_a_revision_is(before: float, after: float, expected: bool) -> None:
    found = revised(np.array([before]), np.array([after]), Projection())
    assert found.tolist() == [expected]
