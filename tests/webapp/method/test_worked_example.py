"""Tests of `webapp.method.worked_example`: the lines give the published values again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carto.french import NBSP
from tests.webapp.sample import TABLES
from tests.webapp.sample_complements import COMPLEMENT_ROWS
from webapp.method.sheet import Example
from webapp.method.worked_example import worked_examples

SITES = {site["id"]: site for site in TABLES["sites"]}
INDICATORS = ("verdict", "fibre", "temps", "acces", "besoin", "score")


def examples(row: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Example]:
    code = row["code_insee"]
    brought = [one for one in COMPLEMENT_ROWS["contributions"] if one["code_insee"] == code]
    return worked_examples(row, facts, brought, SITES)


def text(example: Example) -> str:
    return " ".join(example.lines).replace(NBSP, " ")


@pytest.fixture
def argol(communes: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    return communes["29001"]


def test_the_rate_is_the_ratio_of_the_counts(argol, facts) -> None:
    assert "595 locaux raccordables ÷ 779 locaux = 76,38 %" in text(examples(argol, facts)["fibre"])
    assert "sous le seuil : alerte" in text(examples(argol, facts)["fibre"])


def test_more_connectable_than_premises_is_explained(argol, facts) -> None:
    over = {**argol, "locaux_raccordables": 800, "taux_couverture_ftth": 1.0}
    assert "s'arrête à 100 %" in text(examples(over, facts)["fibre"])


def test_nothing_connectable_reads_in_the_singular(argol, facts) -> None:
    none = {**argol, "locaux_raccordables": 0, "taux_couverture_ftth": 0.0}
    said = text(examples(none, facts)["fibre"])
    assert "0 local raccordable ÷ 779 locaux" in said


def test_the_time_is_that_of_the_formula(argol, facts) -> None:
    said = text(examples(argol, facts)["temps"])
    assert "2 + 60 × 1,3 × 13,100 ÷ 45 = 24,70 min" in said


def test_a_given_time_says_where_it_was_read(argol, facts) -> None:
    model = {"kind": "matrix", "date": "2026-06-30"}
    given = {**facts, "method": {**facts["method"], "travel_model": model}}
    said = text(examples(argol, given)["temps"])
    assert "24,70 min" in said
    assert "lu dans : table de temps de trajet, 30 juin 2026" in said
    assert "÷" not in said
    estimated = text(examples({**argol, "flags": ["TEMPS_ESTIME"]}, given)["temps"])
    assert "l'estimation à vol d'oiseau les remplace" in estimated
    assert "lu dans" not in estimated


def test_a_time_from_another_model_is_not_put_in_the_formula(argol, facts) -> None:
    said = text(examples({**argol, "nearest_site_min": 40.0}, facts)["temps"])
    assert "÷" not in said
    assert "40,00 min" in said


def test_a_place_at_the_mairie_counts_the_distance_inside_the_commune(argol, facts) -> None:
    near = {**argol, "nearest_site_km": 0.0, "nearest_site_min": 3.83}
    said = text(examples(near, facts)["temps"])
    assert "distance moyenne à l'intérieur de la commune, 1,054 km" in said


def test_the_places_of_the_sum_are_listed_largest_first(communes, facts) -> None:
    found = examples(communes["29019"], facts)["acces"]
    assert [part.brought for part in found.parts] == ["0,4000", "0,2200"]
    assert "2 lieux comptent" in text(found)


def test_a_commune_without_hours_in_reach_has_a_true_zero(argol, facts) -> None:
    assert "0 h" in text(examples(argol, facts)["acces"])


def test_the_need_says_the_income_and_its_decile(argol, facts) -> None:
    said = text(examples(argol, facts)["besoin"])
    assert "2e décile national" in said
    assert "2 déciles atteints → 10 − 2 = 8 sur 10" in said
    assert "le seuil est atteint : alerte" in said


def test_the_need_is_the_mean_of_three_scores(argol, facts) -> None:
    scored = {**argol, "poverty_score": 6.0, "age_score": 8.0, "diploma_score": 10.0, "need": 8.0}
    method = {**facts["method"], "need_variant": "insee"}
    said = text(examples(scored, {**facts, "method": method})["besoin"])
    assert "(pauvreté 6,00 + âge 8,00 + diplôme 10,00) ÷ 3 = 8,00 sur 10" in said


def test_what_is_missing_is_said_with_its_reason(communes, facts) -> None:
    for row in communes.values():
        found = examples(row, facts)
        assert set(found) == set(INDICATORS)
        for column, key in (("need", "besoin"), ("score", "score"), ("nearest_site_min", "temps")):
            if row[column] is None:
                assert "donnée absente" in text(found[key])
