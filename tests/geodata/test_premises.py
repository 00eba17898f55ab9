"""Counts of premises: what is impossible is refused, what is doubtful is remarked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.premises import HIGHEST_RATE, remark_doubts, require_possible
from geodata.values.verdicts import Remark, UnusableValueError

COUNTS = st.none() | st.integers(0, 10**6)
Judge = Callable[[int | None, int | None, Remark], None]


def remarked(judge: Judge, locaux: int | None, raccordables: int | None) -> list[str]:
    """Codes of what a judge remarks on."""
    codes: list[str] = []

    def remark(code: str, said: str) -> None:
        assert said
        codes.append(code)

    judge(locaux, raccordables, remark)
    return codes


@pytest.mark.parametrize(
    ("locaux", "raccordables", "codes"),
    [
        (779, 595, []),
        (100, 100, []),
        (100, 101, ["TAUX_SUPERIEUR_A_UN"]),
        (100, 150, ["TAUX_SUPERIEUR_A_UN"]),
        (0, 0, ["LOCAUX_NULS"]),
        (None, 5, []),
        (5, None, []),
    ],
)
def test_doubts(locaux: int | None, raccordables: int | None, codes: list[str]) -> None:
    assert remarked(require_possible, locaux, raccordables) == codes


@pytest.mark.parametrize(("locaux", "raccordables"), [(100, 151), (0, 1)])
def test_what_cannot_be_says_both_counts(locaux: int, raccordables: int) -> None:
    with pytest.raises(UnusableValueError, match=f"{raccordables} locaux.*{locaux}") as caught:
        remarked(require_possible, locaux, raccordables)
    assert caught.value.code == "TAUX_IMPOSSIBLE"


@given(COUNTS, COUNTS)
def test_a_history_refuses_nothing_and_remarks_the_same(
    locaux: int | None, raccordables: int | None
) -> None:
    kept = remarked(remark_doubts, locaux, raccordables)
    try:
        assert remarked(require_possible, locaux, raccordables) == kept
    except UnusableValueError:
        assert raccordables is not None
        assert locaux is not None
        assert raccordables > HIGHEST_RATE * locaux
