"""The time of a mediator is shared among their places and counted once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.measures.staffing import shares_of_time


@pytest.mark.parametrize(
    ("hours", "shares"),
    [
        ([1820.0], [1]),
        ([None], [1]),
        ([300.0, 100.0], [0.75, 0.25]),
        ([300.0, None], [0.5, 0.5]),
        ([0.0, 0.0], [0.5, 0.5]),
    ],
)
def test_shares(hours: list[float | None], shares: list[float]) -> None:
    assert shares_of_time(hours) == shares


@given(st.lists(st.none() | st.floats(0, 8736), min_size=1, max_size=8))
def test_shares_make_one_whole(hours: list[float | None]) -> None:
    shares = shares_of_time(hours)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) >= 0


def test_a_mediator_works_somewhere() -> None:
    with pytest.raises(ValueError, match="without a place"):
        shares_of_time([])
