"""Travel times: the formula, the nearest place, and water that no road crosses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from carto.measures import decay
from carto.measures.catchment import catchment_weights
from carto.measures.crow_fly_time import minutes
from carto.measures.travel import Nearest, Points, find_nearest, find_trips
from carto.verdict.parameters import Catchment, Travel, reach_km

TRAVEL, CATCHMENT = Travel(), Catchment()
LANDS = ("continent", "Ouessant")


def points(*rows: tuple[float, float, str]) -> Points:
    """Points from (x km, y km, landmass)."""
    x, y, land = zip(*rows, strict=True) if rows else ((), (), ())
    return Points(np.array(x, float) * 1000, np.array(y, float) * 1000, np.array(land, dtype=str))


def nearest(origins: Points, places: Points, floor: float = 0.0) -> Nearest:
    return find_nearest(origins, np.full(len(origins), floor), places, TRAVEL)


def weights_of(
    origins: Points, floors: np.ndarray, places: Points, catchment: Catchment = CATCHMENT
) -> csr_matrix:
    trips = find_trips(origins, floors, places, TRAVEL, reach_km(TRAVEL, catchment) + 1e-3)
    return catchment_weights(trips, catchment)


@st.composite
def some_points(draw: st.DrawFn, least: int = 0) -> Points:
    row = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(LANDS))
    return points(*draw(st.lists(row, min_size=least, max_size=8)))


def distances_km(origins: Points, places: Points) -> np.ndarray:
    """Every crow-fly distance, infinite across water; written plainly."""
    rows = [
        [
            np.hypot(ox - px, oy - py) / 1000 if ol == pl else np.inf
            for px, py, pl in zip(places.x, places.y, places.landmass, strict=True)
        ]
        for ox, oy, ol in zip(origins.x, origins.y, origins.landmass, strict=True)
    ]
    return np.array(rows, dtype=float).reshape(len(origins), len(places))


def test_the_floor_is_a_time_and_not_a_distance() -> None:
    found = nearest(points((0, 0, "continent")), points((0, 0, "continent")), floor=1.5)
    assert found.km[0] == 0
    assert found.minutes[0] == pytest.approx(2 + 1.3 * 1.5 * 60 / 45)


@given(some_points(1), some_points())
def test_the_nearest_place_is_that_of_the_plain_search(origins: Points, places: Points) -> None:
    found, apart = nearest(origins, places), distances_km(origins, places)
    for row, position in enumerate(found.position):
        reached = apart[row].min(initial=np.inf)
        if np.isinf(reached):
            assert position == -1
            assert np.isnan(found.km[row])
            assert np.isinf(found.minutes[row])
        else:
            assert position == int(np.flatnonzero(apart[row] <= reached + 1e-9)[0])
            assert found.km[row] == pytest.approx(reached)


@given(some_points(1), some_points(), some_points())
def test_a_new_place_never_makes_a_trip_longer(
    origins: Points, places: Points, added: Points
) -> None:
    more = Points(
        np.append(places.x, added.x),
        np.append(places.y, added.y),
        np.append(places.landmass, added.landmass),
    )
    assert (nearest(origins, more).minutes <= nearest(origins, places).minutes + 1e-9).all()


def test_equal_distances_go_to_the_first_place() -> None:
    here = points((0, 0, "continent"))
    around = points((0, 3, "continent"), (3, 0, "continent"), (-3, 0, "continent"))
    assert nearest(here, around).position.tolist() == [0]
    twice = points((5, 5, "continent"), (1, 1, "continent"), (1, 1, "continent"))
    assert nearest(here, twice).position.tolist() == [1]


def test_water_is_not_crossed() -> None:
    origins = points((0, 0, "Ouessant"), (20, 0, "continent"))
    places = points((1, 0, "continent"))
    found = nearest(origins, places)
    assert found.position.tolist() == [-1, 0]
    weights = weights_of(origins, np.zeros(2), places)
    assert weights.toarray().tolist() == [[0], [0]]


def test_no_place_and_nobody() -> None:
    origins, none = points((0, 0, "continent")), points()
    assert nearest(origins, none).position.tolist() == [-1]
    assert weights_of(origins, np.zeros(1), none).shape == (1, 0)
    assert len(nearest(none, origins).position) == 0


def test_a_place_at_the_very_point_of_a_commune_has_full_weight() -> None:
    here = points((7, 7, "continent"))
    weights = weights_of(here, np.array([0.7]), here)
    assert weights.toarray().tolist() == [[1.0]]


@given(some_points(1), some_points(1), st.floats(0, 6))
def test_weights_are_the_steps_of_the_times(origins: Points, places: Points, floor: float) -> None:
    floors = np.full(len(origins), floor)
    apart = distances_km(origins, places)
    time = minutes(np.where(np.isinf(apart), 1e9, apart), floors[:, None], TRAVEL)
    expected = decay.step(time, CATCHMENT.breaks_min, CATCHMENT.weights)
    found = weights_of(origins, floors, places)
    assert found.toarray().tolist() == expected.tolist()
    assert found.nnz == np.count_nonzero(expected)


@pytest.mark.parametrize(("km", "weight"), [(10.384, 0.1), (10.385, 0.0)])
def test_the_reach_ends_at_twenty_minutes(km: float, weight: float) -> None:
    origins, places = points((0, 0, "continent")), points((km, 0, "continent"))
    weights = weights_of(origins, np.zeros(1), places)
    assert weights.toarray().tolist() == [[weight]]


def test_a_wider_catchment_is_followed() -> None:
    wide = Catchment(breaks_min=(10.0, 30.0, 60.0), weights=(1.0, 0.5, 0.2))
    origins, places = points((0, 0, "continent")), points((30, 0, "continent"))
    weights = weights_of(origins, np.zeros(1), places, wide)
    assert weights.toarray().tolist() == [[0.2]]
