"""Places are settled in their commune, with what is doubtful about them said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from carto.sites.settle import Settled, settle
from carto.territories import Perimeter, Territories, join
from carto.verdict.parameters import Parameters
from tests.mini_france.tables import sites, tables

YEARS = {"contours": 2026}


def territories(**changed: pd.DataFrame) -> Territories:
    given = {name: tables()[name] for name in ("contours", "mairies", "population", "epci")}
    return join(given | changed, YEARS, Perimeter(), 30.0)


FRANCE = territories()


def one(**changed: object) -> pd.DataFrame:
    return sites().iloc[[0]].assign(**changed).reset_index(drop=True)


def settled(table: pd.DataFrame, where: Territories = FRANCE) -> Settled:
    return settle(table, where, Parameters(), "2024-08-01")


def test_places_come_out_sorted_by_id() -> None:
    placed = settled(sites().iloc[::-1]).places
    assert placed["id"].tolist() == ["brest", "brule", "gourin", "ouessant", "poher", "queyras"]


def test_no_place_is_lost_between_placed_and_homeless() -> None:
    found = settled(sites())
    left_out = [row.key for row in found.left_out]
    assert sorted([*found.places["id"], *left_out]) == sorted(sites()["id"])


def test_a_place_far_from_its_commune_is_kept_and_flagged() -> None:
    placed = settled(one(longitude=-3.2, latitude=48.27)).places
    assert placed["flags"].tolist() == [flags.POSITION_HORS_COMMUNE]
    assert placed["longitude"].tolist() == [-3.2]


@pytest.mark.parametrize(("east_m", "flagged"), [(2900, False), (3100, True)])
def test_a_place_is_far_beyond_a_kilometre(east_m: float, flagged: bool) -> None:
    degrees = east_m / (111_320 * np.cos(np.radians(48.275726)))
    placed = settled(one(longitude=-3.574236 + degrees, latitude=48.275726)).places
    assert (flags.POSITION_HORS_COMMUNE in placed["flags"].iloc[0]) is flagged


def test_demand_is_unknown_where_the_commune_is_not_in_the_data() -> None:
    placed = settled(sites()).places
    known = placed.set_index("id")["is_demand_known"]
    assert not known["gourin"]
    assert known.drop("gourin").all()


def test_demand_is_unknown_where_the_population_of_the_commune_is() -> None:
    counted = tables()["population"]
    without = territories(population=counted[counted["code_insee"] != "29024"])
    placed = settled(one(), without).places
    assert placed["is_demand_known"].tolist() == [False]
    assert placed["is_in_scope"].tolist() == [True]


@given(st.floats(-180, 180), st.floats(-90, 90), st.sampled_from(["29024", "56066", "97411"]))
def test_every_placed_point_can_be_measured(longitude: float, latitude: float, code: str) -> None:
    found = settled(one(longitude=longitude, latitude=latitude, code_insee=code))
    assert len(found.places) + len(found.left_out) == 1
    placed = found.places
    assert np.isfinite(placed[["x_m", "y_m"]].to_numpy(dtype=float)).all()


def test_no_place_at_all_is_an_empty_table() -> None:
    found = settled(sites().iloc[:0])
    assert (len(found.places), found.left_out) == (0, ())


def test_an_outdated_code_gives_way_to_the_commune_that_contains_the_point() -> None:
    poher = sites().set_index("id", drop=False).loc["poher"]
    placed = settled(one(**(poher.to_dict() | {"code_insee": "29998"})), territories()).places
    assert placed["code_insee"].tolist() == ["29024"]
    assert placed["is_demand_known"].tolist() == [True]
    assert flags.CODE_CORRIGE in placed["flags"].iloc[0]


def test_a_place_beyond_the_known_contours_keeps_its_code() -> None:
    gourin = sites().set_index("id", drop=False).loc["gourin"]
    placed = settled(one(**gourin.to_dict()), territories()).places
    assert placed["code_insee"].tolist() == ["56066"]
    assert flags.CODE_CORRIGE not in placed["flags"].iloc[0]
