"""Reasons gather per row; the more precise one, written later, replaces."""

from __future__ import annotations

import pandas as pd

from carto.reasons import Reasons


def test_nothing_is_explained_at_first() -> None:
    assert Reasons(2).by_row == [{}, {}]


def test_rows_do_not_share_their_reasons() -> None:
    reasons = Reasons(3)
    reasons.explain(["a", "b"], "WHY", [True, False, True])
    reasons.explain(["b"], "BETTER", pd.Series([False, False, True]))
    assert reasons.by_row == [{"a": "WHY", "b": "WHY"}, {}, {"a": "WHY", "b": "BETTER"}]


def test_a_reason_may_hold_everywhere() -> None:
    reasons = Reasons(2)
    reasons.explain(["a"], "WHY")
    assert reasons.by_row == [{"a": "WHY"}, {"a": "WHY"}]


def test_a_computed_column_repeats_the_reasons_of_its_source() -> None:
    reasons = Reasons(2)
    reasons.explain(["income"], "SECRET", [True, False])
    reasons.repeat("income", "need")
    assert reasons.by_row == [{"income": "SECRET", "need": "SECRET"}, {}]
