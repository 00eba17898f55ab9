"""Projections as rows, and the premises left of a territory over time."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.contracts import check
from carto.measures.projection import concatenate, forecast, no_forecast
from carto.measures.projection_rows import left_over_time, projection_rows
from carto.tables.projections import PROJECTIONS
from carto.verdict.parameters import Projection
from tests.carto.measures.panel import rollout

PARAMETERS = Projection(kappa=0.0)
SEEN = rollout(np.array([1000.0]), np.array([[600.0, 640.0, 676.0, 708.4, 737.56]]))
FORECAST = concatenate([no_forecast(1, PARAMETERS), forecast(SEEN, PARAMETERS)])
COMMUNES = pd.DataFrame(
    {
        "code_insee": ["29002", "29001"],
        "fibre_quarter": ["2026-T2", "2026-T2"],
        "projection_status": ["NON_ESTIMABLE", "estimee"],
        "locaux_restants": [50, 262],
    }
)


def test_rows_are_those_of_the_commune_of_known_pace() -> None:
    rows = projection_rows(COMMUNES, FORECAST)
    assert check(rows, PROJECTIONS) == []
    assert rows["code_insee"].tolist() == ["29001"] * 12
    assert rows["quarter"].tolist()[:3] == ["2026-T3", "2026-T4", "2027-T1"]
    assert rows["rate"].tolist()[:2] == [0.7638, 0.7874]
    assert rows["locaux_restants"].tolist()[:2] == [236.2, 212.6]
    assert rows["rate_low"].isna().all()


def test_without_any_known_pace_the_table_is_empty() -> None:
    rows = projection_rows(COMMUNES.assign(projection_status="NON_ESTIMABLE"), FORECAST)
    assert rows.empty
    assert check(rows, PROJECTIONS) == []


def test_a_commune_without_a_projection_keeps_what_it_has_left() -> None:
    rows = projection_rows(COMMUNES, FORECAST)
    left = left_over_time(COMMUNES, rows)
    assert left["horizon"].tolist() == list(range(1, 13))
    assert left["locaux_restants"].tolist()[:2] == [286.2, 262.6]
    assert set(left["communes_projected"]) == {1}


def test_nothing_is_summed_where_something_is_unknown() -> None:
    rows = projection_rows(COMMUNES, FORECAST)
    unknown = COMMUNES.assign(locaux_restants=pd.array([None, 262], dtype="Int64"))
    assert left_over_time(unknown, rows).empty
    assert left_over_time(COMMUNES.iloc[:1], rows).empty
