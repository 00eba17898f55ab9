"""Tests of `webapp.territories.territory_types`."""

from __future__ import annotations

from carto.drawing import palettes
from carto.vocabulary import TERRITORY_TYPES
from webapp.territories.territory_types import territory_types

ROW = {
    "communes_count": 10,
    "communes_type_pourvue": 6,
    "population_type_pourvue": 5000,
    "communes_type_cumul": 3,
    "population_type_cumul": 900,
}


def test_every_type_has_its_colour() -> None:
    assert set(palettes.TYPES) == set(TERRITORY_TYPES)


def test_the_types_there_are_listed_those_that_call_for_most_first() -> None:
    found = territory_types(ROW)
    assert found is not None
    assert [line.words for line in found.lines] == [
        TERRITORY_TYPES["cumul"].words,
        TERRITORY_TYPES["pourvue"].words,
    ]
    assert [line.communes for line in found.lines] == ["3", "6"]
    assert "900\u00a0hab." in found.chart


def test_communes_without_a_type_are_counted() -> None:
    found = territory_types(ROW)
    assert found is not None
    assert found.untyped.startswith("1\u00a0commune n'a pas de type")


def test_no_type_at_all_is_no_block() -> None:
    assert territory_types({"communes_count": 3}) is None
