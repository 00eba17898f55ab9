"""Tests of `webapp.communes.score_parts`."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from carto.verdict.parameters import Parameters
from webapp.communes.score_parts import score_parts

ROW = {
    "score": 62.5,
    "nearest_site_min": 17.5,
    "accessibility": 0.0,
    "need": 10.0,
    "taux_couverture_ftth": 0.85,
}


def points(html: str) -> list[float]:
    """Points of each family, from the table."""
    found = re.findall(r">([\d,]+) sur [\d,]+</td>", html.replace("\u00a0", " "))
    return [float(one.replace(",", ".")) for one in found]


def test_the_parts_add_up_to_the_score() -> None:
    html = score_parts(ROW | {"score": 75.0}, Parameters())
    assert sum(points(html)) == pytest.approx(75.0, abs=0.2)
    assert "La famille qui pèse le plus\u00a0: besoin" in html
    assert "33\u00a0%" in html


def test_weights_are_those_of_the_method() -> None:
    composite = replace(Parameters().composite, weights=(2.0, 1.0, 1.0))
    html = score_parts(ROW, replace(Parameters(), composite=composite))
    assert points(html)[0] == pytest.approx(100 * 0.5 * 0.75, abs=0.1)


def test_families_that_multiply_are_not_said_to_add() -> None:
    composite = replace(Parameters().composite, aggregation="geometric")
    html = score_parts(ROW, replace(Parameters(), composite=composite))
    assert "la plus grave" in html
    assert "100,0 sur 100" in html.replace("\u00a0", " ")


def test_an_island_without_a_place_is_at_its_worst() -> None:
    html = score_parts(ROW | {"nearest_site_min": None}, Parameters())
    assert points(html)[0] == pytest.approx(100 / 3, abs=0.1)


def test_without_a_score_nothing_is_drawn() -> None:
    assert score_parts(ROW | {"score": None}, Parameters()) == ""
