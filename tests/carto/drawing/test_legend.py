"""Legends count every commune once."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.legend import legend


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda indicator: indicator.id)
def test_every_commune_is_counted_once(indicator, rows) -> None:
    entries = legend(indicator, rows)
    assert [entry.index for entry in entries] == [*range(len(indicator.classes)), None]
    assert sum(entry.count for entry in entries) == len(rows)
    assert sum(entry.population or 0 for entry in entries) == 1000 * len(rows)


def test_undecided_communes_have_their_own_line(rows) -> None:
    missing = legend(INDICATORS["verdict"], rows)[-1]
    assert (missing.key, missing.label, missing.count) == (
        "absente",
        "indéterminé ou sans objet",
        2,
    )


def test_an_unknown_population_is_not_zero(make_row) -> None:
    entries = legend(INDICATORS["verdict"], [make_row(verdict="2", population=None)])
    assert [entry.population for entry in entries] == [0, 0, None, 0, 0]
