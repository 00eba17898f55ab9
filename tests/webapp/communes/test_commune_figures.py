"""Tests of `webapp.communes.commune_figures`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.drawing.indicators.indicator import Indicator
from tests.webapp.sample import TABLES, Row
from webapp.communes.commune_figures import commune_figures
from webapp.territories.references import Reference

FINISTERE = Reference("Finistère", TABLES["departement"][0], "losange")


def test_the_measures_of_the_verdict_are_beside_the_departement(
    communes: dict[str, Row], indicators: dict[str, Indicator], facts: Mapping[str, Any]
) -> None:
    figures = commune_figures(communes["29019"], indicators, facts, [FINISTERE])
    assert [figure.label for figure in figures] == [
        indicators[name].label for name in ("temps", "acces", "besoin", "fibre")
    ]
    fibre = figures[-1]
    assert fibre.value == indicators["fibre"].text(communes["29019"])
    assert fibre.beside.values[0].nom == "Finistère"
    assert "alerte sous 95" in fibre.detail
    assert all(figure.source for figure in figures)


def test_missing_values_say_why_and_are_not_zero(
    communes: dict[str, Row], indicators: dict[str, Indicator], facts: Mapping[str, Any]
) -> None:
    row = {**communes["29019"], "taux_couverture_ftth": None, "locaux_restants": None}
    fibre = commune_figures(row, indicators, facts, [FINISTERE])[-1]
    assert fibre.value.startswith("donnée absente")
    assert "raccorder" not in fibre.detail
    assert fibre.beside.strip == ""
