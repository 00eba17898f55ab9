"""Where two tables of two COG years speak of one territory, the newer one is believed."""

from __future__ import annotations

import pandas as pd

from carto.cog.alignment import align
from carto.cog.history import read_history
from carto.cog.passage import find_passage
from carto.cog.precedence import without_known
from carto.tables.inputs import FIBRE, POPULATION
from tests.carto.cog.real_movements import real_movements
from tests.carto.cog.test_alignment import Dated, counted, dated

PASSAGE = find_passage(read_history(real_movements()), 2017, 2026)


def test_the_parts_of_a_commune_that_a_newer_table_describes_are_left_out() -> None:
    older = counted("population", c44017=900, c49144=1900, c49069=8000)
    newer = counted("population", c44180=3000)
    found = without_known("population_2017", older, POPULATION, PASSAGE, [newer])
    assert found.table["code_insee"].tolist() == ["49069"]
    assert [(row.key, row.into) for row in found.left_out] == [("44017", None), ("49144", None)]
    assert "44180" in found.left_out[0].reason


def test_another_quarter_is_another_row() -> None:
    older = counted("locaux", c49144=100).assign(quarter="2017-T4", locaux_raccordables=1)
    newer = counted("locaux", c44180=500).assign(quarter="2026-T2", locaux_raccordables=1)
    found = without_known("fibre_2017", older, FIBRE, PASSAGE, [newer])
    assert len(found.table) == 1
    assert found.left_out == ()


def test_no_commune_is_given_twice_after_alignment() -> None:
    given = dated()
    older = counted("population", c44017=900, c49144=1900, c44180=200, c29019=140_000)
    given["population_2017"] = Dated(older, POPULATION, 2017, "2014-01-01")
    given["population"] = Dated(given["population"].table, POPULATION, 2026, "2023-01-01")
    found = align(given)
    both = pd.concat([found.tables[name] for name in ("population", "population_2017")])
    assert both["code_insee"].is_unique
    assert found.tables["population_2017"]["code_insee"].tolist() == ["29019"]
    left = [row.key for row in found.left_out if row.source == "population_2017"]
    assert left == ["44017", "44180", "49144"]
