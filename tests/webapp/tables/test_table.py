"""Tests of `webapp.tables.table`."""

from __future__ import annotations

from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE
from tests.webapp.sample import Row
from webapp.tables.commune_columns import commune_columns
from webapp.tables.table import lines, table_rows


def test_a_row_has_a_cell_per_column_after_its_name(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    columns = commune_columns(indicators)
    (brest,) = table_rows([communes["29019"]], columns, COMMUNE)
    assert (brest.type, brest.code, brest.nom) == ("commune", "29019", "Brest")
    assert len(brest.cells) == len(columns) - 1
    assert [cell.verdict_key for cell in brest.cells if cell.verdict_key] == [
        communes["29019"]["verdict"]
    ]
    assert [cell.is_long for cell in brest.cells][-1]


def test_lines_keep_the_order_given(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    rows = [communes["29083"], communes["29019"]]
    assert [line.code for line in lines(rows, indicators)] == ["29083", "29019"]
    assert lines(rows, indicators)[0].sentence == communes["29083"]["sentence"]
