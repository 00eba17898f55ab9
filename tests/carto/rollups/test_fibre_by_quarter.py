"""Fibre of territories by quarter: ratio of sums over the communes informed at that quarter."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from carto.contracts import check
from carto.measures.fibre import measure_fibre
from carto.rollups.fibre_by_quarter import fibre_by_quarter
from carto.rollups.levels import levels_of
from carto.tables.territory_fibre import TERRITORY_FIBRE
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from tests.carto.rollups.sample import communes, known

# Code, quarter, premises, connectable ones.
COUNTS = [
    ("29001", "2025-T4", 100, 110),
    ("29004", "2025-T4", 1000, 600),
    ("29001", "2026-T2", 100, 110),
    ("29002", "2026-T2", 200, 100),
    ("29003", "2026-T2", 400, 400),
    ("29004", "2026-T2", 1000, 900),
    ("56001", "2026-T2", 500, 0),
]


def by_quarter(counts: list[tuple[str, str, int, int]], least: float = 0.8) -> pd.DataFrame:
    """Roll counts up to the levels of five communes."""
    columns = ["code_insee", "quarter", "locaux", "locaux_raccordables"]
    blank = {"locaux_en_construction": pd.NA, "zone_fibre": pd.NA}
    source = pd.DataFrame(counts, columns=columns).assign(**blank)
    parameters = Parameters()
    fibre = measure_fibre({"fibre": source}, parameters.quality, parameters.projection)
    table = communes()
    levels = levels_of(table, known(table, Perimeter(("29",))))
    return fibre_by_quarter(fibre, table, levels, least)


def of_departement(found: pd.DataFrame, quarter: str) -> dict[str, Any]:
    """Row of the département at a quarter."""
    rows = found[(found["type"] == "departement") & (found["quarter"] == quarter)]
    assert len(rows) == 1
    return dict(rows.iloc[0])


def test_the_rate_is_a_ratio_of_sums_and_the_rest_hides_no_lack() -> None:
    found = of_departement(by_quarter(COUNTS), "2026-T2")
    assert (found["locaux"], found["locaux_raccordables"]) == (1700, 1510)
    assert found["taux_couverture_ftth"] == pytest.approx(1510 / 1700, abs=1e-6)
    assert found["locaux_restants"] == 200
    assert found["fibre_informed_share"] == 1


def test_a_quarter_that_too_few_people_inform_is_suppressed_not_left_out() -> None:
    found = of_departement(by_quarter(COUNTS), "2025-T4")
    assert found["fibre_informed_share"] == pytest.approx(1200 / 1900, abs=1e-6)
    assert pd.isna(found["taux_couverture_ftth"])
    assert pd.isna(found["locaux"])
    assert of_departement(by_quarter(COUNTS, 0.6), "2025-T4")["locaux"] == 1100


def test_a_territory_without_a_commune_told_has_no_row() -> None:
    found = by_quarter([("22157", "2026-T2", 100, 50)])
    assert set(found["type"]) == {"epci"}


def test_it_meets_its_contract_with_and_without_a_source() -> None:
    table = communes()
    levels = levels_of(table, known(table))
    nothing = fibre_by_quarter(None, table, levels, 0.8)
    assert nothing.empty
    for found in (by_quarter(COUNTS), nothing):
        assert check(found, TERRITORY_FIBRE) == []
