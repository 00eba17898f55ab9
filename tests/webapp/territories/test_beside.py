"""Tests of `webapp.territories.beside`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from webapp.territories.beside import compare, ends_of
from webapp.territories.references import Reference
from webapp.views.compared_measures import Measure, compared_measures

FINISTERE = Reference("Finistère", {"taux_couverture_ftth": 0.9}, "losange")
UNKNOWN = Reference("France", {"taux_couverture_ftth": None}, "triangle")


@pytest.fixture
def measures(facts: Mapping[str, Any]) -> dict[str, Measure]:
    """Find the compared measures of the sample, by id."""
    return {measure.id: measure for measure in compared_measures(facts)}


def test_only_those_who_know_the_value_stand_beside(measures: dict[str, Measure]) -> None:
    row = {"taux_couverture_ftth": 0.5}
    found = compare(measures["fibre"], "Brest", row, [FINISTERE, UNKNOWN])
    assert [(one.nom, one.value) for one in found.values] == [("Finistère", "90,0\u00a0%")]
    assert "Brest\u00a0: 50,0\u00a0%" in found.strip
    assert "France" not in found.strip


def test_an_unknown_value_has_no_strip_but_still_its_references(
    measures: dict[str, Measure],
) -> None:
    found = compare(measures["fibre"], "Brest", {"taux_couverture_ftth": None}, [FINISTERE])
    assert found.strip == ""
    assert len(found.values) == 1
    assert compare(measures["fibre"], "Brest", FINISTERE.row, [UNKNOWN]).values == ()


def test_lines_have_the_same_ends_everywhere(measures: dict[str, Measure]) -> None:
    assert ends_of(measures["fibre"]) == (0, 100)
    assert ends_of(measures["besoin"]) == (1, 10)
    alert = measures["temps"].alert
    assert alert is not None
    assert ends_of(measures["temps"]) == (0, 2 * alert)


def test_words_may_follow_the_values(measures: dict[str, Measure]) -> None:
    row = {"taux_couverture_ftth": 0.5}
    found = compare(measures["fibre"], "Brest", row, [FINISTERE]).saying("des locaux")
    assert found.values[0].value == "90,0\u00a0% des locaux"
