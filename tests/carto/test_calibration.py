"""Tests of `carto.calibration`, on mini France."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carto.assessment import Measured, assess, take_measures
from carto.calibration import (
    APL_RATIOS,
    NEEDS,
    calibrate_supply,
    demand_means,
    group_quantiles,
    plain_quantiles,
)
from carto.reference import PERCENTS, SUPPLY_INDICATORS
from carto.verdict.parameters import Parameters
from carto.vocabulary import VERDICT_WORDS
from carto.weighted_quantiles import weighted_quantiles
from tests.mini_france.tables import question, tables

LISTS = ("lieux",)
PARAMETERS = Parameters()


@pytest.fixture(scope="module")
def measured() -> Measured:
    """Measure mini France once."""
    return take_measures(tables(), question())


def test_the_reference_is_the_weighted_median_of_the_accessibility(measured: Measured) -> None:
    found = calibrate_supply(measured, LISTS, PARAMETERS)
    table = measured.indicators.table
    known = table["accessibility"].notna()
    people = np.repeat(table["accessibility"][known].astype(float), table["population"][known])
    assert found.supply.median == round(float(np.quantile(people, 0.5, method="inverted_cdf")), 2)
    assert found.supply.apl_ref == found.supply.median
    assert measured.supply is not None
    assert found.supply.sites == len(measured.supply)


def test_france_services_alone_keep_what_was_declared(measured: Measured) -> None:
    found = calibrate_supply(measured, ("france_services",), PARAMETERS)
    assert found.supply.apl_ref == 0.57
    assert found.supply.median != 0.57


def test_the_grid_holds_the_verdicts_of_the_method(measured: Measured) -> None:
    found = calibrate_supply(measured, LISTS, PARAMETERS)
    assert [(row.apl_ratio, row.need) for row in found.thresholds] == [
        (ratio, need) for ratio in APL_RATIOS for need in NEEDS
    ]
    alerts = replace(PARAMETERS.alerts, apl_ref=found.supply.apl_ref)
    asked = question(parameters=replace(PARAMETERS, alerts=alerts))
    verdicts = assess(tables(), asked).communes["verdict"]
    row = next(one for one in found.thresholds if (one.apl_ratio, one.need) == (0.5, 7.0))
    for share, verdict in zip(row.communes, VERDICT_WORDS, strict=True):
        assert share == pytest.approx((verdicts == verdict).mean(), abs=1e-4)
    assert sum(row.people) == pytest.approx(1, abs=3e-4)


def test_groups_are_france_regions_and_departements(measured: Measured) -> None:
    rows = [group for group in plain_quantiles(measured) if group.indicator == "need"]
    assert [(row.level, row.code) for row in rows[:2]] == [("france", ""), ("region", "04")]
    finistere = next(row for row in rows if (row.level, row.code) == ("departement", "29"))
    table = measured.indicators.table
    mine = table[(table["departement"] == "29") & table["need"].notna()]
    expected = weighted_quantiles(mine["need"].astype(float), mine["population"], PERCENTS)
    assert finistere.values == tuple(expected.tolist())
    assert (finistere.communes, finistere.people) == (len(mine), mine["population"].sum())


@pytest.mark.parametrize("indicator", ["taux_couverture_ftth", "need", *SUPPLY_INDICATORS])
def test_a_quantile_is_the_value_that_its_commune_publishes(
    measured: Measured, indicator: str
) -> None:
    published = assess(tables(), question()).communes[indicator].dropna().astype(float)
    supply = calibrate_supply(measured, ("france_services",), PARAMETERS)
    for row in (*plain_quantiles(measured), *supply.quantiles):
        if row.indicator == indicator:
            assert set(row.values) <= set(published)


def test_an_indicator_known_nowhere_has_no_row(measured: Measured) -> None:
    assert "people_65_share" not in {group.indicator for group in plain_quantiles(measured)}


def test_a_density_class_is_a_group_when_it_is_supplied() -> None:
    communes = pd.DataFrame(
        {
            "departement": ["29", "29", "22"],
            "region": ["53", "53", "53"],
            "population": [10, 20, 30],
            "densite_classe": [7, 7, pd.NA],
            "need": [1.0, 2.0, 3.0],
        }
    )
    rows = list(group_quantiles(communes, ("need",), ()))
    (dense,) = [row for row in rows if row.level == "densite"]
    assert (dense.code, dense.communes, dense.people) == ("7", 2, 30)


def test_the_mean_weight_is_that_of_people(measured: Measured) -> None:
    means = demand_means(measured, PARAMETERS)
    table = measured.indicators.table
    known = table["need"].notna() & table["population"].notna()
    expected = np.average(table["need"][known].astype(float), weights=table["population"][known])
    assert means == {"revenu": pytest.approx(expected, abs=1e-6)}
