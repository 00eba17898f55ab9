"""The unit of accessibility."""

from __future__ import annotations

import numpy as np
import pytest

from carto.measures.hour_rates import WEEKS_PER_YEAR, per_week_per_1000


def test_the_unit_of_display() -> None:
    one_hour_a_week_for_a_thousand = np.array([WEEKS_PER_YEAR / 1000])
    assert per_week_per_1000(one_hour_a_week_for_a_thousand) == pytest.approx([1.0])
