"""Tests of `carto.measures.copper_classes`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.measures.copper_classes import judged_levels

NAN = float("nan")


def test_a_closure_that_is_not_announced_is_not_near() -> None:
    classes, dates = ["CU2", None, None], ["2027-01-31", "2027-01-31", None]
    np.testing.assert_equal(judged_levels(classes, dates), [2.0, NAN, 0.0])


def test_any_missing_value_is_missing() -> None:
    missing = [None, NAN, pd.NA, pd.NaT]
    np.testing.assert_equal(judged_levels(missing, ["2027-01-31"] * 4), [NAN] * 4)
    np.testing.assert_equal(judged_levels(["CU4"] * 4, missing), [0.0] * 4)
