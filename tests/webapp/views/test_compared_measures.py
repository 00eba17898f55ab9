"""The measures of a comparison: the same at every level, missing ones said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carto.flags import ILE_SANS_LIEU
from webapp.views.compared_measures import OTHER_LEVEL, Measure, compared_measures


@pytest.fixture
def measures(facts: Mapping[str, Any]) -> dict[str, Measure]:
    return {one.id: one for one in compared_measures(facts)}


def written(measure: Measure, **row: object) -> str:
    return measure.write(row).replace("\u00a0", " ")


def test_thresholds_are_those_of_the_snapshot(facts: Mapping[str, Any]) -> None:
    alerts = facts["method"]["parameters"]["alerts"]
    found = {one.id: one.alert for one in compared_measures(facts)}
    assert found["fibre"] == alerts["fibre_pct"]
    assert found["temps"] == alerts["time_min"]
    assert found["acces"] == pytest.approx(alerts["apl_ratio"] * alerts["apl_ref"])
    assert found["au_dela"] is None


def test_values_are_written_on_their_side_of_the_threshold(measures: dict[str, Measure]) -> None:
    assert written(measures["fibre"], taux_couverture_ftth=0.9497) == "94,97 %"
    assert written(measures["fibre"], taux_couverture_ftth=0.99996) != "100,0 %"
    assert written(measures["temps"], nearest_site_min=20.04) == "20,04 min"
    assert written(measures["besoin"], need=6.98) == "6,98 sur 10"


def test_what_is_missing_is_said(measures: dict[str, Measure]) -> None:
    assert written(measures["fibre"], taux_couverture_ftth=None) == "donnée absente"
    assert written(measures["sous_desservis"], nom="Brest") == OTHER_LEVEL
    bounds = {"accessibility": None, "accessibility_low": 0.4, "accessibility_high": 1.25}
    assert written(measures["acces"], **bounds) == "entre 0,40 et 1,25 h"
    island = {"nearest_site_min": None, "reasons": {"nearest_site_min": ILE_SANS_LIEU}}
    assert written(measures["temps"], **island) == "aucun lieu accessible par la route"


def test_a_share_of_people_by_square_is_not_calculated_for_a_commune_without_squares(
    measures: dict[str, Measure],
) -> None:
    own = {"population_beyond_time_share": None}
    reasons = {"population_beyond_time_share": "SOURCE_ABSENTE"}
    assert written(measures["au_dela"], **own, reasons=reasons) == OTHER_LEVEL
    assert written(measures["au_dela"], **own, reasons={}) == "donnée absente"


def test_a_share_is_the_ratio_of_two_columns(measures: dict[str, Measure]) -> None:
    share = measures["sous_desservis"]
    assert share.value({"population_underserved": 15, "population": 60}) == 25
    assert share.value({"population_underserved": 15, "population": 0}) is None
    assert written(share, population_underserved=15, population=60) == "25,0 %"


def test_one_quarter_dates_the_fibre(facts: Mapping[str, Any]) -> None:
    def source(*quarters: str) -> str:
        return next(one.source for one in compared_measures(facts, quarters) if one.id == "fibre")

    assert source("2025-T3").endswith("30 septembre 2025")
    assert source("2025-T3", "2026-T2") == source()
