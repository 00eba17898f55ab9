"""The outlook of communes: each from the quarter it shows, by the series that reaches it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto import flags
from carto.measures.fibre import measure_fibre
from carto.measures.outlook import forecast_communes
from carto.measures.projection import Forecast
from carto.verdict.parameters import Projection, Quality
from tests.carto.measures.test_fibre import history, quarters

PACE = (500, 600, 680, 744, 795)
LATE = ("2025-T2", "2025-T3", "2025-T4", "2026-T1", "2026-T2")


def outlook(codes: list[str], **tables: pd.DataFrame) -> Forecast:
    fibre = measure_fibre(tables, Quality(), Projection())
    return forecast_communes(fibre, pd.Series(codes), Projection())


def published(code: str, premises: int = 1000, last: int = 5) -> pd.DataFrame:
    rows = list(zip(LATE[:last], PACE, strict=False))
    return quarters(*((quarter, premises, count, None) for quarter, count in rows), code=code)


def test_a_history_that_reaches_the_quarter_shown_is_taken() -> None:
    now = quarters(("2026-T2", 1100, 795, None))
    found = outlook(["29019"], fibre=now, fibre_history=history(*PACE))
    assert found.why_not.tolist() == [""]
    assert found.left_now.tolist() == [205.0]


def test_otherwise_the_published_quarters_are() -> None:
    old = history(*PACE).assign(locaux_quarter="2026-T1")
    found = outlook(["29019"], fibre=published("29019", 1100), fibre_history=old.iloc[:-1])
    assert found.why_not.tolist() == [""]
    assert found.left_now.tolist() == [305.0]


def test_departements_of_other_quarters_are_forecast_from_theirs() -> None:
    both = pd.concat([published("29019"), published("22157", last=4)], ignore_index=True)
    found = outlook(["22157", "75056", "29019"], fibre=both)
    few = flags.TRIMESTRES_INSUFFISANTS
    assert found.why_not.tolist() == [few, few, ""]
    np.testing.assert_array_equal(np.isnan(found.left_now), [False, True, False])


def test_a_history_alone_tells_nothing_of_today() -> None:
    found = outlook(["29019"], fibre_history=history(*PACE))
    assert not found.is_estimated.any()
    assert not forecast_communes(None, pd.Series(["29019"]), Projection()).is_estimated.any()


def test_the_order_of_rows_is_of_no_weight() -> None:
    both = pd.concat([published("29019"), published("29024"), published("22157")])
    codes = ["29024", "22157", "29019"]
    one = outlook(codes, fibre=both.reset_index(drop=True))
    other = outlook(codes, fibre=both.sample(frac=1, random_state=3).reset_index(drop=True))
    np.testing.assert_array_equal(one.rate, other.rate)
