"""A table of times: what it knows, what it leaves out, and what stands in and says so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from carto.measures.crow_fly_time import minutes
from carto.measures.travel_matrix import TravelMatrix
from carto.measures.travel_models import MARGIN, CrowFly
from carto.verdict.parameters import Catchment, Travel

TRAVEL, CATCHMENT = Travel(), Catchment()
LIMIT = MARGIN * CATCHMENT.breaks_min[-1]
INTRA = float(minutes(np.zeros(1), np.full(1, 0.7), TRAVEL)[0])


def communes(*rows: tuple[str, float], landmass: str = "continent") -> pd.DataFrame:
    """Communes along a road, from (code, km)."""
    codes, km = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "code_insee": codes,
            "departement": [code[:3] if code.startswith("97") else code[:2] for code in codes],
            "x_m": [1000.0 * at for at in km],
            "y_m": 0.0,
            "landmass": landmass,
        }
    )


def places(*rows: tuple[str, str, float], landmass: str = "continent") -> pd.DataFrame:
    """Places along the same road, from (id, code of the commune, km)."""
    table = communes(*((code, km) for _, code, km in rows), landmass=landmass)
    return table.assign(id=[name for name, _, _ in rows])


def matrix(*rows: tuple[str, str, float]) -> TravelMatrix:
    """Make a table from (origin, destination, minutes)."""
    table = pd.DataFrame(list(rows), columns=["code_insee", "destination", "minutes"])
    return TravelMatrix.of(table.astype({"minutes": float}), CrowFly(TRAVEL))


def floors(table: pd.DataFrame) -> np.ndarray:
    return np.full(len(table), 0.7)


def listed(
    model: TravelMatrix, here: pd.DataFrame, there: pd.DataFrame
) -> dict[tuple[str, str], tuple[float, bool]]:
    """Trips by (commune, place): minutes, and whether they are estimated."""
    trips = model.trips(here, there, floors(here), CATCHMENT)
    ends = zip(here["code_insee"].iloc[trips.origin], there["id"].iloc[trips.place], strict=True)
    return dict(zip(ends, zip(trips.minutes, trips.from_km, strict=True), strict=True))


HERE = communes(("29001", 0), ("29002", 9))
THERE = places(("a", "29002", 9), ("b", "29002", 10), ("c", "29003", 12))


def test_the_time_to_a_commune_holds_for_its_places_and_that_to_a_place_comes_first() -> None:
    model = matrix(("29001", "29002", 11), ("29001", "b", 14), ("29002", "29003", 8))
    found = listed(model, HERE, THERE)
    assert found["29001", "a"] == (11, False)
    assert found["29001", "b"] == (14, False)
    assert found["29002", "c"] == (8, False)


def test_a_pair_left_out_between_known_ends_is_out_of_reach() -> None:
    model = matrix(("29001", "29002", 11), ("29002", "29003", 8))
    assert ("29001", "c") not in listed(model, HERE, THERE)


def test_a_time_is_not_under_that_within_the_commune() -> None:
    model = matrix(("29002", "29002", 0), ("29001", "29002", 1))
    found = listed(model, HERE, THERE)
    assert found["29002", "a"] == (INTRA, False)
    assert found["29001", "a"] == (INTRA, False)


def test_the_places_of_a_commune_are_estimated_when_the_table_has_no_diagonal() -> None:
    found = listed(matrix(("29001", "29002", 11), ("29002", "29001", 11)), HERE, THERE)
    assert found["29002", "a"] == (INTRA, True)


def test_an_unknown_end_is_estimated_and_said_to_be() -> None:
    found = listed(matrix(("29001", "29002", 11)), HERE, THERE)
    for origin, km in (("29002", 3), ("29001", 12)):
        time, is_estimated = found[origin, "c"]
        assert time == pytest.approx(2 + 60 * 1.3 * km / 45)
        assert is_estimated


def test_no_way_is_no_way_even_next_door() -> None:
    model = matrix(("29001", "a", np.nan), ("29001", "b", np.nan), ("29001", "c", np.nan))
    found = model.nearest(HERE, THERE, floors(HERE))
    assert found.position[0] == -1
    assert np.isinf(found.minutes[0])
    assert not found.from_km[0]
    assert all(start != "29001" for start, _ in listed(model, HERE, THERE))


def test_the_shortest_time_is_not_the_closest_place() -> None:
    model = matrix(("29001", "a", 16), ("29001", "b", 15), ("29001", "c", 15))
    found = model.nearest(HERE, THERE, floors(HERE))
    assert THERE["id"][found.position[0]] == "b"
    assert (found.minutes[0], found.km[0], found.from_km[0]) == (15, 10, False)


def test_a_ferry_counts_when_the_table_says_so() -> None:
    island = communes(("29155", 0), landmass="Ouessant")
    model = matrix(("29155", "29002", 80))
    found = model.nearest(island, THERE, floors(island))
    assert (THERE["id"][found.position[0]], found.minutes[0]) == ("a", 80)


def test_a_distance_between_two_projections_is_that_on_the_sphere() -> None:
    here = communes(("97105", 0), landmass="Guadeloupe").assign(longitude=-61.73, latitude=16.0)
    there = places(("a", "75056", 0)).assign(longitude=2.35, latitude=48.86)
    found = matrix(("97105", "75056", 700)).nearest(here, there, floors(here))
    _, _, metres = Geod(ellps="WGS84").inv(-61.73, 16.0, 2.35, 48.86)
    assert found.km[0] == pytest.approx(metres / 1000, rel=5e-3)
    assert found.minutes[0] == 700


def test_rows_of_other_communes_and_places_change_nothing() -> None:
    some = matrix(("29001", "29002", 11))
    more = matrix(("29001", "29002", 11), ("56001", "29002", 3), ("29001", "elsewhere", 1))
    assert listed(some, HERE, THERE) == listed(more, HERE, THERE)


def test_no_place_at_all() -> None:
    nowhere = THERE.iloc[:0]
    model = matrix(("29001", "29002", 11))
    assert listed(model, HERE, nowhere) == {}
    assert model.nearest(HERE, nowhere, floors(HERE)).position.tolist() == [-1, -1]


@st.composite
def country(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw some communes, and places in them or beyond."""
    towns = draw(st.lists(st.integers(0, 40), min_size=1, max_size=5))
    here = communes(*((f"2900{row}", km) for row, km in enumerate(towns)))
    spots = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40)), max_size=6))
    if not spots:
        return here, places(("a", "29000", 0)).iloc[:0]
    return here, places(*((f"p{row}", f"2900{town}", km) for row, (town, km) in enumerate(spots)))


