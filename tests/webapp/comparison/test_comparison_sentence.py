"""The finding of a comparison, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import Territory
from webapp.comparison.comparison_sentence import finding
from webapp.views.compared_measures import Measure, compared_measures


@pytest.fixture
def measures(facts: Mapping[str, Any]) -> list[Measure]:
    return [one for one in compared_measures(facts) if one.alert is not None]


def named(nom: str, fibre: float | None, minutes: float | None, need: float | None) -> Territory:
    row = {"taux_couverture_ftth": fibre, "nearest_site_min": minutes, "need": need}
    return Territory("A", TerritoryId("epci", nom), nom, "intercommunalité", row)


def said(measures: list[Measure], *territories: Territory) -> str:
    return finding(territories, measures).replace("\u00a0", " ")


def test_two_territories_are_told_by_what_each_has_the_advantage_for(
    measures: list[Measure],
) -> None:
    text = said(measures, named("Argol", 0.965, 8.44, 4.0), named("Brest", 0.91, 6.1, 6.2))
    assert text == (
        "Argol a l'avantage pour la fibre (96,5 % contre 91,0 %) ; Brest, pour le temps d'accès à "
        "un lieu d'aide (6,1 min contre 8,4 min). Le besoin d'aide diffère : 6,2 sur 10 (Brest) "
        "contre 4,0 sur 10 (Argol)."
    )


def test_values_that_read_the_same_are_equal(measures: list[Measure]) -> None:
    text = said(measures, named("Argol", 0.96501, 5.0, 4.0), named("Brest", 0.96502, 5.01, 4.0))
    assert text == (
        "À égalité : la fibre (96,5 %), le temps d'accès à un lieu d'aide (5,0 min) et le besoin "
        "d'aide (4,0 sur 10)."
    )


def test_more_territories_are_told_by_the_ends_of_each_measure(measures: list[Measure]) -> None:
    text = said(
        measures,
        named("Argol", 0.965, None, 4.0),
        named("Brest", 0.91, 6.1, 6.2),
        named("Crozon", 0.85, 12.0, 5.0),
    )
    assert "La fibre : de 96,5 % (Argol) à 85,0 % (Crozon)." in text
    assert "Le temps d'accès à un lieu d'aide : de 6,1 min (Brest) à 12,0 min (Crozon)." in text
    assert "Donnée absente : le temps d'accès à un lieu d'aide (Argol)." in text


def test_what_nobody_knows_is_not_told(measures: list[Measure]) -> None:
    assert said(measures, named("A", None, None, None), named("B", None, None, None)) == ""


def test_what_one_alone_knows_is_not_compared(measures: list[Measure]) -> None:
    text = said(measures, named("A", 0.9, None, None), named("B", None, None, None))
    assert text == "Donnée absente : la fibre (B)."
