"""Candidates: what is near, at least some, and one's own; never across projections."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geodata.routing.candidates import candidates


def points(*rows: tuple[str, float]) -> pd.DataFrame:
    """Communes or places from (code, km)."""
    codes, km = zip(*rows, strict=True) if rows else ((), ())
    return pd.DataFrame(
        {
            "code_insee": pd.Series(codes, dtype=object),
            "departement": [code[:3] if code.startswith("97") else code[:2] for code in codes],
            "x_m": np.array(km, dtype=float) * 1000,
            "y_m": 0.0,
        }
    )


def test_those_around_and_at_least_the_nearest() -> None:
    here = points(("29001", 0), ("29002", 50))
    there = points(("29003", 5), ("29003", 9), ("29003", 20))
    found = candidates(here, there, 10, 1)
    assert [listed.tolist() for listed in found] == [[0, 1], [2]]


def test_the_places_of_a_commune_are_its_candidates_however_far() -> None:
    found = candidates(points(("29001", 0)), points(("29002", 1), ("29001", 80)), 10, 1)
    assert found[0].tolist() == [0, 1]


def test_nothing_is_near_across_two_projections() -> None:
    found = candidates(points(("97105", 0)), points(("29001", 0), ("97411", 0)), 10, 3)
    assert found[0].tolist() == []


def test_no_place() -> None:
    assert [listed.tolist() for listed in candidates(points(("29001", 0)), points(), 10, 3)] == [[]]


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=6, unique=True),
    st.lists(st.integers(0, 60), max_size=6),
    st.integers(1, 4),
)
def test_the_closest_are_always_there(towns: list[int], spots: list[int], nearest: int) -> None:
    here = points(*((f"2900{row}", km) for row, km in enumerate(towns)))
    found = candidates(here, points(*(("29009", km) for km in spots)), 10, nearest)
    for town, listed in zip(towns, found, strict=True):
        apart = np.abs(np.array(spots, dtype=float) - town)
        assert set(np.flatnonzero(apart <= 10)) <= set(listed)
        closest = np.sort(apart)[:nearest]
        assert np.sort(apart[listed])[:nearest].tolist() == closest.tolist()
