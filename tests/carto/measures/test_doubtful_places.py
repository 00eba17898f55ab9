"""Tests of `carto.measures.doubtful_places`: what is reached without each group."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from carto import flags
from carto.measures.doubtful_places import GROUPS, reaches_without
from carto.measures.reach import measure_reach
from carto.verdict.parameters import Parameters

SOUND = {
    "id": "lieu",
    "is_itinerant": False,
    "kind": "lieu",
    "flags": "",
    "hours_source": "declarees",
    "hours_per_year": 520.0,
    "is_demand_known": True,
    "y_m": 0.0,
    "landmass": "continent",
}
DOUBTS = {
    flags.ITINERANT_DECIDE: {"is_itinerant": True},
    flags.FICHE_PERIMEE_DECIDE: {"flags": f"{flags.COMMUNE_DEDUITE}|{flags.FICHE_PERIMEE}"},
    flags.POSITION_DOUTEUSE_DECIDE: {"flags": flags.POSITION_APPROCHEE},
    flags.HEURES_IMPUTEES_DECIDENT: {"hours_source": "imputees"},
}
COMMUNES = gpd.GeoDataFrame(
    {
        "population": [1000],
        "demand": [1000.0],
        "superficie_km2": [10.0],
        "x_m": [0.0],
        "y_m": [0.0],
        "landmass": ["continent"],
    }
)


def two_places(doubt: dict[str, object]) -> gpd.GeoDataFrame:
    """Put a doubtful place nearer than a sound one."""
    near, far = SOUND | {"x_m": 2000.0} | doubt, SOUND | {"x_m": 5000.0}
    return gpd.GeoDataFrame(pd.DataFrame([near, far]))


@pytest.mark.parametrize("flag", list(GROUPS))
def test_each_group_is_left_out_by_itself(flag: str) -> None:
    places = two_places(DOUBTS[flag])
    found = reaches_without(COMMUNES, places, Parameters())
    assert list(found) == [flag]
    assert found[flag].nearest.km.tolist() == [5.0]
    whole = measure_reach(COMMUNES, places, Parameters())
    assert found[flag].high[0] < whole.high[0]


@pytest.mark.parametrize(
    "doubt",
    [
        {"kind": "point_de_service", "is_itinerant": True},
        {"flags": flags.FICHE_ANCIENNE},
        {"flags": flags.POSITION_CORRIGEE},
    ],
    ids=["stop of a round", "record a year old", "position repaired"],
)
def test_what_is_known_well_enough_is_never_left_out(doubt: dict[str, object]) -> None:
    assert reaches_without(COMMUNES, two_places(doubt), Parameters()) == {}


def test_a_place_outside_its_commune_is_doubtful_too() -> None:
    places = two_places({"flags": flags.POSITION_HORS_COMMUNE})
    assert list(reaches_without(COMMUNES, places, Parameters())) == [flags.POSITION_DOUTEUSE_DECIDE]
