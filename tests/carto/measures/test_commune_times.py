"""Times of communes: the best model supplied, and every missing or estimated time explained."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from carto import flags
from carto.measures.commune_times import TIME_COLUMNS, choose_model, with_times
from carto.measures.reach import measure_reach
from carto.measures.squares import FromSquares
from carto.measures.travel_matrix import TravelMatrix
from carto.measures.travel_models import CrowFly
from carto.reasons import Reasons
from carto.verdict.parameters import Parameters, Travel

PARAMETERS = Parameters()
COMMUNES = gpd.GeoDataFrame(
    {
        "code_insee": ["29001", "29002", "29155"],
        "departement": "29",
        "x_m": [100_000.0, 130_000.0, 90_000.0],
        "y_m": 6_800_000.0,
        "landmass": ["continent", "continent", "Ouessant"],
        "superficie_km2": 16.0,
        "demand": [100.0, 50.0, 20.0],
        "flags": "",
    }
)
PLACES = gpd.GeoDataFrame(
    {
        "id": ["a"],
        "code_insee": ["29001"],
        "departement": "29",
        "x_m": 102_000.0,
        "y_m": 6_800_000.0,
        "landmass": "continent",
        "hours_per_year": 1000.0,
        "hours_source": "declarees",
        "is_demand_known": True,
    }
)
SQUARES = pd.DataFrame(
    {
        "id": ["s", "t"],
        "code_insee": "29001",
        "people": [30.0, 10.0],
        "epsg": 2154,
        "x_m": [102_000.0, 140_000.0],
        "y_m": 6_800_000.0,
        "size_m": 200,
    }
)


def times(*rows: tuple[str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["code_insee", "destination", "minutes"])


def measured(tables: dict[str, pd.DataFrame]) -> tuple[pd.DataFrame, list[dict[str, str]]]:
    """Measure the times with some tables; the reasons of missing ones stand beside."""
    model = choose_model(tables, COMMUNES, PARAMETERS.travel)
    reach = measure_reach(COMMUNES, PLACES, PARAMETERS, model)
    reasons = Reasons(len(COMMUNES))
    table = with_times(COMMUNES, PLACES, reach, model, PARAMETERS, reasons)
    for name in TIME_COLUMNS:
        missing = [name in row for row in reasons.by_row]
        assert table[name].isna().tolist() == missing
    return table, reasons.by_row


@pytest.mark.parametrize(
    ("tables", "kind"),
    [
        ({}, CrowFly),
        ({"carreaux": SQUARES}, FromSquares),
        ({"temps_trajet": times(("29001", "a", 6))}, TravelMatrix),
        ({"carreaux": SQUARES, "temps_trajet": times(("29001", "a", 6))}, TravelMatrix),
    ],
)
def test_the_best_model_supplied_is_chosen(tables: dict[str, pd.DataFrame], kind: type) -> None:
    assert isinstance(choose_model(tables, COMMUNES, Travel()), kind)


def test_the_estimate_flags_nothing_but_islands() -> None:
    table, reasons = measured({})
    assert table["flags"].tolist() == ["", "", flags.ILE_SANS_LIEU]
    assert reasons[0] == {"population_beyond_time_share": flags.SOURCE_ABSENTE}
    assert reasons[2]["nearest_site_min"] == flags.ILE_SANS_LIEU


def test_what_a_table_does_not_know_is_estimated_and_flagged() -> None:
    table, reasons = measured({"temps_trajet": times(("29001", "a", 6))})
    assert table["nearest_site_min"][0] == 6
    assert table["flags"].tolist() == ["", flags.TEMPS_ESTIME, flags.ILE_SANS_LIEU]
    assert reasons[0] == {"population_beyond_time_share": flags.TEMPS_PAR_COMMUNE}


def test_a_commune_without_any_way_is_said_and_a_ferry_leaves_the_island() -> None:
    rows = times(("29001", "a", 6), ("29002", "a", np.nan), ("29155", "a", 80))
    table, reasons = measured({"temps_trajet": rows})
    assert table["flags"].tolist() == ["", flags.SANS_TRAJET, ""]
    assert reasons[1]["nearest_site_min"] == flags.SANS_TRAJET
    assert table["nearest_site_min"][2] == 80


def test_squares_count_people_and_flag_communes_without_any() -> None:
    table, _ = measured({"carreaux": SQUARES})
    assert table["population_beyond_time_share"].tolist()[:2] == [0.25, 1.0]
    assert table["flags"].tolist() == ["", flags.POINT_UNIQUE, flags.ILE_SANS_LIEU]
    alone, _ = measured({})
    assert table["nearest_site_id"].tolist() == alone["nearest_site_id"].tolist()
    assert table["nearest_site_min"][0] > alone["nearest_site_min"][0]
    assert table["nearest_site_min"][1] == alone["nearest_site_min"][1]
