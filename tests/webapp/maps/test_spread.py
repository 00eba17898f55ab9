"""Tests of `webapp.maps.spread`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.units import EPCI
from tests.webapp.sample import FACTS
from webapp.maps.spread import alert_marks, legend_histogram, spread_of


def test_values_spread_over_bars_with_the_alert_and_the_territory() -> None:
    fibre = indicators_for(FACTS)["fibre"]
    rows = [{"nom": str(rate), "taux_couverture_ftth": rate / 100} for rate in range(60, 100)]
    drawn = legend_histogram(fibre, rows, FACTS, {"nom": "Brest", "taux_couverture_ftth": 0.9})
    assert "Brest\u00a0: 90\u00a0%" in drawn
    assert "seuil\u00a0: " in drawn
    assert "40\u00a0communes" in drawn


@pytest.mark.parametrize("known", [0, 7])
def test_a_word_or_too_few_values_have_no_bars(known: int) -> None:
    indicators = indicators_for(FACTS)
    rows = [{"nom": "a", "taux_couverture_ftth": 0.5}] * known
    assert legend_histogram(indicators["fibre"], rows, FACTS) == ""
    assert legend_histogram(indicators["verdict"], rows * 9, FACTS) == ""


def test_every_known_value_is_counted_once() -> None:
    fibre = indicators_for(FACTS)["fibre"]
    rows = [{"taux_couverture_ftth": rate / 100} for rate in range(60, 100)]
    spread = spread_of(fibre, [*rows, {"taux_couverture_ftth": None}])
    assert spread is not None
    assert len(spread.values) == len(rows)
    assert sum(bar.total for bar in spread.bars.bars) == len(rows)


def test_the_mean_of_a_wider_territory_raises_no_alert() -> None:
    indicators = indicators_for(FACTS)
    assert [mark.value for mark in alert_marks(indicators["temps"], FACTS)] == [20]
    assert alert_marks(replace(indicators["temps"], units=EPCI), FACTS) == []
    assert alert_marks(indicators["verdict"], FACTS) == []
