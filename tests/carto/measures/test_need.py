"""Need by income: the boundaries of the deciles, and never richer means needier."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.need import need_by_income
from carto.verdict.parameters import Need

DECILES = (18390, 19380, 20230, 20920, 21670, 22620, 23640, 24990, 28480)


def test_the_national_deciles_are_those_published() -> None:
    assert Need().revenu_deciles == DECILES


@pytest.mark.parametrize(("rank", "decile"), list(enumerate(DECILES)))
def test_a_decile_belongs_to_the_richer_side(rank: int, decile: int) -> None:
    found = need_by_income([decile - 1, decile, decile + 1], Need())
    assert found.tolist() == [10 - rank, 9 - rank, 9 - rank]


def test_the_alert_begins_below_the_fourth_decile() -> None:
    assert (need_by_income([20919, 20920], Need()) >= 7).tolist() == [True, False]


def test_an_unpublished_income_gives_no_score() -> None:
    assert np.isnan(need_by_income([np.nan], Need())).all()


@given(st.lists(st.floats(1, 100_000), min_size=2))
def test_need_never_rises_with_income(incomes: list[float]) -> None:
    found = need_by_income(np.sort(incomes), Need())
    assert (np.diff(found) <= 0).all()
    assert ((found >= 1) & (found <= 10)).all()
