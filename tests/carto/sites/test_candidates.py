"""Pairs are found near each other, or in one commune, and told apart."""

from __future__ import annotations

import numpy as np
import pytest

from carto.sites.candidates import comparable, distances, equal, near_pairs, pairs_without_point
from tests.carto.sites.rows import placed, site

PAIR = np.array([[0, 1]])


@pytest.mark.parametrize(("metres", "found"), [(49, 1), (51, 0)])
def test_neighbours_are_found_in_metres(metres: float, found: int) -> None:
    assert len(near_pairs(placed(site("a"), site("b", metres)), 50)) == found


def test_places_of_two_projections_are_never_near() -> None:
    far = {"code_insee": "97411", "longitude": 55.443063, "latitude": -20.907734}
    assert len(near_pairs(placed(site("a"), site("b") | far), 1e9)) == 0


def test_places_at_one_mairie_for_want_of_a_point_are_not_near() -> None:
    assert len(near_pairs(placed(site("a", None), site("b", None)), 50)) == 0


def test_without_a_point_what_agrees_is_paired_once() -> None:
    rows = placed(site("a", None, pivot="1" * 14), site("b", pivot="1" * 14), site("c", None))
    assert pairs_without_point(rows, "pivot").tolist() == [[0, 1]]


def test_a_missing_pivot_equals_nothing() -> None:
    rows = placed(site("a"), site("b"), site("c", pivot="1" * 14), site("d", pivot="1" * 14))
    assert equal(rows["pivot"], np.array([[0, 1], [0, 2], [2, 3]])).tolist() == [False, False, True]


def test_distance_is_unknown_without_a_point() -> None:
    rows = placed(site("a"), site("b", 30), site("c", None))
    found = distances(rows, np.array([[0, 1], [0, 2]]))
    assert found[0] == pytest.approx(30, abs=0.5)
    assert np.isnan(found[1])


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, True),
        ({"kind": "point_de_service"}, False),
        ({"code_insee": "29152"}, False),
        ({"code_insee": None}, True),
        ({"is_itinerant": True}, False),
    ],
)
def test_what_may_be_one_place(other: dict[str, object], expected: bool) -> None:
    assert comparable(placed(site("a"), site("b", **other)), PAIR).tolist() == [expected]


@pytest.mark.parametrize(("kind", "expected"), [("lieu", False), ("point_de_service", True)])
def test_two_vehicles_are_two_but_two_stops_may_be_one(kind: str, expected: bool) -> None:
    rows = placed(*(site(name, kind=kind, is_itinerant=True) for name in "ab"))
    assert comparable(rows, PAIR).tolist() == [expected]
