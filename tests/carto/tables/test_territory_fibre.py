"""The fibre of territories by quarter: one row per territory, series and quarter."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import check
from carto.tables.published import COMPLEMENTS
from carto.tables.territory_fibre import TERRITORY_FIBRE

ROW = {
    "type": "departement",
    "code": "29",
    "series": "releve",
    "quarter": "2026-T2",
    "locaux": 100,
    "locaux_raccordables": 90,
    "locaux_restants": 10,
    "taux_couverture_ftth": 0.9,
    "fibre_informed_share": 1.0,
}


def test_it_is_published_beside_the_territories() -> None:
    assert COMPLEMENTS["territory_fibre"] is TERRITORY_FIBRE
    unknown = dict.fromkeys(("locaux", "taux_couverture_ftth"))
    assert check(pd.DataFrame([ROW, ROW | unknown | {"quarter": "2026-T1"}]), TERRITORY_FIBRE) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("type", "commune"), ("quarter", "juin 2026"), ("series", "autre"), ("locaux", -1)],
)
def test_what_is_no_territory_quarter_is_refused(column: str, value: object) -> None:
    found = check(pd.DataFrame([ROW | {column: value}]), TERRITORY_FIBRE)
    assert [violation.column for violation in found] == [column]
