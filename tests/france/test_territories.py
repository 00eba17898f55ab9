"""The territories of the whole of France: every level is there, and they add up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from geodata.arrondissements import commune_of_arrondissement
from tests.demo import Built

pytestmark = pytest.mark.france

SUMS = (
    *("communes_count", "population", "locaux", "locaux_raccordables", "locaux_restants"),
    *("sites_count", "communes_underserved", "population_underserved"),
    *("communes_type_cumul", "population_type_cumul", "communes_verdict_3"),
)


def total(rows: list[dict[str, Any]], column: str) -> float:
    return float(sum(row[column] or 0 for row in rows))


def test_there_are_as_many_territories_as_in_the_law(built_france: Built) -> None:
    rows = built_france.snapshot.rows
    found = {
        level: len(rows(level)) for level in ("epci", "ept", "departement", "region", "france")
    }
    assert found == {"epci": 1255, "ept": 11, "departement": 101, "region": 18, "france": 1}
    assert sum(len(row["departements"].split("|")) > 1 for row in rows("epci")) == 89


@pytest.mark.parametrize("column", SUMS)
def test_departements_add_up_to_regions_and_regions_to_france(
    built_france: Built, column: str
) -> None:
    departements, regions, (france,) = map(
        built_france.snapshot.rows, ("departement", "region", "france")
    )
    for region in regions:
        mine = [row for row in departements if row["region"] == region["code_region"]]
        assert total(mine, column) == region[column], region["nom"]
    assert total(regions, column) == france[column]


def test_nothing_is_missing_from_a_region(built_france: Built) -> None:
    for level in ("region", "france", "ept"):
        for row in built_france.snapshot.rows(level):
            assert row["communes_count"] == row["communes_expected"], row["nom"]


def test_arrondissements_are_counted_in_their_commune_only(built_france: Built) -> None:
    codes = {row["code_insee"] for row in built_france.snapshot.rows("communes")}
    assert {"75056", "69123", "13055"} <= codes
    assert not [code for code in codes if commune_of_arrondissement(code)]
    paris = next(
        row for row in built_france.snapshot.rows("departement") if row["code_departement"] == "75"
    )
    assert (paris["communes_count"], paris["communes_expected"]) == (1, 1)


def test_weights_change_the_time_of_an_epci_by_minutes(built_france: Built) -> None:
    """Villages are far and many, people are near: an unweighted mean is longer."""
    communes: dict[str, list[float]] = {}
    for row in built_france.snapshot.rows("communes"):
        if row["siren_epci"] and row["nearest_site_min"] is not None:
            communes.setdefault(row["siren_epci"], []).append(row["nearest_site_min"])
    differences = np.array(
        [
            np.mean(communes[row["siren_epci"]]) - row["nearest_site_min"]
            for row in built_france.snapshot.rows("epci")
            if row["nearest_site_min"] is not None
        ]
    )
    assert np.median(differences) == pytest.approx(1.8, abs=0.2)
    assert np.mean(np.abs(differences) > 2) == pytest.approx(0.46, abs=0.03)


def test_the_inequality_of_france_is_partly_between_its_epci(built_france: Built) -> None:
    (france,) = built_france.snapshot.rows("france")
    assert 0 < france["accessibility_gini"] < 1
    assert 0 < france["accessibility_theil_between_epci_share"] < 1
