"""What withdrawals and reductions leave, on a line of communes known by hand."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.closing.closure_effect import (
    is_place_inside,
    nearest_left,
    reduction,
    stakes_of,
    withdrawal,
)
from tests.carto.planning.small_ground import small_ground

PORT = np.array([2])
BOTH_OF_VILLE = np.array([0, 1])


def test_withdrawing_one_of_two_places_lengthens_no_trip() -> None:
    loss = withdrawal(small_ground(), np.array([1]))
    assert not loss.is_farther.any()
    assert loss.hours_before - loss.hours_after == 7
    assert loss.has_less.any(), "fewer hours are left to share"


def test_the_people_of_a_commune_go_to_the_next_place() -> None:
    loss = withdrawal(small_ground(), PORT)
    # Port was at the least time from its own place; it is now 30 km from that of Ville.
    port = 3
    assert loss.after[port] == pytest.approx(2 + 30 * 1.3 * 60 / 45)
    assert loss.added[port] == pytest.approx((30 - 1) * 1.3 * 60 / 45)
    assert loss.is_farther.tolist() == [False, False, True, True, True]
    assert loss.people_farther == 500 + 200 + 900
    assert loss.people_cut_off == 0


def test_people_around_the_perimeter_are_farther_too_but_not_counted_in_it() -> None:
    loss = withdrawal(small_ground(), PORT)
    before, after = loss.people_beyond(20)
    assert (before, after) == (0, 700)


def test_without_any_place_left_people_are_cut_off() -> None:
    loss = withdrawal(small_ground(places=(("29001", 35.0),)), np.array([0]))
    assert loss.people_cut_off == 10600
    assert np.isnan(loss.mean_added)
    assert nearest_left(small_ground(places=(("29001", 35.0),)), np.array([0])).tolist() == [-1] * 5


def test_the_mean_is_that_of_people_and_not_of_communes() -> None:
    loss = withdrawal(small_ground(), PORT)
    longer = loss.is_farther
    expected = (loss.people * loss.added)[longer].sum() / loss.people[longer].sum()
    assert loss.mean_added == pytest.approx(expected)


def test_reduced_hours_reduce_the_access_of_all_alike() -> None:
    loss = reduction(small_ground(), 0.2)
    assert not loss.is_farther.any()
    assert loss.hours_after == pytest.approx(0.8 * loss.hours_before)
    assert loss.access_after == pytest.approx(0.8 * loss.access_before)


def test_hours_that_are_lost_are_those_that_were_shared() -> None:
    ground = small_ground()
    loss = withdrawal(ground, BOTH_OF_VILLE)
    lost = (loss.access_before - loss.access_after) @ ground.demand / 1000
    assert lost == pytest.approx(42)


def test_what_places_bring_adds_up_to_their_hours() -> None:
    ground = small_ground()
    stakes = stakes_of(ground, reference=1.0)
    assert stakes.brought.sum(axis=0) == pytest.approx(ground.hours / 52)
    assert stakes.may_close.tolist() == is_place_inside(ground).tolist() == [True] * 3
    assert (stakes.spare >= 0).all()


def test_unknown_people_are_not_counted() -> None:
    ground = small_ground(people=(8000.0, 1000.0, np.nan, 200.0, 900.0))
    assert withdrawal(ground, PORT).people_farther == 1100
