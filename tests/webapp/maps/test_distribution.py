"""Tests of `webapp.maps.distribution`."""

from __future__ import annotations

from typing import Any

from carto.drawing.indicators.classification import indicators_for
from tests.webapp.sample import FACTS
from webapp.maps.distribution import distributions

INDICATORS = indicators_for(FACTS)


def commune(nom: str, rate: float | None) -> dict[str, Any]:
    """Make a commune of which only the fibre is known."""
    return {"nom": nom, "taux_couverture_ftth": rate}


COMMUNES = [commune(str(rate), rate / 100) for rate in range(60, 100)]


def test_a_commune_is_placed_among_the_others() -> None:
    (fibre,) = distributions(COMMUNES[10], COMMUNES, INDICATORS, FACTS)
    text = fibre.replace("\u00a0", " ")
    assert "Sur 40 communes, 10 sont moins couvertes par la fibre, 29 le sont plus." in text
    assert "70 : 70,0 %" in text
    assert "seuil : " in text


def test_one_commune_is_said_in_the_singular() -> None:
    (fibre,) = distributions(COMMUNES[1], COMMUNES, INDICATORS, FACTS)
    text = fibre.replace("\u00a0", " ")
    assert "Sur 40 communes, 1 est moins couverte par la fibre, 38 le sont plus." in text


def test_every_commune_is_in_the_table() -> None:
    (fibre,) = distributions(COMMUNES[0], COMMUNES, INDICATORS, FACTS)
    cells = [int(cell.partition("<")[0]) for cell in fibre.split('<td class="n">')[1:]]
    assert sum(cells) == len(COMMUNES)


def test_an_unknown_value_or_too_few_communes_draw_nothing() -> None:
    assert distributions(commune("x", None), COMMUNES, INDICATORS, FACTS) == ()
    assert distributions(COMMUNES[0], COMMUNES[:7], INDICATORS, FACTS) == ()
