"""Tests of `carto.planning.grounds.cut_ground`: what is kept around, and which times."""

from __future__ import annotations

import numpy as np
import pytest

from carto.planning.grounds.cut_ground import cut_ground
from carto.verdict.parameters import Catchment, Travel
from tests.carto.planning.small_tables import small_tables

INSIDE = ("29001", "29002", "29155")
TRAVEL, CATCHMENT = Travel(), Catchment()
# A table of times: one trip within the last step, another nearest place beyond it.
LISTED = {"code_insee": ["29001"], "site_id": ["a"], "minutes": [6.0]}
NEAREST = {"29001": ("a", 6.0), "29002": ("a", 31.0), "29155": (None, None)}


def test_what_is_within_the_buffer_is_kept_around() -> None:
    ground = cut_ground(small_tables(), INSIDE, TRAVEL, CATCHMENT)
    assert ground.codes.tolist() == ["29001", "29002", "29155", "56001"]
    assert ground.is_inside.tolist() == [True, True, True, False]
    assert ground.place_ids.tolist() == ["a", "b"]
    assert not ground.has_listed_times


def test_times_are_the_estimate_and_the_nearest_is_that_published() -> None:
    ground = cut_ground(small_tables(), INSIDE, TRAVEL, CATCHMENT)
    assert ground.minutes[1].tolist() == pytest.approx([2 + 9 * 26 / 15, 2 + 16 * 26 / 15])
    assert np.isinf(ground.minutes[2]).all()
    assert ground.nearest_min[:3].tolist() == [3.73, 17.6, np.inf]
    assert ground.nearest_min[3] == ground.minutes[3].min()


def test_the_nearest_place_of_a_commune_around_is_kept_however_far() -> None:
    far = {"29001": ("a", 3.73), "29002": ("c", 50.0), "29155": (None, None)}
    ground = cut_ground(small_tables(far), INSIDE, TRAVEL, CATCHMENT)
    assert ground.place_ids.tolist() == ["a", "b", "c"]
    alone = cut_ground(small_tables(), ("56003",), TRAVEL, CATCHMENT)
    assert alone.place_ids.tolist() == ["c"]


def test_people_who_choose_are_felt_farther() -> None:
    wide = cut_ground(small_tables(), INSIDE, TRAVEL, Catchment(method="3sfca", buffer_km=1))
    near = cut_ground(small_tables(), INSIDE, TRAVEL, Catchment(buffer_km=1))
    assert wide.codes.tolist() == ["29001", "29002", "29155", "56001"]
    assert near.codes.tolist() == wide.codes.tolist()
    narrow = Travel(speed_kmh=20)
    assert (
        "56001"
        in cut_ground(small_tables(), INSIDE, narrow, Catchment(method="3sfca", buffer_km=1)).codes
    )
    assert "56001" not in cut_ground(small_tables(), INSIDE, narrow, Catchment(buffer_km=1)).codes


def test_listed_times_are_kept_and_those_not_listed_do_not_count() -> None:
    tables = small_tables(NEAREST, LISTED)
    ground = cut_ground(tables, INSIDE, TRAVEL, CATCHMENT)
    assert ground.has_listed_times
    assert ground.minutes[0, 0] == 6.0
    assert ground.minutes[1, 0] == 31.0
    assert (ground.minutes[1] >= 31.0).all()
    assert (ground.weights[1] == 0).all()
    assert np.isinf(ground.minutes[2]).all()
    # Nothing is published of the communes around: their times stay the estimate.
    assert ground.minutes[3, 1] == pytest.approx(2 + 26 / 15)
