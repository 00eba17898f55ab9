"""The indicators of wider territories: same ids, honest numbers, nothing read into a silence."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.unit_indicators import underserved_share, unit_indicators
from carto.drawing.indicators.units import COMMUNE, EPCI
from carto.drawing.wording import Row

NBSP = "\u00a0"
BY_EPCI = unit_indicators({}, EPCI)
ROW = {
    "siren_epci": "242900314",
    "nom": "Essai",
    "population": 1000,
    "population_underserved": 120,
    "population_verdict_indetermine_share": 0.0,
    "communes_count": 8,
    "communes_underserved": 3,
    "taux_couverture_ftth": 0.94,
    "locaux": 500,
    "locaux_restants": 30,
    "fibre_informed_share": 1.0,
    "nearest_site_min": 9.96,
    "nearest_site_min_informed_share": 1.0,
    "accessibility": 0.2,
    "accessibility_informed_share": 1.0,
    "need": 6.5,
    "need_informed_share": 1.0,
}


def row(**columns: object) -> Row:
    return ROW | columns


def test_ids_are_those_of_communes_and_colour_other_units() -> None:
    assert list(BY_EPCI) == ["verdict", "fibre", "reste", "temps", "acces", "besoin"]
    assert {indicator.units for indicator in BY_EPCI.values()} == {EPCI}
    assert not any(indicator.circles for indicator in BY_EPCI.values())
    assert set(unit_indicators({}, COMMUNE)) == set(INDICATORS)


@pytest.mark.parametrize(
    ("indicator", "columns", "label", "words"),
    [
        ("verdict", {"population_underserved": 0}, "moins de 5\xa0%", "0\xa0% (3\xa0communes"),
        ("verdict", {"population_underserved": 50}, "5 à 10\xa0%", "5,0\xa0% (3\xa0communes sur 8"),
        ("verdict", {"population_underserved": 400}, "40\xa0% et plus", "40,0\xa0%"),
        ("fibre", {}, "90 à 95\xa0%\xa0(seuil)", "94,0\xa0%"),
        ("reste", {}, "5 à 10\xa0%", "6,0\xa0%"),
        ("temps", {"nearest_site_min": 10.04}, "10 à 15\xa0min", "10,04\xa0min"),
        ("temps", {"nearest_site_min": 10.0}, "8 à 10\xa0min", "10,0\xa0min"),
        ("acces", {}, "0,14 à 0,285\xa0h\xa0(seuil)", "0,20\xa0h"),
        ("besoin", {}, "6 à 7\xa0sur 10", "6,5\xa0sur 10"),
    ],
)
def test_a_value_is_written_on_the_side_of_its_class(indicator, columns, label, words) -> None:
    shown = BY_EPCI[indicator]
    found = row(**columns)
    assert shown.classes[shown.class_of(found)].label == label
    assert shown.text(found).startswith(words)
    assert shown.value(found) is not None


@pytest.mark.parametrize(
    ("indicator", "column", "informed"),
    [
        ("fibre", "taux_couverture_ftth", "fibre_informed_share"),
        ("temps", "nearest_site_min", "nearest_site_min_informed_share"),
        ("acces", "accessibility", "accessibility_informed_share"),
        ("besoin", "need", "need_informed_share"),
    ],
)
def test_a_mean_of_too_few_people_says_so_and_has_no_class(indicator, column, informed) -> None:
    shown = BY_EPCI[indicator]
    few = row(**{column: None, informed: 0.63})
    none = row(**{column: None, informed: 0.0})
    assert shown.class_of(few) is None
    assert shown.text(few) == (
        f"non publié{NBSP}: connu pour 63{NBSP}% des habitants (minimum 80{NBSP}%)"
    )
    assert shown.text(none) == "donnée absente"


def test_a_share_needs_people_and_enough_verdicts() -> None:
    assert underserved_share(row()) == 0.12
    assert underserved_share(row(population=0)) is None
    assert underserved_share(row(population_underserved=None)) is None
    undecided = row(population_verdict_indetermine_share=0.25)
    assert BY_EPCI["verdict"].class_of(undecided) is None
    assert BY_EPCI["verdict"].text(undecided).startswith(f"non publié{NBSP}: connu pour 75")
    assert BY_EPCI["verdict"].class_of(row(population_verdict_indetermine_share=0.1)) == 2


def test_the_least_share_informed_is_that_of_the_snapshot() -> None:
    facts = {"method": {"parameters": {"quality": {"min_pop_informed": 0.5}}}}
    shown = unit_indicators(facts, EPCI)["verdict"]
    assert shown.class_of(row(population_verdict_indetermine_share=0.25)) == 2


def test_no_class_has_the_words_of_an_island_and_one_is_the_worst() -> None:
    for shown in BY_EPCI.values():
        assert [mapped.is_worst for mapped in shown.classes].count(True) == 1
        assert "aucun" not in {mapped.key for mapped in shown.classes}