def crow_fly_table(here: pd.DataFrame, there: pd.DataFrame) -> pd.DataFrame:
    """Every crow-fly time, as a table of times."""
    apart = np.abs(here["x_m"].to_numpy()[:, None] - there["x_m"].to_numpy()) / 1000
    time = minutes(apart, floors(here)[:, None], TRAVEL)
    return pd.DataFrame(
        {
            "code_insee": np.repeat(here["code_insee"].to_numpy(), len(there)),
            "destination": np.tile(there["id"].to_numpy(), len(here)),
            "minutes": time.ravel(),
        }
    )


@given(country())
def test_a_table_of_crow_fly_times_gives_what_the_estimate_gives(
    drawn: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    here, there = drawn
    estimate, table = CrowFly(TRAVEL), crow_fly_table(here, there)
    model = TravelMatrix.of(table, estimate)
    nearest, expected = (m.nearest(here, there, floors(here)) for m in (model, estimate))
    assert nearest.position.tolist() == expected.position.tolist()
    assert nearest.minutes.tolist() == pytest.approx(expected.minutes.tolist())
    assert nearest.km.tolist() == pytest.approx(expected.km.tolist(), nan_ok=True)
    assert not nearest.from_km.any()
    trips, around = (m.trips(here, there, floors(here), CATCHMENT) for m in (model, estimate))
    near = around.minutes <= LIMIT
    assert trips.origin.tolist() == around.origin[near].tolist()
    assert trips.place.tolist() == around.place[near].tolist()
    assert trips.minutes == pytest.approx(around.minutes[near])


@given(country(), st.data())
def test_no_listed_trip_is_shorter_than_that_to_the_nearest_place(
    drawn: tuple[pd.DataFrame, pd.DataFrame], data: st.DataObject
) -> None:
    here, there = drawn
    table = crow_fly_table(here, there)
    time = st.one_of(st.just(np.nan), st.floats(0, 60))
    table["minutes"] = data.draw(st.lists(time, min_size=len(table), max_size=len(table)))
    kept = data.draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table)))
    model = TravelMatrix.of(table[np.array(kept, dtype=bool)], CrowFly(TRAVEL))
    trips = model.trips(here, there, floors(here), CATCHMENT)
    nearest = model.nearest(here, there, floors(here))
    assert (nearest.minutes[trips.origin] <= trips.minutes + 1e-9).all()
    assert (trips.minutes >= INTRA).all()
    pairs = list(zip(trips.origin, trips.place, strict=True))
    assert pairs == sorted(set(pairs))
