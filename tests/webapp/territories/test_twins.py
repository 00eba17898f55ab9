"""Tests of `webapp.territories.twins`: territories alike, and the gaps to their median."""

from __future__ import annotations

from typing import Any

import pytest

from carto.tables.comparisons import COMPARED, TRAITS
from webapp.territories.twins import CRITERIA, INDICATORS, twins_block

TWINS: dict[str, Any] = {
    "type": "epci",
    "code": "242900801",
    "twins": "242900769|242900074",
    "distances": "0.11|0.27",
    "criteria": "population|densite",
    "compared_count": 21,
}
LIMIT = "20\u00a0min"
NAMES = {"242900769": "Pays d'Iroise", "242900074": "Pays de Landivisiau"}


def gap(indicator: str, value: float, median: float) -> dict[str, Any]:
    return {
        "indicator": indicator,
        "value": value,
        "twins_median": median,
        "gap": value - median,
        "twins_known": 2,
    }


def test_everything_that_may_be_compared_has_its_words() -> None:
    assert {name for names in COMPARED.values() for name in names} == set(INDICATORS)
    assert set(TRAITS) == set(CRITERIA)


def test_twins_lead_to_their_pages_nearest_first() -> None:
    block = twins_block([TWINS], [], NAMES, LIMIT)
    assert block is not None
    assert [(twin.nom, twin.path) for twin in block.twins] == [
        ("Pays d'Iroise", "/epci/242900769"),
        ("Pays de Landivisiau", "/epci/242900074"),
    ]
    assert "la population et la densité, parmi 21 intercommunalités" in block.rule.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("indicator", "value", "median", "written"),
    [
        ("taux_couverture_ftth", 0.9, 0.95, "− 5,0 points"),
        ("nearest_site_min", 12.0, 10.5, "+ 1,5 min"),
        ("accessibility", 1.0, 1.0, "0,00 h"),
        ("accessibility", 1.004, 0.996, "0,00 h"),
        ("taux_couverture_ftth", 0.9, 0.905, "− 0,5 point"),
        ("population_beyond_time_share", 0.1005, 0.0, "+ 10,1 points"),
        ("need", 8.0, 6.0, "+ 2,0 points"),
        ("score", 50.25, 48.0, "+ 2,3 points"),
    ],
)
def test_a_gap_has_its_sign_and_unit(
    indicator: str, value: float, median: float, written: str
) -> None:
    block = twins_block([TWINS], [gap(indicator, value, median)], NAMES, LIMIT)
    assert block is not None
    assert block.gaps[0].gap.replace("\u00a0", " ") == written


def test_a_territory_without_twins_has_no_block() -> None:
    assert twins_block([], [], NAMES, LIMIT) is None
    assert twins_block([{**TWINS, "twins": None}], [], NAMES, LIMIT) is None


def test_the_time_that_people_are_beyond_is_the_one_of_the_alert() -> None:
    block = twins_block([TWINS], [gap("population_beyond_time_share", 0.2, 0.1)], NAMES, LIMIT)
    assert block is not None
    assert block.gaps[0].label == "Habitants à plus de 20\u00a0min"
