"""Totals of reports go to the published territory they are of, or are beyond."""

from __future__ import annotations

import pandas as pd

from carto.left_out import HORS_PERIMETRE
from carto.measures.activity_reports import match_reports
from carto.tables.local_reports import BILAN_ACTIVITE


def test_a_siren_is_an_epci_and_a_short_code_a_departement() -> None:
    names = list(BILAN_ACTIVITE.names)
    rows = [
        [code, year, "permanence", 65, None, None, None, "Rapport", None, "bilan_activite"]
        for code, year in (("242900801", 2023), ("29", 2022), ("29", 2021), ("22", 2023))
    ]
    found = match_reports(
        pd.DataFrame(rows, columns=names), {"epci": {"242900801"}, "departement": {"29"}}
    )
    key = ["type_territoire", "code_territoire", "annee"]
    assert found.rows[key].to_numpy().tolist() == [
        ["departement", "29", 2021],
        ["departement", "29", 2022],
        ["epci", "242900801", 2023],
    ]
    assert [(row.key, row.code) for row in found.left_out] == [
        ("22, 2023, permanence", HORS_PERIMETRE)
    ]
