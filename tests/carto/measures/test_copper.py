"""Closure of copper: classes at their limits, dates counted from the fibre, unknowns explained."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from carto.assessment import assess
from carto.measures.copper import Prospect, copper_levels, months_between
from carto.verdict.parameters import Copper
from tests.mini_france.tables import question, row, tables

INF, NAN = float("inf"), float("nan")


def level(
    months: float, rate: float, left: float, to_target: float, commercial: float = NAN
) -> int:
    prospect = Prospect(np.array([left]), np.array([to_target]))
    values = (np.array([value]) for value in (months, commercial, rate))
    return int(copper_levels(*values, prospect, (0.95, 0.99), Copper())[0])


@pytest.mark.parametrize(
    ("months", "rate", "left", "to_target", "commercial", "expected"),
    [
        (0.0, 0.949, 60.0, INF, -10.0, 4),
        (-8.0, 0.949, 60.0, INF, -10.0, 4),
        (-8.0, 0.96, 40.0, 0.0, -10.0, 3),
        (-8.0, 0.96, 0.4, 0.0, -10.0, 0),
        (0.03, 0.949, 0.0, 0.0, NAN, 3),
        (12.0, 0.949, 60.0, 30.0, NAN, 3),
        (12.0, 0.96, 1.0, 0.0, NAN, 3),
        (12.0, 0.96, 0.99, 0.0, NAN, 0),
        (12.0, 0.99, 5.0, 0.0, NAN, 0),
        (12.03, 0.949, 60.0, 12.0, NAN, 0),
        (12.03, 0.949, 60.0, 12.1, NAN, 2),
        (24.0, 0.6, 400.0, INF, NAN, 2),
        (24.03, 0.6, 400.0, INF, NAN, 0),
        (24.03, 0.6, 400.0, INF, 0.0, 1),
        (24.03, 0.6, 400.0, INF, 0.03, 0),
        (24.03, 0.95, 400.0, 0.0, -3.0, 0),
    ],
)
def test_the_first_class_that_holds(
    months: float, rate: float, left: float, to_target: float, commercial: float, expected: int
) -> None:
    assert level(months, rate, left, to_target, commercial) == expected


@given(st.floats(-60, 60), st.floats(0, 1), st.floats(0, 1e4), st.floats(0, 99), st.floats(-60, 60))
def test_better_prospects_never_raise_a_class(
    months: float, rate: float, left: float, to_target: float, commercial: float
) -> None:
    worse = level(months, rate, left, to_target, commercial)
    assert level(months, rate, left / 2, to_target / 2, commercial) <= worse
    assert level(months, min(1.0, rate + 0.1), left, to_target, commercial) <= worse


def test_months_are_those_of_the_calendar() -> None:
    dates = pd.Series(["2028-06-30", "2027-01-27", "2026-07-01", "2024-02-29"])
    found = months_between(pd.Series(["2026-T2"] * 4), dates)
    assert found.tolist() == [24.0, 6.9, 0.06, -28.03]


@pytest.mark.parametrize(
    ("closure", "months", "code", "alert"),
    [("2028-01-31", 19.03, "CU0", False), ("2027-01-27", 6.9, "CU3", True)],
)
def test_a_class_raises_the_alert_beside_the_rate(
    closure: str, months: float, code: str, alert: bool
) -> None:
    given_tables = tables()
    given_tables["cuivre"] = given_tables["cuivre"].assign(fermeture_technique=closure)
    plestan = row(assess(given_tables, question()), "22157")
    assert plestan["taux_couverture_ftth"] == 0.95
    assert (plestan["months_to_closure"], plestan["copper_class"]) == (months, code)
    assert bool(plestan["alert_connectivite"]) is alert


def test_a_class_that_is_missing_says_why() -> None:
    reasons = json.loads(str(row(assess(tables(), question()), "2A004")["reasons"]))
    for column in ("months_to_closure", "copper_class"):
        assert reasons[column] == reasons["fermeture_technique"] == flags.DATE_NON_FIXEE


@pytest.mark.parametrize(
    ("without", "reason"), [("cuivre", flags.SOURCE_ABSENTE), ("fibre", flags.SOURCE_ABSENTE)]
)
def test_a_source_that_is_absent_leaves_no_class(without: str, reason: str) -> None:
    communes = assess(tables(without), question()).communes
    assert communes["copper_class"].isna().all()
    said = [json.loads(text) for text in communes["reasons"]]
    plestan = communes["code_insee"].tolist().index("22157")
    assert said[plestan]["copper_class"] == reason


def test_without_dates_the_alert_is_that_of_the_fibre() -> None:
    without = assess(tables("cuivre"), question()).communes
    rate = without["taux_couverture_ftth"].to_numpy(dtype=float, na_value=np.nan)
    alert = without["alert_connectivite"]
    assert (alert[~np.isnan(rate)] == (rate[~np.isnan(rate)] < 0.95)).all()
    assert alert[np.isnan(rate)].isna().all()
