"""Proposals: shares and gaps that are never divided by nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.planning.siting.proposal import Loss, Proposal
from carto.planning.siting.question import Question
from tests.carto.planning.siting.proposals import proposal


def of(before: float, after: float, bound: float, *, is_best: bool = False) -> Proposal:
    return replace(
        proposal(Question(count=2)),
        before=Loss(before, 2.0),
        after=Loss(after, 1.0),
        bound=bound,
        is_best=is_best,
    )


def test_the_share_is_that_of_the_perimeter() -> None:
    assert of(10, 4, 5).closed_share == pytest.approx(0.6)
    assert of(0, 0, 0).closed_share is None
    assert of(float("inf"), 4, 5).closed_share is None


def test_the_gap_is_a_share_of_what_the_best_may_gain() -> None:
    assert of(10, 4, 4).gap == pytest.approx((5 - 4) / (12 - 4))
    assert of(10, 4, 4, is_best=True).gap == 0
    assert of(10, 4, 12).gap == 0


def test_where_places_are_counted_the_gap_is_in_places() -> None:
    found = replace(proposal(Question("tous")), is_best=False, bound=1.0)
    assert found.gap == pytest.approx((found.opened - 1) / found.opened)


def test_the_gap_of_a_longest_trip_is_a_share_of_it() -> None:
    found = replace(proposal(Question("plus-loin", count=2)), is_best=False)
    assert replace(found, bound=found.after.whole * 0.75).gap == pytest.approx(0.25)
